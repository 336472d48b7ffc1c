#pragma once

#include "core/base/expected.h"
#include "core/base/side_geometry.h"
#include "core/base/worker_channel.h"
#include "core/dossier/side.h"
#include "core/dossier/side_cleanup.h"
#include "core/recognition/recognized_page.h"

#include <QByteArray>
#include <QRect>
#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::worker {

/// How the legal picture is written.
struct PictureRule {
    int dpi = 200;     ///< Finer sides are brought down to it; never enlarged. 0: as scanned.
    int quality = 70;  ///< JPEG, 1 to 100.
    /// A JPEG whose pixels need no change is taken over byte for byte when it is not larger
    /// than this for a square metre of paper (350 kB for an A4 side); 0: never.
    qint64 passBytesPerM2 = 5'600'000;
    bool layered = false;  ///< Also the mixed-raster form, as `<stem>.layers`, where it holds.

    bool operator==(const PictureRule &) const = default;
};

struct SideJob {
    QString source{};      ///< Raw side: PNM, or the kept original, in one of the pool's folders;
                           ///< for `read` also any picture that the pool may read.
    int page = 0;          ///< Of a source that holds several (TIFF), from 0.
    QString outputStem{};  ///< Full path without ending, in one of the pool's folders.
    int dpi = 300;         ///< What the scanner reported; used when the file does not say.
    int turnDeg = 0;       ///< The clerk's quarter turns, after the automatic ones.
    dossier::SideCleanup cleanup{};
    PictureRule picture{};
    int minimumDpi = 200;             ///< Of the rules; less is flagged.
    double expectedHeightMm = 297.0;  ///< Longest paper expected; much longer is flagged.
};

/// Where the time of one side went, in ms.
struct StepTimes {
    int read = 0;
    int cleanUp = 0;
    int write = 0;
};

/// A sheet that parts two papers in a pile.
struct Separator {
    QString
        component{};  ///< Where the next sheets belong; empty: into the next open paper (Patch T).
    bool operator==(const Separator &) const = default;
};

/// Of the cleaned image. Its files are durable: `<stem>.original.jpg` (the
/// untouched geometry; not written again when it is the source) and `<stem>.jpg`.
struct CleanedSide {
    int widthPx = 0;
    int heightPx = 0;
    int dpi = 0;
    bool blank = false;
    int rotationDeg = 0;  ///< Automatic and the clerk's turn together, clockwise.
    double skewDeg = 0.0;
    dossier::Attentions attention{};  ///< All but Duplicate, which one side alone cannot tell.
    QString fingerprint{};            ///< See imaging::fingerprintOf; empty for a blank side.
    SideGeometry geometry{};          ///< From the untouched original to the cleaned picture.
    QString kind{};                   ///< imaging::pageKindName.
    std::vector<QRect>
        items{};           ///< Things that lie apart, of the original; fewer than two: one page.
    bool layered = false;  ///< `<stem>.layers` was written.
    std::optional<Separator> separator{};
    StepTimes times{};
};

/// A side cleaned and read in one pass.
struct ReadSide {
    CleanedSide side{};
    recognition::RecognizedPage page{};  ///< Boxes in pixels of the cleaned picture.
    int pages = 1;                       ///< How many the source holds.
    /// The picture is good, only its text could not be read.
    std::optional<Error> textError{};
};

struct DecodedSide {
    QString file{};  ///< PNM or JPEG in the output folder, durable.
    int widthPx = 0;
    int heightPx = 0;
    int dpi = 0;
};

/// Where a page carries content: a grid over the whole of it, rows from the top.
struct InkGrid {
    static constexpr double cellPt = 4.0;  ///< Width and height of a cell.
    int columns = 0;
    int rows = 0;
    QByteArray cells{};  ///< columns × rows bytes: 0 is paper, 1 is ink.
};

/// More than a paper is; a file from outside that has more is not opened.
inline constexpr int mostForeignPages = 200;
inline constexpr qint64 largestForeignFile = 100LL * 1024 * 1024;  ///< Bytes.

/// By its beginning, whatever its name says; false for a file that cannot be read.
bool isPdf(const QString &file);

struct PoolOptions {
    QStringList folders{};       ///< Where workers may read and write (the spool), below included.
    QStringList readable{};      ///< Files from outside that `read` may be given.
    QString pageKinds{};         ///< resources/pages/page_kinds.toml; empty: the built-in recipe.
    int workers = 0;             ///< 0: one for each core.
    int sideTimeoutMs = 90'000;  ///< Also for each page of a file from outside.
    QString program{};           ///< Empty: tramsohoa-page-worker beside this program.
};

