#include "core/codes/digitization_code_template.h"

#include "core/codes/refusal.h"
#include "core/text/vietnamese.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

namespace {

QString cleaned(const QString &part)
{
    static const QRegularExpression foreign(u"[^A-Z0-9._/-]"_s);
    QString clean = text::withoutDiacritics(part).remove(u' ').toUpper();
    return clean.replace(foreign, u"-"_s);
}

}  // namespace

Expected<DigitizationCodeTemplate> DigitizationCodeTemplate::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\{owner\\}(\\.(\\{(procedure|paper|result|number)\\}|[A-Z0-9_/-]+))+\\.\\{seq:[2-8]\\}\\z"_s);
    const QString tidy = text.left(DigitizationCode::maximumLength).trimmed();
    if (!form.match(tidy).hasMatch())
        return refused(u"code template: as {owner}.{procedure}.{paper}.{seq:2} expected"_s);
    return DigitizationCodeTemplate(tidy);
}

Expected<DigitizationCode> DigitizationCodeTemplate::code(const DigitizationCodeParts &parts,
                                                          int sequence) const
{
    const struct {
        QString name;
        const QString &value;
        bool mayBeBlank;
    } placeholders[] = {
        {u"owner"_s, parts.owner, true},    {u"procedure"_s, parts.procedure, false},
        {u"paper"_s, parts.paper, false},   {u"result"_s, parts.result, false},
        {u"number"_s, parts.number, false},
    };

    const auto sequenceAt = m_text.lastIndexOf(u'{');
    const int digits = m_text.at(m_text.size() - 2).digitValue();
    QString code = m_text.left(sequenceAt);
    for (const auto &[name, value, mayBeBlank] : placeholders) {
        const QString placeholder = u'{' + name + u'}';
        if (!code.contains(placeholder))
            continue;
        const QString clean = cleaned(value);
        if (clean.isEmpty() && !mayBeBlank)
            return refused(name + u": is empty but part of the digitization code"_s);
        code.replace(placeholder, clean);
    }
    return DigitizationCode::parse(code + u"%1"_s.arg(sequence, digits, 10, QChar(u'0')));
}

}  // namespace station::codes
