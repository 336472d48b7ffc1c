#include "core/store/recovery.h"

#include "core/base/durable_file.h"
#include "core/dossier/dossier.h"
#include "core/store/adoption.h"
#include "core/store/blob_folder.h"
#include "core/store/restore.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <utility>

namespace station::store {
namespace {

constexpr int sha256Letters = 64;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

/// When files were last written to that nobody writes to any more.
struct Stale {
    QDateTime before;
    QDateTime after;  ///< From the future: the clock has been set back since.

    bool covers(const QDateTime &time) const { return time < before || time > after; }
};

Expected<int> removeTemporaryFiles(const QString &root, const Stale &stale,
                                   QDirIterator::IteratorFlag depth)
{
    int removed = 0;
    QDirIterator files(root, {QStringLiteral(".tmp-*"), QStringLiteral("*.part")},
                       QDir::Files | QDir::Hidden, depth);
    while (files.hasNext()) {
        files.next();
        if (!stale.covers(files.fileInfo().lastModified()))
            continue;
        if (const auto done = removeDurably(files.filePath()); !done)
            return fail(done.error());
        ++removed;
    }
    return removed;
}

Expected<> sweepBlobs(Store &store, const Stale &stale, RecoveryReport &report)
{
    const QString task = QStringLiteral("sweep_blobs");
    const auto last = store.lastUpkeep(task);
    if (!last)
        return fail(last.error());
    if (QDateTime::currentMSecsSinceEpoch() - *last < dayMs)
        return {};
    const QDir root(store.dataDir() + QStringLiteral("/blobs"));
    const auto removed = removeTemporaryFiles(root.path(), stale, QDirIterator::Subdirectories);
    if (!removed)
        return fail(removed.error());
    report.temporaryFilesRemoved += *removed;
    const auto shards = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &shard : shards) {
        auto names = QDir(root.filePath(shard)).entryList(QDir::Files, QDir::Unsorted);
        names.removeIf([](const QString &name) { return name.size() != sha256Letters; });
        const auto noted = store.noteOrphanBlobs(names);
        if (!noted)
            return fail(noted.error());
        report.orphanBlobs += *noted;
    }
    return store.noteUpkeep(task);
}

/// By id, whether each side is clean; without those whose files were purged.
QHash<QString, bool> cleanSides(const dossier::Dossier &dossier)
{
    QHash<QString, bool> sides;
    for (const auto &component : dossier.components) {
        for (const auto &side : dossier::sidesOf(component.state))
            if (!side.purged)
                sides.insert(side.id, side.cleaned);
    }
    return sides;
}

/// Compares the spool folder of one dossier with its rows. Returns the scans
/// that no row names. A raw scan whose side is clean has its original kept beside
/// it; a kill came before its removal.
Expected<QStringList> compareSpool(const dossier::Dossier &dossier, const QDir &folder,
                                   RecoveryReport &report)
{
    QStringList withoutRow;
    auto sides = cleanSides(dossier);
    QSet<QString> found;
    for (const auto &file : folder.entryInfoList(QDir::Files, QDir::Name)) {
        const QString id = file.fileName().section(QLatin1Char('.'), 0, 0);
        found.insert(id);
        if (file.suffix() != QLatin1String("pnm"))
            continue;
        if (!sides.contains(id)) {
            withoutRow << file.filePath();
        } else if (sides.value(id) && folder.exists(id + QStringLiteral(".original.jpg"))) {
            if (const auto removed = removeDurably(file.filePath()); !removed)
                return fail(removed.error());
            ++report.temporaryFilesRemoved;
        }
    }
    for (const QString &id : found)
        sides.remove(id);
    report.sidesWithoutFile << sides.keys();
    return withoutRow;
}

}  // namespace

Expected<RecoveryReport> recover(Store &store, const QString &actor, qint64 staleAfterMs)
{
    RecoveryReport report;
    const auto now = QDateTime::currentDateTimeUtc();
    const Stale stale{now.addMSecs(-staleAfterMs), now.addMSecs(staleAfterMs)};
    const QString spoolRoot = store.dataDir() + QStringLiteral("/spool");
    for (const auto &[root, depth] : {std::pair(store.dataDir(), QDirIterator::NoIteratorFlags),
                                      std::pair(spoolRoot, QDirIterator::Subdirectories)}) {
        const auto removed = removeTemporaryFiles(root, stale, depth);
        if (!removed)
            return fail(removed.error());
        report.temporaryFilesRemoved += *removed;
    }
    if (const auto swept = sweepBlobs(store, stale, report); !swept)
        return fail(swept.error());
    const auto ended = store.endOverlongWaits();
    const auto removed = ended ? store.removeLooseBlobs() : ended;
    const auto pictures = removed ? store.removePurgedPictures() : removed;
    if (!pictures)
        return fail(pictures.error());
    report.waitsEnded = *ended;
    report.blobsRemoved = *removed;
    report.picturesRemoved = *pictures;
    QDir(store.dataDir() + restoreStageName).removeRecursively();

    const auto unfinished = store.listUnfinished();
    if (!unfinished)
        return fail(unfinished.error());
    const BlobFolder blobFolder(store.dataDir());
    for (const auto &summary : *unfinished) {
        const auto dossier = store.load(summary.uuid);
        const auto blobs = store.blobs(summary.uuid);
        if (!dossier || !blobs)
            return fail(dossier ? blobs.error() : dossier.error());
        const QDir spool(store.dataDir() + QStringLiteral("/spool/") + summary.uuid);
        const auto withoutRow = compareSpool(*dossier, spool, report);
        if (!withoutRow)
            return fail(withoutRow.error());
        if (const auto adopted = adopt(store, summary.uuid, *withoutRow, actor, report); !adopted)
            return fail(adopted.error());
        for (const auto &blob : *blobs) {
            if (!blobFolder.contains(blob.sha256))
                report.blobsMissing << blob.sha256;
        }
    }
    if (const auto forgotten = store.forgetOldRuns(); !forgotten)
        return fail(forgotten.error());
    return report;
}

}  // namespace station::store
