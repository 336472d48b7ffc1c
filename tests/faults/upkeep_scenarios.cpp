#include "tests/faults/scenario.h"

#include "core/base/durable_file.h"
#include "core/sealing/data_keys.h"
#include "core/sealing/sealer.h"
#include "core/store/backup.h"
#include "core/store/blob_folder.h"
#include "core/store/restore.h"
#include "core/store/spool.h"
#include "tests/core/store/sample_dossier.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

const SystemClock systemClock;

/// A backup is named after its second.
class HourlyClock final : public Clock {
public:
    qint64 nowMs() const override { return systemClock.nowMs() + hours * 3'600'000LL; }
    int hours = 0;
};

QString dataOf(const QString &disk)
{
    return disk + u"/data"_s;
}

/// One paper that is signed and not yet sent, one that is scanned, with all their files.
bool addDossier(store::Store &store, const QString &data, const QByteArray &bytes)
{
    auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s});
    dossier.code = *codes::DossierCode::parse(freeDossierCode(store));
    const auto blob = store::BlobFolder(data).put(bytes);
    if (!blob)
        return false;
    dossier.components[0].state = sample::anExtractedCopy(*blob);
    dossier.components[1].state = dossier::capture(dossier::DigitizeSlot{}, sample::aSide());
    for (const auto &component : dossier.components) {
        for (const auto &side : dossier::sidesOf(component.state)) {
            if (!writeDurably(store::Spool(data).file(dossier.uuid, side.id, u"jpg"_s), "side"))
                return false;
        }
    }
    return store.createDossier(dossier, sample::actor).has_value();
}

std::size_t dossiersIn(const QString &data)
{
    const auto store = store::Store::open(data);
    const auto list = store ? store->listUnfinished() : fail(store.error());
    return list ? list->size() : 0;
}

class BackingUp final : public Scenario {
public:
    QString name() const override { return u"backup"_s; }

    bool prepare(const QString &disk) const override
    {
        auto store = store::Store::open(dataOf(disk));
        return store && addDossier(*store, dataOf(disk), QByteArray(9000, 'a')) &&
               QDir().mkpath(disk + u"/backups"_s);
    }

    bool run(const QString &disk) const override
    {
        HourlyClock clock;
        store::Backup backup(dataOf(disk), {.folder = disk + u"/backups"_s}, clock);
        for (int n = 1; n <= 2; ++n) {
            // A run after a kill may be in the same second.
            clock.hours = static_cast<int>(store::backupsIn(disk + u"/backups"_s).size()) + 1;
            if (!backup.make())
                return false;
            acknowledge(u"backup %1"_s.arg(n));
            auto store = store::Store::open(dataOf(disk));
            if (!store || !addDossier(*store, dataOf(disk), QByteArray(8000, char('a' + n))))
                return false;
        }
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = stationViolations(dataOf(disk), acked);
        const auto backups = store::backupsIn(disk + u"/backups"_s);
        if (backups.size() < acknowledged(acked, u"backup"_s).size())
            found << u"backup lost"_s;
        for (const auto &backup : backups) {
            const QString place =
                disk + u"/restored-"_s + QString::number(&backup - backups.data());
            const auto restored = store::restore(place, backup.folder, sample::actor, systemClock);
            if (!restored)
                found << u"a backup does not restore: "_s + restored.error().detail;
            else
                found << stationViolations(place, {});
            if (restored && dossiersIn(place) == 0)
                found << u"a backup without its dossier"_s;
        }
        return found;
    }
};

class Restoring final : public Scenario {
public:
    QString name() const override { return u"restore"_s; }

    bool prepare(const QString &disk) const override
    {
        const QString data = dataOf(disk);
        auto store = store::Store::open(data);
        return store && addDossier(*store, data, QByteArray(9000, 'a')) &&
               QDir().mkpath(disk + u"/backups"_s) &&
               store::Backup(data, {.folder = disk + u"/backups"_s}, systemClock).make() &&
               addDossier(*store, data, QByteArray(9000, 'b'));
    }

