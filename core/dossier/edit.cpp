#include "core/dossier/edit.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::dossier {
namespace {

constexpr std::array<std::pair<EditKind, const char *>, 11> kindNames{{
    {EditKind::MarkBlank, "mark_blank"},
    {EditKind::MarkOut, "mark_out"},
    {EditKind::Turn, "turn"},
    {EditKind::Move, "move"},
    {EditKind::Split, "split"},
    {EditKind::Replace, "replace"},
    {EditKind::Insert, "insert"},
    {EditKind::Separate, "separate"},
    {EditKind::Refeed, "refeed"},
    {EditKind::Cleanup, "cleanup"},
    {EditKind::Divide, "divide"},
}};

// A key is a fraction between 0 and 1 in base 62. No two keys of a paper stand
// for the same fraction, so plain comparison of the texts is that of the numbers.

constexpr qint64 base = 62;
constexpr qsizetype firstDigits = 4;
constexpr qsizetype mostDigits = 10;  ///< 62^10 is the largest power that fits 64 bits.
const QString deeper = u"VVV"_s;      ///< The middle of three more digits.

/// Of the room that is left, what one key takes when keys come one behind the
/// other: a thousand fit without a longer key, and more still fit between them.
constexpr qint64 steps = 1024;

QChar digit(qint64 value)
{
    constexpr auto digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return QLatin1Char(digits[value]);
}

qint64 valueOf(QChar digit)
{
    const char16_t c = digit.unicode();
    return c <= u'9' ? c - u'0' : c <= u'Z' ? c - u'A' + 10 : c - u'a' + 36;
}

/// The first `digits` digits as a number.
qint64 valueOf(const QString &key, qsizetype digits)
{
    qint64 value = 0;
    for (qsizetype n = 0; n < digits; ++n)
        value = value * base + (n < key.size() ? valueOf(key[n]) : 0);
    return value;
}

QString keyOf(qint64 value, qsizetype digits)
{
    QString key(digits, u'0');
    for (qsizetype n = digits; n-- > 0; value /= base)
        key[n] = digit(value % base);
    return key;
}

/// `after` empty: up to 1.
QString between(const QString &before, const QString &after)
{
    const auto longest = std::max(before.size(), after.size());
    const auto digits = longest == 0 ? firstDigits : std::min(longest, mostDigits);
    const qint64 low = valueOf(before, digits);
    const qint64 high =
        after.isEmpty() ? valueOf(QString(digits, u'z'), digits) + 1 : valueOf(after, digits);
    const qint64 gap = high - low;
    if (gap >= 2) {
        // The longer key is the younger one: that is where the next ones will go, too.
        if (before.size() == after.size())
            return keyOf(low + gap / 2, digits);
        const qint64 step = std::max<qint64>(1, gap / steps);
        return keyOf(before.size() > after.size() ? low + step : high - step, digits);
    }
    const QString tail = after.mid(digits);
    if (after.size() > before.size() && valueOf(tail, std::min(tail.size(), mostDigits)) > 0)
        return keyOf(high, digits) + between({}, tail);
    return keyOf(low, digits) + (before.size() > digits ? between(before.mid(digits), {}) : deeper);
}

}  // namespace

QString editKindName(EditKind kind)
{
    const auto found =
        std::ranges::find(kindNames, kind, &std::pair<EditKind, const char *>::first);
    Q_ASSERT(found != kindNames.end());
    return QString::fromLatin1(found->second);
}

EditKind editKindFrom(const QString &name)
{
    for (const auto &[kind, text] : kindNames) {
        if (name == QLatin1String(text))
            return kind;
    }
    return EditKind::Move;
}

QString rankBetween(const QString &before, const QString &after)
{
    if (after.isEmpty())
        return between(before, {});
    if (before >= after)
        return before + deeper;
    const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto common = differ.first - before.begin();
    return before.left(common) + between(before.mid(common), after.mid(common));
}

}  // namespace station::dossier
