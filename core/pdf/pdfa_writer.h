#pragma once

#include "core/base/expected.h"
#include "core/imaging/layered_picture.h"

#include "core/recognition/recognized_page.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
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

std::vector<PdfWord> wordsOf(const recognition::RecognizedPage &page);

/// One side of a paper. The JPEG (baseline or progressive, gray or RGB/YCbCr)
/// goes into the file byte for byte, so nothing of the picture is lost.
struct PdfPage {
    QByteArray jpeg{};
    int dpi = 0;  ///< Real resolution of the JPEG; the page gets the paper's true size.
    std::vector<PdfWord> words{};
    /// Shown instead of the JPEG, which may be empty then; `dpi` still scales the words.
    std::optional<imaging::LayeredPicture> layers{};
};

struct PdfInfo {
    QString title{};     ///< Kind of paper; no personal data.
    QString producer{};  ///< Program and version.
    qint64 createdAtMs = 0;
};

/// An electronic copy as PDF/A-2b that is written page by page, so that a paper
/// of any length needs the memory of one page. The file appears under its name
/// with `finish`, whole and durable, or not at all. The same input gives the
/// same bytes.
///
/// The form suits signing by incremental update: classic cross-reference table,
/// no object streams, no form, no rotation, /Info equal to the XMP metadata,
/// /ID as hexadecimal strings. Belongs to one thread at a time.
class PdfAFile {
public:
    /// Fails with StorageFull, StorageFailed.
    static Expected<PdfAFile> begin(const QString &path, const PdfInfo &info,
                                    TextLayer layer = TextLayer::None);
    PdfAFile(PdfAFile &&) noexcept;
    PdfAFile &operator=(PdfAFile &&) noexcept;
    ~PdfAFile();  ///< An unfinished file leaves nothing behind.

    /// Fails with InvalidInput (a page smaller than 1 mm or larger than 5 m: ISO 19005-2,
    /// 6.1.13; dpi below 1) or FileUnreadable (not a JPEG, or one with four colours), subject
    /// "page N"; then the page is not in the file and the next one may come. Or with
    /// StorageFull, StorageFailed.
    Expected<> add(const PdfPage &page);

    /// The last call. Fails with InvalidInput when there is no page, StorageFull, StorageFailed.
    Expected<> finish();

private:
    struct Parts;
    explicit PdfAFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

/// The same for pages that are all there.
Expected<> writePdfA(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info,
                     TextLayer layer = TextLayer::None);

/// The same file in memory.
Expected<QByteArray> pdfA(const std::vector<PdfPage> &pages, const PdfInfo &info,
                          TextLayer layer = TextLayer::None);

}  // namespace station::pdf
