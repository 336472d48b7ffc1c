#include "core/base/durable_file.h"
#include "core/repository/layout.h"
#include "core/store/recovery.h"
#include "core/store/spool.h"
#include "core/sync/purge.h"
#include "handover_world.h"

#include <SQLiteCpp/Database.h>

#include <QFile>

using namespace station;
using namespace station::sync;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

/// A repository that was seen to do less than the folder behind it.
class Unfit final : public repository::Repository {
public:
    explicit Unfit(Repository &inner) : m_inner(inner) {}

    using Repository::putIfAbsent;
    Expected<Put> putIfAbsent(const QString &key, const ByteSource &content, const QString &sha256,
                              const std::stop_token &stop) override
    {
        return m_inner.putIfAbsent(key, content, sha256, stop);
    }
    Expected<QByteArray> get(const QString &key) override { return m_inner.get(key); }
    Expected<> verify(const QString &key, const QString &sha256,
                      const std::stop_token &stop) override
    {
        return m_inner.verify(key, sha256, stop);
    }
    Expected<qint64> head(const QString &key) override { return m_inner.head(key); }
    Expected<QStringList> list(const QString &prefix, const QString &after) override
    {
        return m_inner.list(prefix, after);
    }
    Expected<repository::Capabilities> probe() override
    {
        auto found = m_inner.probe();
        found->refusesWrongHash = false;
        found->findings << u"stores corrupted bodies"_s;
        return found;
    }

private:
    Repository &m_inner;
};

/// A station that has handed its dossier over, forty days ago.
struct PurgeWorld : World {
    PurgeWorld()
    {
        REQUIRE(handOver());
        clock.now += 40 * dayMs;
    }
    Purge purge() { return {store, blobs, repository, clock, {}}; }
    SampleAudit audit() { return {store, blobs, repository}; }
    QString sha256(int component) const
    {
        return dossier::signedCopyOf(dossier.components.at(std::size_t(component)).state)
            ->pdf.sha256;
    }
    QString repositoryFile(int component) const
    {
        return root.filePath(repository::layout::blob(sha256(component)));
    }

    dossier::Sides sides(int component) const
    {
        return dossier::sidesOf(load().components.at(std::size_t(component)).state);
    }
    /// A picture, its original and its text for every side of the dossier.
    void layPictures() const
    {
        for (int component = 0; component < 3; ++component) {
            for (const auto &side : sides(component)) {
                for (const auto *ending : {"jpg", "original.jpg", "json"})
                    REQUIRE(writeDurably(
                        spool.file(dossier.uuid, side.id, QString::fromLatin1(ending)), "pixels"));
            }
        }
    }
    /// Files of a paper's sides.
    qsizetype pictures(int component) const
    {
        qsizetype files = 0;
        for (const auto &side : sides(component))
            files += spool.files(dossier.uuid, side.id).size();
        return files;
    }

    store::Spool spool{data.path()};
    store::Store store = openStore();
};

}  // namespace

TEST_CASE("a proven copy of long ago leaves the station and is fetched back whole", "[sync]")
{
    PurgeWorld world;
    const auto preview = world.purge().preview();
    REQUIRE(preview);
    CHECK(preview->copies == 2);
    CHECK(preview->files == 2);
    CHECK(world.blobs.contains(world.sha256(0)));

    const auto done = world.purge().run(sample::actor);
    REQUIRE(done);
    CHECK(done->copies == preview->copies);
    CHECK(done->files == preview->files);
    CHECK(done->bytes == preview->bytes);
    CHECK(done->bytes == QByteArray("first copy").size() + QByteArray("second copy").size());
    CHECK_FALSE(world.blobs.contains(world.sha256(0)));
    // The dossier opens and says where its copies are.
    CHECK(std::holds_alternative<dossier::HandedOverCopy>(world.load().components[0].state));
    CHECK(world.store.blobs(world.dossier.uuid)->empty());
    CHECK(world.store.purged(world.dossier.uuid)->keys() == QStringList{u"GT01"_s, u"GT02"_s});
    CHECK(world.store.verifyAudit());

    REQUIRE(fetchBack(world.store, world.blobs, world.repository, world.clock, world.dossier.uuid,
                      u"GT01"_s, sample::actor)
                .value_or(0) == 1);
    CHECK(world.blobs.get({world.sha256(0)}).value_or(QByteArray()) == "first copy");
    CHECK(world.store.purged(world.dossier.uuid)->keys() == QStringList{u"GT02"_s});
    CHECK(world.store.removeLooseBlobs());
    CHECK(world.blobs.contains(world.sha256(0)));
    // It stays for a while, like one that was handed over now.
    CHECK(world.purge().preview()->copies == 0);
    world.clock.now += 31 * dayMs;
    CHECK(world.purge().preview()->copies == 1);
}

