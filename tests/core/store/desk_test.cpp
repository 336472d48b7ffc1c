#include "core/base/clock.h"
#include "core/store/column_form.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

const QString gt01 = u"GT01"_s;
const QString colleague = u"Lê Thị Bưởi"_s;
const Hold waits{u"Bà Đào về lấy bản chính"_s, colleague, sample::actor};
const DraftFields typed{{field_key::ownerName, u"Nguyễn Thị Hồng Đà"_s, false},
                        {field_key::documentNumber, u"88-0123"_s, true}};

/// A dossier whose only paper is signed, in a store that is opened again at will.
struct DeskWorld {
    DeskWorld()
    {
        auto store = open();
        REQUIRE(store.createDossier(dossier, sample::actor));
        move(store, OpenSlot{}, copy);
    }

    Store open(std::shared_ptr<const sealing::Sealer> sealer = nullptr) const
    {
        return Store::open(folder.path(), clock, std::move(sealer)).value();
    }
    void move(Store &store, const PaperState &from, const PaperState &next) const
    {
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = gt01,
                             .from = from,
                             .next = next,
                             .actor = sample::actor,
                             .action = u"test"_s}));
    }
    QByteArray bytes() const
    {
        QFile file(folder.filePath(u"station.db"_s));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir folder;
    SystemClock clock;
    Dossier dossier = sample::aDossier();
    SignedCopy copy{Blob{sha256Hex("pdf"), 3}, {}, sample::aClerk(), 5};
};

}  // namespace

TEST_CASE("a dossier that is put aside keeps its reason until somebody goes on with it", "[store]")
{
    const DeskWorld world;
    {
        auto store = world.open();
        REQUIRE(store.hold(world.dossier.uuid, waits));
    }
    auto store = world.open();
    const auto held = store.holds().value().value(world.dossier.uuid);
    CHECK(held.reason == waits.reason);
    CHECK(held.forWhom == colleague);
    CHECK(held.by == sample::actor);
    CHECK(held.sinceMs > 0);
    REQUIRE(store.resume(world.dossier.uuid, sample::actor));
    CHECK(store.holds()->isEmpty());
    CHECK(store.resume(world.dossier.uuid, sample::actor).error().fault == Fault::NothingToDo);
    CHECK(store.hold(u"unknown"_s, waits).error().fault == Fault::UnknownDossier);

    const auto audit = store.audit(world.dossier.uuid);
    REQUIRE(audit);
    QStringList actions;
    for (const auto &entry : *audit)
        actions << entry.action;
    CHECK(actions.contains(u"hold"_s));
    CHECK(actions.contains(u"resume"_s));
}

TEST_CASE("what a clerk has typed is there after a restart and goes with its confirmation",
          "[store]")
{
    const DeskWorld world;
    {
        auto store = world.open();
        REQUIRE(store.saveDraft(world.dossier.uuid, gt01, {{field_key::address, u"x"_s, true}}));
        REQUIRE(store.saveDraft(world.dossier.uuid, gt01, typed));
    }
    auto store = world.open();
    CHECK(store.draft(world.dossier.uuid, gt01).value() == typed);
    const ExtractedCopy extracted{world.copy, sample::someFields()};
    world.move(store, world.copy, extracted);
    CHECK(store.draft(world.dossier.uuid, gt01)->empty());
    CHECK(store.saveDraft(world.dossier.uuid, gt01, typed).error().fault == Fault::WrongOrder);
    CHECK(store.saveDraft(world.dossier.uuid, u"GT09"_s, typed).error().fault ==
          Fault::UnknownComponent);
}

TEST_CASE("holds and drafts of a sealed station are not readable", "[store]")
{
    const DeskWorld world;
    {
        auto store = world.open();
        REQUIRE(store.hold(world.dossier.uuid, waits));
        REQUIRE(store.saveDraft(world.dossier.uuid, gt01, typed));
    }
    const auto sealer = sealing::Sealer::with(sealing::DataKeys::made().value()).value();
    {
        const auto store = world.open(sealer);
        CHECK(store.holds().value().value(world.dossier.uuid).reason == waits.reason);
        CHECK(store.draft(world.dossier.uuid, gt01).value() == typed);
    }
    REQUIRE(sweepTraces(world.folder.path()));
    for (const auto &word : {u"Bưởi"_s, u"Đào"_s, u"Đà"_s, u"88-0123"_s})
        CHECK_FALSE(world.bytes().contains(word.toUtf8()));
}
