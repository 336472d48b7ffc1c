#include "core/repository/layout.h"
#include "core/sync/owner_index.h"
#include "core/sync/owner_lookup.h"
#include "handover_world.h"

#include <QDirIterator>
#include <QFile>

using namespace station;
using namespace station::sync;

namespace {

const QDate today(2024, 7, 15);  // of World's clock
constexpr qint64 minuteMs = 60'000;

QString addEntry(World &world, const OwnerIndexEntry &entry, const QDate &day)
{
    const auto key = repository::layout::ownerIndexEntry(world.key, sample::ownerId, day,
                                                         entry.code, entry.pdf.sha256);
    const auto body = sealedEntry(entry, key, world.key).value();
    REQUIRE(world.repository.putIfAbsent(key, body, sha256Hex(body)));
    return key;
}

OwnerIndexEntry anEntry(const QString &number, const QByteArray &pdf = "pdf")
{
    return {.code = codeOf(number).text(),
            .paperType = u"KQ.G04.000012"_s,
            .paperName = u"Giấy phép lái xe"_s,
            .pdf = {sha256Hex(pdf), 3}};
}

/// What another station of the province sees: an empty store of its own.
struct OtherStation {
    explicit OtherStation(World &world) : repository(world.repository), key(world.key) {}

    OwnerPapers papers(qint64 nowMs = sample::receivedAtMs,
                       OwnerLookup::Ask ask = OwnerLookup::Ask::Always)
    {
        clock.now = nowMs;
        auto answer = OwnerLookup(repository, key).papersOf(store, sample::ownerId, nowMs, ask);
        REQUIRE(answer);
        return *std::move(answer);
    }

    HookedRepository repository;
    const repository::ProvinceKey &key;
    QTemporaryDir data{fastFolder()};
    FixedClock clock;
    store::Store store = *store::Store::open(data.path(), clock);
};

}  // namespace

TEST_CASE("a paper that was handed over is offered to its owner and to nobody else", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    OtherStation other(world);
    const auto found = other.papers();
    CHECK(found.asOfMs == sample::receivedAtMs);
    CHECK_FALSE(found.unanswered);
    REQUIRE(found.papers.size() == 2);
    const auto &paper = found.papers[found.papers[0].copy.code == codeOf(u"99-0001"_s) ? 0 : 1];
    CHECK(paper.copy.pdf == dossier::Blob{sha256Hex("second copy"), 11});
    CHECK(paper.paperType == u"KQ.G04.000013");
    CHECK(paper.paperName == u"Giấy khám sức khỏe");
    CHECK(paper.issuedOn == QDate(2022, 7, 5));
    CHECK(paper.expiresOn == QDate(2026, 12, 31));
    CHECK(paper.storedOn == today);
    CHECK(paper.isReusable());
    CHECK(OwnerLookup(world.repository, world.key)
              .papersOf(other.store, u"026185009999"_s, sample::receivedAtMs)
              ->papers.empty());
}

TEST_CASE("a paper is offered until the end of its last day and then shown as expired", "[sync]")
{
    World world;
    auto entry = anEntry(u"1"_s);
    entry.expiresOn = today;
    addEntry(world, entry, today.addDays(-10));
    OtherStation other(world);
    CHECK(other.papers().papers.front().standing == Standing::Valid);
    const auto late = other.papers(sample::receivedAtMs + 24 * 60 * minuteMs);
    REQUIRE(late.papers.size() == 1);
    CHECK(late.papers.front().standing == Standing::Expired);
    CHECK(late.papers.front().expiresOn == today);
}

TEST_CASE("papers come newest first and those that may not be reused behind them", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"OLD"_s, "old"), {2023, 1, 31});
    addEntry(world, anEntry(u"NEW"_s, "new"), {2024, 2, 1});
    addEntry(world, anEntry(u"REVOKED"_s, "revoked"), {2024, 2, 2});
    auto revoked = anEntry(u"REVOKED"_s, "revoked");
    revoked.inForce = false;
    addEntry(world, revoked, {2024, 3, 1});
    OtherStation other(world);
    const auto papers = other.papers().papers;
    REQUIRE(papers.size() == 3);
    CHECK(papers[0].copy.code == codeOf(u"NEW"_s));
    CHECK(papers[1].copy.code == codeOf(u"OLD"_s));
    CHECK(papers[2].copy.code == codeOf(u"REVOKED"_s));
    CHECK(papers[1].isReusable());
    CHECK(papers[2].standing == Standing::Withdrawn);
}

TEST_CASE("a corrected copy takes the place of the one before also on the same day", "[sync]")
{
    World world;
    const auto first = anEntry(u"1"_s, "first");
    auto second = anEntry(u"1"_s, "second");
    second.replacesSha256 = first.pdf.sha256;
    auto third = anEntry(u"1"_s, "third");
    third.replacesSha256 = second.pdf.sha256;
    for (const auto &entry : {first, third, second})
        addEntry(world, entry, today);
    OtherStation other(world);
    const auto papers = other.papers().papers;
    REQUIRE(papers.size() == 3);
    CHECK(papers[0].copy.pdf == third.pdf);
    CHECK(papers[0].isReusable());
    for (const auto &old : {papers[1], papers[2]}) {
        CHECK(old.standing == Standing::Superseded);
        CHECK(old.supersededBy == codeOf(u"1"_s).text());
    }
}