TEST_CASE("the pictures of its pages leave the station with a copy", "[sync]")
{
    PurgeWorld world;
    world.layPictures();
    const auto preview = world.purge().preview();
    REQUIRE(preview);
    CHECK(preview->pictures == 4);
    CHECK(preview->pictureBytes == 4 * 3 * 6);
    CHECK(world.pictures(0) == 6);

    const auto done = world.purge().run(sample::actor);
    REQUIRE(done);
    CHECK(done->pictures == preview->pictures);
    CHECK(done->pictureBytes == preview->pictureBytes);
    CHECK(world.pictures(0) == 0);
    CHECK(world.pictures(1) == 0);
    // The next hand-over makes the file of what is only attached anew.
    CHECK(world.pictures(2) == 3);
    for (const auto &side : world.sides(0))
        CHECK(side.purged);
    CHECK_FALSE(world.sides(2).front().purged);
    const auto recovered = store::recover(world.store, sample::actor, 0);
    REQUIRE(recovered);
    CHECK(recovered->picturesRemoved == 0);
    CHECK(recovered->sidesWithoutFile.isEmpty());

    // The copy comes back, its pictures do not.
    REQUIRE(fetchBack(world.store, world.blobs, world.repository, world.clock, world.dossier.uuid,
                      u"GT01"_s, sample::actor));
    CHECK(world.pictures(0) == 0);
    world.clock.now += 31 * dayMs;
    CHECK(world.purge().preview()->copies == 1);
    CHECK(world.purge().preview()->pictures == 0);
}

TEST_CASE("a copy without pictures is corrected by scanning its paper again", "[sync]")
{
    PurgeWorld world;
    world.layPictures();
    REQUIRE(world.purge().run(sample::actor));
    const auto former = world.load().components[0].state;
    REQUIRE(world.store.beginCorrection(world.dossier.uuid, u"GT01"_s, sample::actor));
    const auto sides = world.sides(0);
    REQUIRE(sides.size() == 2);
    for (const auto &side : sides)
        CHECK(side.out);
    // It is no disk fault that they have no files.
    const auto recovered = store::recover(world.store, sample::actor, 0);
    REQUIRE(recovered);
    CHECK(recovered->sidesWithoutFile.isEmpty());
    // No page of the new copy.
    const auto placement = world.store.placements(world.dossier.uuid)->value(sides[0].id);
    auto back = placement;
    back.out = false;
    const dossier::Edit edit{.id = newUuid7(),
                             .kind = dossier::EditKind::MarkOut,
                             .changes = {{sides[0].id, placement, back}}};
    const auto put = world.store.applyEdit(world.dossier.uuid, edit, sample::actor);
    REQUIRE_FALSE(put);
    CHECK(put.error().fault == Fault::PicturesPurged);

    REQUIRE(world.store.giveUpCorrection(world.dossier.uuid, u"GT01"_s, sample::actor));
    CHECK(world.load().components[0].state == former);
}

