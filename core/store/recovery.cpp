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

QSet<QString> sideIds(const dossier::Dossier &dossier)
{
    QSet<QString> ids;
    for (const auto &component : dossier.components) {
        for (const auto &side : dossier::sidesOf(component.state))
            ids.insert(side.id);
    }
    return ids;
}

/// Compares the spool folder of one dossier with its rows. Returns the scans
/// that no row names.
QStringList compareSpool(const dossier::Dossier &dossier, const QDir &folder,
                         RecoveryReport &report)
{
    QStringList withoutRow;
    auto ids = sideIds(dossier);
    QSet<QString> found;
    const auto files = folder.entryInfoList(QDir::Files, QDir::Name);
    for (const auto &file : files) {
        const QString id = file.fileName().section(QLatin1Char('.'), 0, 0);
        found.insert(id);
        if (file.suffix() == QLatin1String("pnm") && !ids.contains(id))
            withoutRow << file.filePath();
    }
    ids.subtract(found);
    report.sidesWithoutFile << ids.values();
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
        if (const auto adopted = adopt(store, summary.uuid, withoutRow, actor, report); !adopted)
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