    bool run(const QString &disk) const override
    {
        const auto restored =
            store::restore(dataOf(disk), disk + u"/backups"_s, sample::actor, systemClock);
        if (!restored)
            return false;
        acknowledge(u"restored"_s);
        auto store = store::Store::open(dataOf(disk));
        return store && store->record({}, {}, sample::actor, u"display"_s);
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = stationViolations(dataOf(disk), acked);
        const auto dossiers = dossiersIn(dataOf(disk));
        if (dossiers != 1 && dossiers != 2)
            found << u"neither the old data nor the restored"_s;
        if (!acknowledged(acked, u"restored"_s).empty() && dossiers != 1)
            found << u"the restore is undone"_s;
        if (dossiers == 1 && !isKeptAside(dataOf(disk)))
            found << u"what was before the restore is gone"_s;
        return found;
    }

private:
    /// The database with both dossiers, their files and sides.
    static bool isKeptAside(const QString &data)
    {
        const auto asides = QDir(data).entryInfoList({u"before-restore-*"_s}, QDir::Dirs);
        return std::any_of(asides.begin(), asides.end(), [](const QFileInfo &aside) {
            const QDir old(aside.filePath() + u"/old"_s);
            const QDir spool(old.filePath(u"spool"_s));
            return old.exists(u"station.db"_s) && old.exists(u"blobs"_s) &&
                   spool.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 2;
        });
    }
};

/// Data from before there was a key are sealed, the database when it is opened, blobs after it.
class Sealing final : public Scenario {
public:
    QString name() const override { return u"sealing"_s; }

    bool prepare(const QString &disk) const override
    {
        const auto keys = sealing::DataKeys::made();
        auto store = store::Store::open(dataOf(disk));
        for (int n = 0; n < 3; ++n) {
            if (!store || !addDossier(*store, dataOf(disk), QByteArray(9000, char('a' + n))))
                return false;
        }
        return keys && writeDurably(disk + u"/keys"_s, QByteArray(keys->text().view().data(),
                                                                  qsizetype(keys->text().size())));
    }

    bool run(const QString &disk) const override
    {
        const auto sealer = sealerOf(disk);
        auto store = store::Store::open(dataOf(disk), systemClock, sealer);
        if (!store || !store->record({}, {}, sample::actor, u"display"_s))
            return false;
        acknowledgeAudit(*store, {});
        store::BlobFolder blobs(dataOf(disk), sealer);
        for (auto sealed = blobs.sealOld(1); !sealed || *sealed > 0; sealed = blobs.sealOld(1)) {
            if (!sealed)
                return false;
        }
        acknowledge(u"sealed"_s);
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        const auto sealer = sealerOf(disk);
        QStringList found = stationViolations(dataOf(disk), acked, sealer);
        const auto store = store::Store::open(dataOf(disk), systemClock, sealer);
        const auto list = store ? store->listUnfinished() : fail(store.error());
        if (!list || list->size() != 3)
            return found << u"dossiers lost"_s;
        for (const auto &summary : *list) {
            const auto dossier = store->load(summary.uuid);
            if (!dossier || dossier->owner.name.reveal() != sample::ownerName)
                found << u"an owner cannot be read"_s;
        }
        if (!acknowledged(acked, u"sealed"_s).empty()) {
            for (int n = 0; n < 3; ++n) {
                const auto bytes = readWhole(store::BlobFolder(dataOf(disk))
                                                 .path(sha256Hex(QByteArray(9000, char('a' + n)))));
                if (!bytes || bytes->contains(QByteArray(100, char('a' + n))))
                    found << u"a blob is not sealed"_s;
            }
        }
        return found;
    }

private:
    static std::shared_ptr<const sealing::Sealer> sealerOf(const QString &disk)
    {
        auto text = readWhole(disk + u"/keys"_s);
        const auto keys = sealing::DataKeys::parse(Secret(*std::move(text)));
        return keys ? sealing::Sealer::with(*keys).value_or(nullptr) : nullptr;
    }
};

}  // namespace

std::unique_ptr<Scenario> backupScenario()
{
    return std::make_unique<BackingUp>();
}
std::unique_ptr<Scenario> restoreScenario()
{
    return std::make_unique<Restoring>();
}
std::unique_ptr<Scenario> sealingScenario()
{
    return std::make_unique<Sealing>();
}

}  // namespace station::faults