TEST_CASE("of the copies of a code the one that counts comes first although it has expired",
          "[sync]")
{
    World world;
    const auto first = anEntry(u"1"_s, "first");
    auto second = anEntry(u"1"_s, "second");
    second.replacesSha256 = first.pdf.sha256;
    second.expiresOn = today.addDays(-1);
    // The clock of the station that corrected it was slow.
    addEntry(world, second, today.addDays(-30));
    addEntry(world, first, today);
    OtherStation other(world);
    const auto papers = other.papers().papers;
    REQUIRE(papers.size() == 2);
    CHECK(papers[0].copy.pdf == second.pdf);
    CHECK(papers[0].standing == Standing::Expired);
    CHECK(papers[1].standing == Standing::Superseded);
}

TEST_CASE("an entry that was put under another owner or is damaged hides no other", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"GOOD"_s), today);
    const auto pdf = sha256Hex("pdf");
    const auto key = repository::layout::ownerIndexEntry(world.key, u"026185009999"_s, today,
                                                         codeOf(u"1"_s).text(), pdf);
    const auto body = sealedEntry(anEntry(u"1"_s), key, world.key).value();
    const auto elsewhere = repository::layout::ownerIndexEntry(world.key, sample::ownerId, today,
                                                               codeOf(u"1"_s).text(), pdf);
    REQUIRE(world.repository.putIfAbsent(elsewhere, body, sha256Hex(body)));
    const auto broken = addEntry(world, anEntry(u"BROKEN"_s), today);
    QFile file(world.root.filePath(broken));
    REQUIRE((file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
             file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("x") == 1));
    file.close();
    OtherStation other(world);
    const auto papers = other.papers().papers;
    REQUIRE(papers.size() == 1);
    CHECK(papers.front().copy.code == codeOf(u"GOOD"_s));
}

TEST_CASE("while the repository is away the last answer is given with its time", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"1"_s), today);
    OtherStation other(world);
    REQUIRE(other.papers().papers.size() == 1);
    other.repository.away = true;
    const qint64 later = sample::receivedAtMs + 60 * minuteMs;
    const auto known = other.papers(later);
    CHECK(known.papers.size() == 1);
    CHECK(known.asOfMs == sample::receivedAtMs);
    REQUIRE(known.unanswered);
    CHECK(known.unanswered->fault == Fault::RepositoryDown);

    // A new paper is there at once when it is back.
    addEntry(world, anEntry(u"2"_s), today);
    other.repository.away = false;
    CHECK(other.papers(later).papers.size() == 2);
}

TEST_CASE("a station knows its own hand-overs without ever having asked", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    HookedRepository away(world.repository);
    away.away = true;
    auto store = world.openStore();
    const auto known =
        OwnerLookup(away, world.key).papersOf(store, sample::ownerId, sample::receivedAtMs);
    REQUIRE(known);
    CHECK(known->papers.size() == 2);
    CHECK(known->asOfMs == 0);
    CHECK(known->unanswered);
}

TEST_CASE("what is known is not fetched again and a fresh answer asks nobody", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"1"_s), today);
    addEntry(world, anEntry(u"2"_s), today);
    OtherStation other(world);
    using enum OwnerLookup::Ask;
    REQUIRE(other.papers(sample::receivedAtMs, WhenOld).papers.size() == 2);
    CHECK(other.repository.reads == 2);
    CHECK(other.papers(sample::receivedAtMs + 5 * minuteMs, WhenOld).papers.size() == 2);
    CHECK(other.repository.lists == 1);
    CHECK(other.papers(sample::receivedAtMs + 5 * minuteMs, Always).papers.size() == 2);
    CHECK(other.papers(sample::receivedAtMs + 20 * minuteMs, WhenOld).papers.size() == 2);
    CHECK(other.repository.lists == 3);
    CHECK(other.repository.reads == 2);

    // Nor does a counter wait for a silent repository at each step.
    other.repository.away = true;
    const qint64 later = sample::receivedAtMs + 60 * minuteMs;
    for (const auto &[after, lists] : {std::pair{0LL, 4}, {30'000LL, 4}, {2 * minuteMs, 5}}) {
        const auto known = other.papers(later + after, WhenOld);
        CHECK(known.papers.size() == 2);
        CHECK(known.asOfMs == sample::receivedAtMs + 20 * minuteMs);
        CHECK(known.unanswered);
        CHECK(other.repository.lists == lists);
    }
    // A time in the future came from a wrong clock.
    other.repository.away = false;
    CHECK_FALSE(other.papers(later - 50 * minuteMs, WhenOld).unanswered);
    CHECK(other.repository.lists == 6);
}

TEST_CASE("what is kept of an owner shows neither his id nor a code", "[sync]")
{
    World world;
    addEntry(world, anEntry(u"88-0123"_s), today);
    OtherStation other(world);
    REQUIRE(other.papers().papers.size() == 1);
    QDirIterator files(other.data.path(), QDir::Files, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        ++looked;
        CHECK_FALSE(bytes.contains(sample::ownerId.toUtf8()));
        CHECK_FALSE(bytes.contains("88-0123"));
    }
    CHECK(looked > 0);
}
