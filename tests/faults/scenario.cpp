#include "tests/faults/scenario.h"

#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/store.h"

#include <SQLiteCpp/Database.h>

#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

QStringList databaseViolations(const QString &dataDir)
{
    QStringList found;
    try {
        SQLite::Database database(QFile::encodeName(dataDir + u"/station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE);
        const auto integrity = database.execAndGet("PRAGMA integrity_check").getString();
        if (integrity != "ok")
            found << u"integrity_check: "_s +
                         QString::fromStdString(integrity).section(u'\n', 0, 0);
        database.exec("PRAGMA foreign_key_check");
    } catch (const SQLite::Exception &exception) {
        found << u"database: "_s + QString::fromUtf8(exception.what());
    }
    return found;
}

}  // namespace

const std::vector<std::unique_ptr<Scenario>> &scenarios()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Scenario>> list;
        list.push_back(firstStartScenario());
        list.push_back(captureScenario());
        list.push_back(signingScenario());
        list.push_back(handoverScenario());
        list.push_back(purgeScenario());
        list.push_back(migrationScenario());
        list.push_back(backupScenario());
        list.push_back(restoreScenario());
        list.push_back(sealingScenario());
        return list;
    }();
    return all;
}

void acknowledge(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size())) !=
        bytes.size())
        ::_exit(2);
}

std::vector<QStringList> acknowledged(const QStringList &lines, const QString &word)
{
    std::vector<QStringList> found;
    for (const auto &line : lines) {
        auto words = line.split(u' ');
        if (words.takeFirst() == word)
            found.push_back(words);
    }
    return found;
}

void acknowledgeAudit(const store::Store &store, const QString &dossierUuid)
{
    const auto audit = store.audit(dossierUuid);
    acknowledge(u"audit %1 %2"_s.arg(dossierUuid).arg(audit ? audit->size() : 0));
}

QString freeDossierCode(const store::Store &store)
{
    for (int number = 1;; ++number) {
        const QString code = u"000.00.16.H62-240715-%1"_s.arg(number, 4, 10, QChar(u'0'));
        if (!store.load(code))
            return code;
    }
}

QStringList stationViolations(const QString &dataDir, const QStringList &acked,
                              std::shared_ptr<const sealing::Sealer> sealer)
{
    static const SystemClock clock;
    auto store = store::Store::open(dataDir, clock, sealer);
    if (!store)
        return {u"does not start: "_s + store.error().detail};
    QStringList found = databaseViolations(dataDir);
    if (const auto chain = store->verifyAudit(); !chain)
        found << u"audit: "_s + chain.error().detail;
    const auto report = store::recover(*store, u"recovery"_s, 0);
    if (!report)
        return found << u"no recovery: "_s + report.error().detail;
    for (const auto &side : report->sidesWithoutFile)
        found << u"no file of side "_s + side;
    for (const auto &blob : report->blobsMissing)
        found << u"no blob "_s + blob;
    const auto dossiers = store->listUnfinished();
    if (!dossiers)
        return found << u"no list: "_s + dossiers.error().detail;
    for (const auto &words : acknowledged(acked, u"audit"_s)) {
        const auto audit = store->audit(words[0]);
        if (!audit || audit->size() < words[1].toULongLong())
            found << u"acknowledged step lost"_s;
    }
    const store::BlobFolder blobs(dataDir, sealer);
    for (const auto &summary : *dossiers) {
        const auto named = store->blobs(summary.uuid);
        for (const auto &blob : named ? *named : std::vector<dossier::Blob>()) {
            if (const auto whole = blobs.verify(blob); !whole)
                found << u"blob: "_s + whole.error().detail;
        }
    }
    return found;
}

}  // namespace station::faults
