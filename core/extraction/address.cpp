#include "core/extraction/address.h"

#include "core/text/vietnamese.h"

#include <QRegularExpression>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

/// The first word of a part, where it is one of `words` but for its marks.
QString withFirstWord(const QString &part, const QStringList &words)
{
    const QString first = part.section(u' ', 0, 0);
    const QString small = first.toLower();
    if (words.contains(small))
        return part;
    for (const QString &word : words) {
        if (text::folded(word) == text::folded(small) && first.size() == word.size())
            return (first[0].isUpper() ? word[0].toUpper() + word.mid(1) : word) +
                   part.mid(first.size());
    }
    return part;
}

}  // namespace

QString asAddressesAreWritten(QString address, const QStringList &words)
{
    static const QRegularExpression shortForm(u"(?<![\\w])(T?P)[.,]* (?=\\p{Lu})"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression leader(u"(?<=\\p{L}\\p{Ll})\\.+ ?(?=\\p{Ll})"_s);
    // Where a part begins, its comma may be lost or read as another sign.
    static const QRegularExpression part(
        u"(?<=[\\p{L}\\d])(?<!thị|Thị)[;.]* (?=(?:phường|xã|huyện|quận|tỉnh|thị xã|thị trấn|thành "
        "phố|đường|P\\.|TP\\.) )"_s);
    address.replace(u';', u',').replace(shortForm, u"\\1. "_s).replace(leader, u" "_s);
    QStringList parts = address.replace(part, u", "_s).split(u", "_s);
    for (QString &one : parts)
        one = withFirstWord(one, words);
    return parts.join(u", "_s);
}

}  // namespace station::extraction
