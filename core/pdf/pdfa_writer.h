#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <vector>

namespace station::pdf {

/// Whether recognized text lies invisibly over the picture. `None` is the
/// default of the law: the copy is signed before anything is extracted.
enum class TextLayer { None, Embedded };

/// A recognized word of a page; only used with TextLayer::Embedded.
struct PdfWord {
    QString text{};  ///< Made NFC by the writer.
    QRectF box{};    ///< Pixels of the page's JPEG.
    int line = 0;    ///< Words of one line share it; they get one font size.
};

/// One side of a paper. The JPEG (baseline or progressive, gray or RGB/YCbCr)
/// goes into the file byte for byte, so nothing of the picture is lost.
struct PdfPage {
    QByteArray jpeg{};
    int dpi = 0;  ///< Real resolution; the page gets the paper's true size.
    std::vector<PdfWord> words{};
};

struct PdfInfo {
    QString title{};     ///< Kind of paper; no personal data.
    QString producer{};  ///< Program and version.
    qint64 createdAtMs = 0;
};

/// Writes an electronic copy as PDF/A-2b, durably: the file appears whole or
/// not at all. The same input gives the same bytes.
///
/// The form suits signing by incremental update: classic cross-reference table,
/// no object streams, no form, no rotation, /Info equal to the XMP metadata,
/// /ID as hexadecimal strings.
///
/// Fails with InvalidInput (no page, dpi below 1), FileUnreadable (subject
/// "page N": not a JPEG, or one with four colours), StorageFull, StorageFailed.
Expected<> writePdfA(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info,
                     TextLayer layer = TextLayer::None);

/// The same file in memory.
Expected<QByteArray> pdfA(const std::vector<PdfPage> &pages, const PdfInfo &info,
                          TextLayer layer = TextLayer::None);

}  // namespace station::pdf