TEST_CASE("pictures that a purge had not removed yet go at the next start", "[sync]")
{
    PurgeWorld world;
    world.layPictures();
    {
        SQLite::Database database(world.data.filePath(u"station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE, 5'000);
        database.exec("UPDATE sides SET purged = 1 WHERE component_code = 'GT01'");
    }
    REQUIRE(QFile::remove(world.spool.files(world.dossier.uuid, world.sides(0)[0].id).front()));
    CHECK(store::recover(world.store, sample::actor, 0)->picturesRemoved == 2);
    CHECK(world.pictures(0) == 0);
    CHECK(world.pictures(1) == 6);
    CHECK(store::recover(world.store, sample::actor, 0)->picturesRemoved == 0);
}

TEST_CASE("the folder of a dossier goes with its last picture", "[sync]")
{
    World world;
    const bool scannable = GENERATE(false, true);
    CAPTURE(scannable);
    auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s});
    dossier.code.reset();
    dossier.components[0].state = sample::anExtractedCopy(world.blobs.put("only copy").value());
    if (!scannable)
        dossier.components[1].state = dossier::RefusedPaper{};
    const store::Spool spool(world.data.path());
    for (const auto &side : dossier::sidesOf(dossier.components[0].state))
        REQUIRE(writeDurably(spool.file(dossier.uuid, side.id, u"jpg"_s), "pixels"));
    auto store = world.openStore();
    REQUIRE(store.createDossier(dossier, sample::actor));
    auto request = world.request();
    request.dossier = dossier;
    request.papers = {{.component = u"GT01"_s, .proposedCode = codeOf(u"44"_s)}};
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    const auto id = handover.plan(request);
    REQUIRE(id);
    REQUIRE(handover.send(*id));
    world.clock.now += 40 * dayMs;
    REQUIRE(Purge(store, world.blobs, world.repository, world.clock, {}).run(sample::actor));
    CHECK(QFileInfo::exists(world.data.filePath(u"spool/"_s + dossier.uuid)) == scannable);
}

