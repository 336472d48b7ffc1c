#pragma once

#include "core/base/expected.h"
#include "core/dossier/owner.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace station::workflow {

enum class MarkCorner { TopLeft, TopRight };

/// Where page 1 carries content: a grid over the whole page, rows from the top.
struct InkMap {
    double cellPt = 4.0;  ///< Width and height of a cell.
    int columns = 0;
    int rows = 0;
    QByteArray cells{};  ///< columns × rows bytes: 0 is paper, 1 is ink. Empty: not known.

    bool isKnown() const { return columns > 0 && cells.size() == qsizetype(columns) * rows; }
};

/// The visible mark on page 1; position and lines come from the rule profile
/// (TT 01/2023 Art. 8: top left, name of copier and time of copying).
struct CopyMark {
    MarkCorner corner = MarkCorner::TopLeft;
    double marginLeftPt = 28.0;  ///< From the page's edge to the mark.
    double marginTopPt = 14.0;
    double widthPt = 200.0;  ///< Lines wrap inside it.
    double fontPt = 10.0;
    QStringList lines{};  ///< Final text, NFC.
};

struct SignRequest {
    QString sourcePdf{};             ///< Our own unsigned PDF/A; left as it is.
    QString destinationPdf{};        ///< Appears whole, durable and verified, or not at all.
    std::optional<CopyMark> mark{};  ///< Nothing: an invisible signature.
    /// The mark moves from its ruled place to the nearest one that covers no content. Not known:
    /// it stands where the rule says.
    InkMap ink{};
    qint64 signedAtMs = 0;  ///< Time of copying; also /M of the signature.
};

struct SignedFile {
    QString sha256{};  ///< Of the whole signed file, read back from disk.
    qint64 size = 0;
};

/// One unlocked token: one PIN, then any number of copies, one at a time.
/// Blocking; never on the GUI thread. Destroying it logs the token out.
class CopySigner {
public:
    virtual ~CopySigner() = default;

    virtual const dossier::Clerk &clerk() const = 0;

    /// Until when the certificate may sign, by its own word.
    virtual qint64 certificateEndsMs() const = 0;

    /// PAdES B-B, verified after writing. Fails with TokenRemoved, TokenFailed,
    /// GlyphMissing, NoRoomForMark, SignatureInvalid, StorageFull, StorageFailed, FileUnreadable.
    virtual Expected<SignedFile> sign(const SignRequest &request) = 0;
};

}  // namespace station::workflow
