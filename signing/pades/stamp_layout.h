#pragma once

#include "core/workflow/copy_signer.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <functional>

namespace station::signing {

/// Width of a text in points.
using TextWidth = std::function<double(const QString &)>;

/// Where the mark stands and what is in it.
struct StampLayout {
    QRectF box{};  ///< In points of the page, y upwards: top() is the lower edge.
    QStringList lines{};
    double lineHeightPt = 0.0;
    double baselinePt = 0.0;  ///< Of the first line, below the box's upper edge.
};

/// Breaks lines between words, and a word that is too long for itself anywhere.
/// NFC; white space at a break is dropped.
QStringList wrapped(const QStringList &lines, double widthPt, const TextWidth &widthOf);

/// How wide the rule lets lines be: a mark never passes the middle of the page, so
/// that the clerk's on the left and the agency's on the right can both stand there. InvalidInput
/// when the mark has no text or the page is too narrow.
Expected<double> ruledWidth(const workflow::CopyMark &mark, const QRectF &page);

/// The mark at its ruled place, with lines that wrap at `widthPt`; the box is as wide as the
/// longest of them. InvalidInput when it is higher than the page.
Expected<StampLayout> stampLayout(const workflow::CopyMark &mark, const QRectF &page,
                                  double widthPt, const TextWidth &widthOf);

}  // namespace station::signing