/// The page workers of this station: resident processes that clean and read
/// sides, without network, store or home folder.
///
/// Thread-safe; every call blocks until its side is done, and as many run at
/// once as there are workers. While sides are being cleaned, one worker is kept free
/// of recognition, which takes seconds. Workers start when first needed. A side that hangs
/// its worker is TimedOut; one that kills it is tried once more on a fresh
/// worker and then WorkerDied. Neither touches other sides. Further errors:
/// the file faults, StorageFull, StorageFailed, Cancelled.
class PageWorkerPool {
public:
    explicit PageWorkerPool(PoolOptions options);

    /// Cleans a side so that it can be shown, signed and stored. Goes before every
    /// `recognise` that waits for a worker.
    Expected<CleanedSide> clean(const SideJob &job, std::stop_token stop = {});

    /// Text and barcodes of a side that `clean` has made clean; the same job. Read from
    /// the kept original by the same steps, because the legal JPEG has lost what
    /// small print needs, and written durably as `<stem>.json`
    /// (recognition::toJson). Boxes are those of the cleaned image.
    Expected<recognition::RecognizedPage> recognise(const SideJob &job, std::stop_token stop = {});

    /// Cleans and reads a picture in one pass, for the commands that work without a dossier.
    /// Writes `<stem>.jpg` (and `.layers`), not durably; keeps no original and no text file.
    /// `withText` false: the same without the text. When only the text fails, that too with a
    /// worker that hangs or dies over it, the picture comes without.
    Expected<ReadSide> read(const SideJob &job, bool withText, std::stop_token stop = {});

    /// Where a cleaned picture (`<stem>.jpg`) is darker than its paper. A speck is not ink.
    Expected<InkGrid> inkOf(const QString &picture, int dpi, std::stop_token stop = {});

    /// Sides of a file from outside: one of an image, one a page of a PDF (at
    /// 300 dpi). It is opened in a worker of its own that ends afterwards.
    /// FileTooLarge: more than 100 MB (it is not opened then), more than 200 pages, or
    /// more pixels than a sheet can have. FileEncrypted: a PDF that asks for a password. One
    /// page that cannot be opened is the error of all.
    Expected<std::vector<DecodedSide>> decode(const QString &file, const QString &outputFolder,
                                              int defaultDpi, std::stop_token stop = {});

    /// The same, one by one while later pages are still being opened; calls come from this
    /// thread. A page that cannot be opened or takes too long is an error whose subject names
    /// it, and the others go on. What was delivered stays the caller's. Fails only for what
    /// concerns the whole file.
    using OnSide = std::function<void(Expected<DecodedSide>)>;
    Expected<> decode(const QString &file, const QString &outputFolder, int defaultDpi,
                      const OnSide &onSide, std::stop_token stop = {});

    /// The first page alone, for a look at it.
    Expected<DecodedSide> decodeFirst(const QString &file, const QString &outputFolder,
                                      int defaultDpi, std::stop_token stop = {});

    /// What a fresh worker says of itself: "seccomp", "landlock", "limits".
    Expected<QStringList> sandboxLayers();

private:
    struct Worker {
        WorkerChannel channel;
        QStringList layers;
    };
    enum class Task { Clean, Recognise };
    Expected<QJsonObject> ask(Task task, const QJsonObject &request, const std::stop_token &stop);
    Expected<QJsonObject> askOnce(Expected<Worker> worker, const QJsonObject &request,
                                  const std::stop_token &stop);
    Expected<std::vector<DecodedSide>> decodedAll(const QString &file, const QString &outputFolder,
                                                  const QStringList &arguments,
                                                  const std::stop_token &stop);
    Expected<> decodePages(const QString &file, const QString &outputFolder,
                           const QStringList &arguments, const OnSide &onSide,
                           const std::stop_token &stop);
    Expected<Worker> startWorker(const QStringList &arguments) const;
    Expected<Worker> startResident() const;
    Expected<Worker> idleOrNew();
    Expected<> takePlace(Task task, const std::stop_token &stop);
    void leavePlace(Task task);
    bool mayRecognise() const;  // m_mutex is held

    PoolOptions m_options;
    std::mutex m_mutex;
    std::condition_variable_any m_placeFree;
    std::vector<Worker> m_idle;  // guarded by m_mutex
    int m_cleaning = 0;          // the rest too
    int m_recognising = 0;
    std::list<std::nullptr_t> m_waitingToRecognise;  // one each, in the order of their turns
    int m_waitingToClean = 0;
    std::chrono::steady_clock::time_point m_lastCleaned{};
};

}  // namespace station::worker