TEST_CASE("what is not proven or not old enough is not purged", "[sync]")
{
    PurgeWorld world;
    world.layPictures();
    SECTION("handed over a moment ago")
    {
        world.clock.now -= 11 * dayMs;
    }
    SECTION("a step that is not verified")
    {
        const auto kind = GENERATE("blob", "code_claim", "manifest", "event");
        SQLite::Database database(world.data.filePath(u"station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE, 5'000);
        database.exec("UPDATE outbox SET state = 'sending' WHERE kind = '" + std::string(kind) +
                      "'");
    }
    SECTION("an open hand-over of the dossier")
    {
        SQLite::Database database(world.data.filePath(u"station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE, 5'000);
        database.exec("INSERT INTO handovers (id, dossier_uuid, draft, actor, created_at_ms)"
                      " SELECT 'z', dossier_uuid, draft, actor, created_at_ms FROM handovers");
    }
    CHECK(world.purge().preview()->copies == 0);
    CHECK(world.purge().run(sample::actor)->copies == 0);
    CHECK(world.blobs.contains(world.sha256(0)));
    CHECK(world.pictures(0) == 6);
}

TEST_CASE("a file that another paper of the station names stays", "[sync]")
{
    PurgeWorld world;
    auto other = sample::aDossier();
    other.code = *codes::DossierCode::parse(u"000.00.16.H62-240715-0002"_s);
    const dossier::Blob shared{world.sha256(0), 10};
    SECTION("signed there, too")
    {
        other.components[0].state = sample::anExtractedCopy(shared).copy;
    }
    SECTION("reused there")
    {
        other.components[0].state = dossier::ReusedCopy{shared, codeOf(u"88-0123"_s)};
    }
    REQUIRE(world.store.createDossier(other, sample::actor));
    const auto done = world.purge().run(sample::actor);
    REQUIRE(done);
    CHECK(done->copies == 2);
    CHECK(done->files == 1);
    CHECK(world.blobs.contains(world.sha256(0)));
    CHECK_FALSE(world.blobs.contains(world.sha256(1)));
    const auto report = store::recover(world.store, sample::actor, 0);
    REQUIRE(report);
    CHECK(report->blobsMissing.isEmpty());
}

TEST_CASE("a repository that does not guarantee enough keeps every copy here", "[sync]")
{
    PurgeWorld world;
    Unfit unfit(world.repository);
    const auto done = Purge(world.store, world.blobs, unfit, world.clock, {}).run(sample::actor);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::RepositoryUnfit);
    CHECK(done.error().subject.contains(u"stores corrupted bodies"_s));
    CHECK(world.blobs.contains(world.sha256(0)));
}

TEST_CASE("a copy that the repository lost is found and named and stops the purge", "[sync]")
{
    PurgeWorld world;
    const bool isGone = GENERATE(false, true);
    CAPTURE(isGone);
    QFile file(world.repositoryFile(1));
    if (isGone) {
        REQUIRE(file.remove());
    } else {
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("other bytes");  // as many
        file.close();
    }
    const auto report = world.audit().run(50, sample::actor);
    REQUIRE(report);
    CHECK(report->objects == 4);  // three copies and the manifest
    REQUIRE(report->lost.size() == 1);
    CHECK(report->lost[0].dossierUuid == world.dossier.uuid);
    CHECK(report->lost[0].component == u"GT02");
    CHECK(report->lost[0].fault == (isGone ? Fault::FileMissing : Fault::RepositoryDamaged));
    CHECK(report->lost[0].ownCopy);

    const auto done = world.purge().run(sample::actor);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::RepositoryDamaged);
    CHECK(done.error().subject == world.dossier.uuid + u" GT02"_s);
    CHECK(world.blobs.contains(world.sha256(0)));
    // Another audit that meets other objects does not forget it.
    CHECK(world.audit().run(0, sample::actor)->lost.size() == 1);

    // Only who runs the repository can take other bytes away.
    CHECK(world.audit().sendAgain(sample::actor).value_or(-1) == (isGone ? 1 : 0));
    if (!isGone) {
        REQUIRE(file.remove());
        REQUIRE(world.audit().sendAgain(sample::actor).value_or(-1) == 1);
    }
    CHECK(world.audit().lost()->empty());
    CHECK(world.purge().run(sample::actor)->copies == 2);
}

TEST_CASE("a purge looks once more at a copy that the sample did not meet", "[sync]")
{
    PurgeWorld world;
    REQUIRE(world.audit().run(50, sample::actor)->lost.empty());
    REQUIRE(QFile::remove(world.repositoryFile(0)));
    const auto done = world.purge().run(sample::actor);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::RepositoryDamaged);
    CHECK(world.blobs.contains(world.sha256(0)));
    CHECK(world.blobs.contains(world.sha256(1)));
    CHECK(world.audit().lost()->size() == 1);
}

TEST_CASE("a repository that is down loses nothing and leaves the audit due", "[sync]")
{
    PurgeWorld world;
    CHECK(world.audit().isDue(7, world.clock).value_or(false));
    REQUIRE(QFile::remove(world.repositoryFile(0)));
    REQUIRE(QDir().mkdir(world.repositoryFile(0)));  // reading it fails
    const auto report = world.audit().run(50, sample::actor);
    REQUIRE_FALSE(report);
    CHECK(report.error().fault == Fault::RepositoryDown);
    CHECK(world.audit().isDue(7, world.clock).value_or(false));
    CHECK(world.audit().lost()->empty());
}

TEST_CASE("an audit is due again after a week", "[sync]")
{
    PurgeWorld world;
    REQUIRE(world.audit().run(50, sample::actor));
    CHECK_FALSE(world.audit().isDue(7, world.clock).value_or(true));
    world.clock.now += 7 * dayMs;
    CHECK(world.audit().isDue(7, world.clock).value_or(false));
}
