#include "tests/faults/scenario.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/repository/folder_repository.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/sync/handover.h"
#include "core/sync/inbox.h"
#include "tests/core/store/sample_dossier.h"

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

const QString department = u"H62.16"_s;

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return sample::receivedAtMs + 3'600'000; }
};

struct World {
    explicit World(const QString &disk)
        : data(disk + u"/data"_s), store(store::Store::open(data, clock)), blobs(data),
          repository(disk + u"/repository"_s),
          key(repository::ProvinceKey::loadOrCreate(disk + u"/province.key"_s))
    {
    }

    sync::HandoverRequest request(const dossier::Dossier &dossier) const
    {
        const auto code = [](const QString &number) {
            return codes::DigitizationCode::parse(sample::ownerId + u".KQ.G04.000012."_s + number +
                                                  u".01"_s);
        };
        return {.dossier = dossier,
                .office = u"H62.16.1"_s,
                .department = department,
                .actor = sample::actor,
                .papers = {{.component = u"GT01"_s,
                            .paperType = u"KQ.G04.000012"_s,
                            .proposedCode = *code(u"88-0123"_s)},
                           {.component = u"GT02"_s,
                            .paperType = u"KQ.G04.000012"_s,
                            .proposedCode = *code(u"99-0001"_s)}}};
    }

    QString data;
    FixedClock clock;
    Expected<store::Store> store;
    store::BlobFolder blobs;
    repository::FolderRepository repository;
    Expected<repository::ProvinceKey> key;
};

class HandingOver final : public Scenario {
public:
    QString name() const override { return u"hand-over"_s; }

    bool prepare(const QString &disk) const override
    {
        World world(disk);
        auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s});
        for (auto &component : dossier.components) {
            const auto blob = world.blobs.put(QByteArray(15'000, 'c') + component.code.toLatin1());
            if (!blob)
                return false;
            component.state = sample::anExtractedCopy(*blob);
            for (const auto &side : dossier::sidesOf(component.state)) {
                if (!writeDurably(store::Spool(world.data).file(dossier.uuid, side.id, u"jpg"_s),
                                  "side"))
                    return false;
            }
        }
        return world.store && world.store->createDossier(dossier, sample::actor);
    }

    bool run(const QString &disk) const override
    {
        World world(disk);
        if (!world.store || !world.key)
            return false;
        const auto dossier = world.store->load(sample::dossierCode);
        sync::Handover handover(*world.store, world.blobs, world.repository, *world.key,
                                world.clock);
        const auto open = world.store->openHandovers();
        if (!dossier || !open)
            return false;
        if (open->empty() && world.store->handovers(dossier->uuid)->empty() &&
            !handover.plan(world.request(*dossier)))
            return false;
        acknowledgeAudit(*world.store, dossier->uuid);
        if (!sent(world))
            return false;
        acknowledgeAudit(*world.store, dossier->uuid);
        acknowledge(u"event"_s);
        return true;
    }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        QStringList found = stationViolations(disk + u"/data"_s, acked);
        World world(disk);
        if (!world.store || !world.key)
            return found << u"no key"_s;
        found << provenSteps(world);
        const auto before = sync::Inbox(world.repository, *world.key).events(department);
        if (!acknowledged(acked, u"event"_s).empty() && (!before || before->size() != 1))
            found << u"event lost"_s;
        if (before)
            found << unreadable(world, *before);

        // And the station goes on from there.
        const auto dossier = world.store->load(sample::dossierCode);
        if (!dossier)
            return found << u"dossier lost"_s;
        sync::Handover handover(*world.store, world.blobs, world.repository, *world.key,
                                world.clock);
        const auto planned = handover.plan(world.request(*dossier));
        const auto done = planned ? sent(world) : Expected<>(fail(planned.error()));
        if (!done)
            found << u"does not go on: "_s + done.error().detail;
        found << provenSteps(world);
        const auto after = sync::Inbox(world.repository, *world.key).events(department);
        if (!after || after->size() != 1)
            found << u"not exactly one event in the end"_s;
        else
            found << unreadable(world, *after);
        if (world.repository.list(u"ctl/code/"_s)->size() != 2 ||
            world.repository.list(u"doc/man/"_s)->size() != 1)
            found << u"claims or manifests doubled"_s;
        return found;
    }

private:
    static Expected<> sent(World &world)
    {
        sync::Handover handover(*world.store, world.blobs, world.repository, *world.key,
                                world.clock);
        const auto open = world.store->openHandovers();
        for (const auto &row : open ? *open : std::vector<store::HandoverRow>()) {
            if (const auto result = handover.send(row.id); !result)
                return fail(result.error());
        }
        return open ? Expected<>() : fail(open.error());
    }

    /// What the outbox calls verified is there.
    static QStringList provenSteps(World &world)
    {
        QStringList found;
        const auto dossier = world.store->load(sample::dossierCode);
        if (!dossier)
            return {u"dossier lost"_s};
        const auto handovers = world.store->handovers(dossier->uuid);
        for (const auto &row : handovers ? *handovers : std::vector<store::HandoverRow>()) {
            const auto steps = world.store->steps(row.id);
            for (const auto &step : steps ? *steps : std::vector<store::OutboxStep>()) {
                if (step.state != store::StepState::Verified)
                    continue;
                const auto there = world.repository.get(step.key);
                const bool same = there && (step.kind == store::StepKind::CodeClaim ||
                                            sha256Hex(*there) == step.sha256);
                if (!same)
                    found << u"verified and not there: "_s + store::kindName(step.kind);
            }
        }
        return found;
    }

    static QStringList unreadable(World &world, const std::vector<sync::HandoverEvent> &events)
    {
        QStringList found;
        sync::Inbox inbox(world.repository, *world.key);
        for (const auto &event : events) {
            const auto manifest = inbox.open(event);
            if (!manifest)
                found << u"event without its documents: "_s + manifest.error().detail;
        }
        return found;
    }
};

}  // namespace

std::unique_ptr<Scenario> handoverScenario()
{
    return std::make_unique<HandingOver>();
}

}  // namespace station::faults
