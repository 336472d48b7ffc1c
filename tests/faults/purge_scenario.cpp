#include "tests/faults/scenario.h"

#include "core/base/durable_file.h"
#include "core/repository/folder_repository.h"
#include "core/repository/layout.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/sync/handover.h"
#include "core/sync/purge.h"
#include "tests/core/store/sample_dossier.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

class DayClock final : public Clock {
public:
    explicit DayClock(int days) : m_days(days) {}
    qint64 nowMs() const override { return sample::receivedAtMs + m_days * 86'400'000LL; }

private:
    int m_days;
};

struct World {
    World(const QString &disk, int days)
        : data(disk + u"/data"_s), clock(days), store(store::Store::open(data, clock)), blobs(data),
          repository(disk + u"/repository"_s, disk + u"/repository.mark"_s),
          key(repository::ProvinceKey::loadOrCreate(disk + u"/province.key"_s))
    {
    }

    QString data;
    DayClock clock;
    Expected<store::Store> store;
    store::BlobFolder blobs;
    repository::FolderRepository repository;
    Expected<repository::ProvinceKey> key;
};

/// Copies that were handed over long ago leave the station with their pictures; one comes back.
/// Another dossier names one of their files and keeps it.
class Purging final : public Scenario {
public:
    QString name() const override { return u"purge"_s; }

    bool prepare(const QString &disk) const override
    {
        World world(disk, 1);
        if (!world.store || !world.key)
            return false;
        auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s});
        sync::HandoverRequest request{.dossier = dossier,
                                      .office = u"H62.16.1"_s,
                                      .department = u"H62.16"_s,
                                      .actor = sample::actor};
        dossier::Blob shared;
        for (auto &component : dossier.components) {
            const auto blob = world.blobs.put(QByteArray(15'000, 'c') + component.code.toLatin1());
            if (!blob)
                return false;
            shared = *blob;
            component.state = sample::anExtractedCopy(*blob);
            if (!layPictures(world, dossier.uuid, component.state))
                return false;
            request.papers.push_back(
                {.component = component.code,
                 .paperType = u"KQ.G04.000012"_s,
                 .proposedCode = *codes::DigitizationCode::parse(
                     sample::ownerId + u".KQ.G04.000012."_s + component.code + u".01"_s)});
        }
        request.dossier = dossier;
        auto other = sample::aDossier();
        other.code = *codes::DossierCode::parse(u"000.00.16.H62-240715-0002"_s);
        other.components[0].state = sample::anExtractedCopy(shared).copy;
        if (!layPictures(world, other.uuid, other.components[0].state) ||
            !world.store->createDossier(dossier, sample::actor) ||
            !world.store->createDossier(other, sample::actor))
            return false;
        sync::Handover handover(*world.store, world.blobs, world.repository, *world.key,
                                world.clock);
        const auto id = handover.plan(request);
        return id && handover.send(*id);
    }

    bool run(const QString &disk) const override
    {
        World world(disk, 60);
        const auto uuid = dossierOf(world);
        if (uuid.isEmpty() ||
            !sync::Purge(*world.store, world.blobs, world.repository, world.clock, {})
                 .run(sample::actor))
            return false;
        acknowledge(u"purged"_s);
        acknowledgeAudit(*world.store, uuid);
        if (!sync::fetchBack(*world.store, world.blobs, world.repository, world.clock, uuid,
                             u"GT01"_s, sample::actor))
            return false;
        acknowledge(u"fetched"_s);
        acknowledgeAudit(*world.store, uuid);
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = stationViolations(disk + u"/data"_s, acked);
        World world(disk, 60);
        const auto uuid = dossierOf(world);
        if (uuid.isEmpty())
            return found << u"dossier lost"_s;
        const auto dossier = world.store->load(uuid);
        const auto purged = world.store->purged(uuid);
        if (!dossier || !purged)
            return found << u"dossier unreadable"_s;
        for (const auto &component : dossier->components) {
            const auto *copy = dossier::signedCopyOf(component.state);
            if (!copy)
                return found << u"paper fell back"_s;
            const bool isHere = world.blobs.verify(copy->pdf).has_value();
            const bool isThere =
                world.repository
                    .verify(repository::layout::blob(copy->pdf.sha256), copy->pdf.sha256, {})
                    .has_value();
            const bool isPurged = purged->contains(component.code);
            const bool isShared = component.code == u"GT03";
            if (!isHere && !isThere)
                found << u"copy lost"_s;
            if (!isPurged && !isHere)
                found << u"row names a file that is gone"_s;
            if (isShared && !isHere)
                found << u"another dossier's file is gone"_s;
            if (isPurged && !isShared && isHere)
                found << u"recovery left the file of a purged copy"_s;
            for (const auto &side : copy->sides) {
                const bool hasPicture =
                    QFileInfo::exists(store::Spool(world.data).file(uuid, side.id, u"jpg"_s));
                if (side.purged && hasPicture)
                    found << u"recovery left a picture of a purged copy"_s;
                if (!side.purged && !hasPicture)
                    found << u"a picture is gone without a word"_s;
                if (isPurged && !side.purged)
                    found << u"a purged copy keeps its pictures"_s;
            }
        }
        const bool fetched = !acknowledged(acked, u"fetched"_s).empty();
        if (!acknowledged(acked, u"purged"_s).empty() &&
            !(purged->contains(u"GT02"_s) && purged->contains(u"GT03"_s)))
            found << u"the purge is undone"_s;
        if (fetched && purged->contains(u"GT01"_s))
            found << u"the fetch is undone"_s;
        return found;
    }

private:
    static bool layPictures(const World &world, const QString &uuid,
                            const dossier::PaperState &paper)
    {
        const store::Spool spool(world.data);
        for (const auto &side : dossier::sidesOf(paper)) {
            if (!writeDurably(spool.file(uuid, side.id, u"jpg"_s), "side"))
                return false;
        }
        return true;
    }

    static QString dossierOf(const World &world)
    {
        const auto dossier = world.store && world.key
                                 ? world.store->load(sample::dossierCode)
                                 : Expected<dossier::Dossier>(fail(Fault::StorageFailed));
        return dossier ? dossier->uuid : QString();
    }
};

}  // namespace

std::unique_ptr<Scenario> purgeScenario()
{
    return std::make_unique<Purging>();
}

}  // namespace station::faults
