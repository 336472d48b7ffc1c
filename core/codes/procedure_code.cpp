#include "core/codes/procedure_code.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

Expected<ProcedureCode> ProcedureCode::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\d\\.\\d{6}(\\.\\d{2}|\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2})?\\z"_s);
    const QString tidy = text.left(64).trimmed().toUpper();
    if (!form.match(tidy).hasMatch())
        return refused(u"procedure code: one digit, a dot and six digits expected"_s);
    return ProcedureCode(tidy);
}

QString ProcedureCode::service() const
{
    return m_text.size() == 11 ? m_text.mid(9) : QString();
}

QString ProcedureCode::issuedBy() const
{
    return m_text.size() > 11 ? m_text.mid(9) : QString();
}

}  // namespace station::codes
