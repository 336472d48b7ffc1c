#include "signing/pades/stamp_layout.h"

#include <algorithm>

namespace station::signing {
namespace {

constexpr double lineSpacing = 1.15;  // of the font's size, as Liberation Serif has it
constexpr double ascent = 0.89;       // of the font's size

/// As many characters of `word` as fit, at least one; surrogate pairs stay whole.
qsizetype fitting(const QString &word, double widthPt, const TextWidth &widthOf)
{
    qsizetype count = word.size();
    while (count > 1 && widthOf(word.left(count)) > widthPt)
        --count;
    if (count < word.size() && word.at(count).isLowSurrogate())
        count += count > 1 ? -1 : 1;
    return count;
}

}  // namespace

QStringList wrapped(const QStringList &lines, double widthPt, const TextWidth &widthOf)
{
    QStringList result;
    for (const auto &line : lines) {
        QString current;
        for (QString word :
             line.normalized(QString::NormalizationForm_C).split(QChar(' '), Qt::SkipEmptyParts)) {
            const QString longer = current.isEmpty() ? word : current + QChar(' ') + word;
            if (widthOf(longer) <= widthPt) {
                current = longer;
                continue;
            }
            if (!current.isEmpty())
                result << current;
            while (widthOf(word) > widthPt && word.size() > 1) {
                const qsizetype count = fitting(word, widthPt, widthOf);
                result << word.left(count);
                word.remove(0, count);
            }
            current = word;
        }
        if (!current.isEmpty())
            result << current;
    }
    return result;
}

Expected<double> ruledWidth(const workflow::CopyMark &mark, const QRectF &page)
{
    const double width = std::min(mark.widthPt, page.width() / 2 - mark.marginLeftPt);
    if (mark.fontPt <= 0 || width < mark.fontPt)
        return fail(Fault::InvalidInput, QStringLiteral("mark wider than the page"));
    if (mark.lines.join(QString()).trimmed().isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("mark without text"));
    return width;
}

Expected<StampLayout> stampLayout(const workflow::CopyMark &mark, const QRectF &page,
                                  double widthPt, const TextWidth &widthOf)
{
    StampLayout layout{.lines = wrapped(mark.lines, widthPt, widthOf),
                       .lineHeightPt = mark.fontPt * lineSpacing,
                       .baselinePt = mark.fontPt * ascent};
    double width = 0;
    for (const auto &line : layout.lines)
        width = std::max(width, widthOf(line));
    const double height = layout.lineHeightPt * static_cast<double>(layout.lines.size());
    if (height + mark.marginTopPt > page.height())
        return fail(Fault::InvalidInput, QStringLiteral("mark higher than the page"));
    const double left = mark.corner == workflow::MarkCorner::TopLeft
                            ? page.left() + mark.marginLeftPt
                            : page.right() - mark.marginLeftPt - width;
    layout.box = QRectF(left, page.bottom() - mark.marginTopPt - height, width, height);
    return layout;
}

}  // namespace station::signing
