#pragma once

#include "core/base/expected.h"
#include "core/dossier/side.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace station::workflow {

enum class PaperSource { Flatbed, Feeder, Duplex };
enum class ColourMode { Colour, Gray };

struct ScanRequest {
    QString device{};  ///< SANE name; empty: the office's bound device.
    PaperSource source = PaperSource::Feeder;
    ColourMode mode = ColourMode::Colour;
    int dpi = 300;
    double widthMm = 210.0;  ///< Largest paper expected; A4.
    double heightMm = 297.0;
    QString spoolFolder{};  ///< Exists; finished sides appear in it.
    QString runId{};        ///< UUIDv7; stands in the note of each side (dossier::SideNote).
    int firstSheet = 1;     ///< A run that goes on after a jam counts on.
    QString traceFile{};    ///< Options and timing for support are written here; empty: not.
};

/// A side whose file is complete and durable (fsync, rename, fsync of the folder).
struct ScannedSide {
    QString file{};  ///< Full path, in the spool folder; PNM (P4, P5 or P6) with a SideNote.
    int widthPx = 0;
    int heightPx = 0;
    int dpi = 0;
    int sheet = 1;  ///< From ScanRequest::firstSheet.
    dossier::Face face = dossier::Face::Front;
    bool twoSided = false;  ///< The device reads both faces of its sheet.
    bool damaged = false;   ///< Ended early; fewer lines than announced.
};

/// What a scanner is doing while nothing moves, for a plain sentence on the screen.
enum class ScannerNotice {
    Opening,
    WarmingUp,   ///< Started, but no data for some seconds.
    Restarting,  ///< It hung or its helper died; a new helper opens it again.
    Searching,   ///< It is not where it was last seen; all devices are asked.
};

/// Where sides come from: a scanner, or files that were handed in.
/// Blocking; never on the GUI thread. One run at a time for each object.
class ScanSource {
public:
    /// Takes over the side. An error stops the run and is returned by `scan`.
    using OnSide = std::function<Expected<>(const ScannedSide &)>;

    virtual ~ScanSource() = default;

    /// Runs until the paper is used up; returns the number of sides delivered.
    /// On an error every side delivered before it stays valid. FeederEmpty
    /// only when no side was delivered. Others: DeviceNotFound, DeviceBusy,
    /// DeviceLost, DeviceFailed, DeviceStalled, PaperJam, DoubleFeed, CoverOpen,
    /// Cancelled, StorageFull, StorageFailed; for files also the file faults.
    virtual Expected<int> scan(const ScanRequest &request, const OnSide &onSide,
                               std::stop_token stop) = 0;
};

}  // namespace station::workflow
