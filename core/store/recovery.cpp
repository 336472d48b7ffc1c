#include "core/store/recovery.h"

#include "core/base/durable_file.h"
#include "core/dossier/dossier.h"
#include "core/store/adoption.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>
#include <QSet>

namespace station::store {
namespace {

Expected<int> removeTemporaryFiles(const QString &root, const QDateTime &before)
{
    int removed = 0;
    QDirIterator files(root, {QStringLiteral(".tmp-*"), QStringLiteral("*.part")},
                       QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (files.fileInfo().lastModified() >= before)
            continue;
        if (const auto done = removeDurably(files.filePath()); !done)
            return fail(done.error());
        ++removed;
    }
    return removed;
}

/// By id, whether each side is clean.
QHash<QString, bool> cleanSides(const dossier::Dossier &dossier)
{
    QHash<QString, bool> sides;
    for (const auto &component : dossier.components) {
        for (const auto &side : dossier::sidesOf(component.state))
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
    const auto before = QDateTime::currentDateTimeUtc().addMSecs(-staleAfterMs);
    for (const auto *folder : {"/blobs", "/spool"}) {
        const auto removed = removeTemporaryFiles(store.dataDir() + QLatin1String(folder), before);
        if (!removed)
            return fail(removed.error());
        report.temporaryFilesRemoved += *removed;
    }

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
