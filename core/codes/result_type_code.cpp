#include "core/codes/result_type_code.h"

#include "core/codes/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::codes {

Expected<ResultTypeCode> ResultTypeCode::parse(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(KQ\\.[A-Z]\\d{2}\\.\\d{6}|\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}-KQ\\d{4})\\z"_s);
    const QString tidy = text.left(64).trimmed().toUpper();
    if (!form.match(tidy).hasMatch())
        return refused(u"result code: KQ, ministry and six digits expected, as KQ.G04.000012"_s);
    return ResultTypeCode(tidy);
}

QString ResultTypeCode::ministry() const
{
    return m_text.mid(m_text.startsWith(u'K') ? 3 : 10, 3);
}

}  // namespace station::codes
