#include "core/repository/layout.h"
#include "core/sync/owner_index.h"
#include "core/sync/owner_lookup.h"
#include "handover_world.h"

using namespace station;
using namespace station::sync;

namespace {

const QDate today(2024, 7, 16);

void addEntry(World &world, const OwnerIndexEntry &entry, const QDate &day)
{
    const auto key =
        repository::layout::ownerIndexEntry(world.key, sample::ownerId, day, entry.code);
    const auto body = sealedEntry(entry, key, world.key).value();
    REQUIRE(world.repository.putIfAbsent(key, body, sha256Hex(body)));
}

OwnerIndexEntry anEntry(const QString &number)
{
    return {.code = codeOf(number).text(),
            .paperType = u"KQ.G04.000012"_s,
            .paperName = u"Giấy phép lái xe"_s,
            .pdf = {sha256Hex("pdf"), 3}};
}

}  // namespace

TEST_CASE("a paper that was handed over is offered to its owner and to nobody else", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    OwnerLookup lookup(world.repository, world.key);
    const auto papers = lookup.papersOf(sample::ownerId, today);
    REQUIRE(papers);
    REQUIRE(papers->size() == 2);
    const auto &paper = papers->at(papers->at(0).copy.code == codeOf(u"99-0001"_s) ? 0 : 1);
    CHECK(paper.copy.pdf == dossier::Blob{sha256Hex("second copy"), 11});
    CHECK(paper.paperType == u"KQ.G04.000013");
    CHECK(paper.paperName == u"Giấy khám sức khỏe");
    CHECK(paper.issuedOn == QDate(2022, 7, 5));
    CHECK(paper.expiresOn == QDate(2026, 12, 31));
    CHECK(lookup.papersOf(u"026185009999"_s, today)->empty());
}

TEST_CASE("a paper is offered until the end of its last day", "[sync]")
{
    World world;
    auto entry = anEntry(u"1"_s);
    entry.expiresOn = today;
    addEntry(world, entry, today.addDays(-10));
    OwnerLookup lookup(world.repository, world.key);
    CHECK(lookup.papersOf(sample::ownerId, today)->size() == 1);
    CHECK(lookup.papersOf(sample::ownerId, today.addDays(1))->empty());
}

TEST_CASE("papers come newest first and those no longer in force not at all", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"OLD"_s), {2023, 1, 31});
    addEntry(world, anEntry(u"NEW"_s), {2024, 2, 1});
    auto revoked = anEntry(u"REVOKED"_s);
    revoked.inForce = false;
    addEntry(world, revoked, {2024, 3, 1});
    const auto papers = OwnerLookup(world.repository, world.key).papersOf(sample::ownerId, today);
    REQUIRE(papers);
    REQUIRE(papers->size() == 2);
    CHECK(papers->at(0).copy.code == codeOf(u"NEW"_s));
    CHECK(papers->at(1).copy.code == codeOf(u"OLD"_s));
}

TEST_CASE("an entry that was put under another owner is not believed", "[sync]")
{
    World world;
    const auto key = repository::layout::ownerIndexEntry(world.key, u"026185009999"_s, today,
                                                         codeOf(u"1"_s).text());
    const auto body = sealedEntry(anEntry(u"1"_s), key, world.key).value();
    const auto elsewhere = repository::layout::ownerIndexEntry(world.key, sample::ownerId, today,
                                                               codeOf(u"1"_s).text());
    REQUIRE(world.repository.putIfAbsent(elsewhere, body, sha256Hex(body)));
    CHECK(OwnerLookup(world.repository, world.key).papersOf(sample::ownerId, today)->empty());
}
