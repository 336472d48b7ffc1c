#include "core/sync/code_claims.h"
#include "handover_world.h"
#include "tests/core/repository/s3_access.h"
#include "tests/support/ceph_cluster.h"

#include <array>
#include <barrier>
#include <set>
#include <thread>

using namespace station;
using namespace station::sync;
using repository::S3Repository;

namespace {

std::unique_ptr<S3Repository> connection()
{
    static const QString login =
        repository::privateFile(CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n');
    return repository::open({.url = CephCluster::shared().url(),
                             .documentBucket = CephCluster::versionedBucket(),
                             .controlBucket = CephCluster::plainBucket(),
                             .loginFile = login});
}

}  // namespace

TEST_CASE("two stations that claim one code at a server at once never share it", "[sync]")
{
    const World world;
    const std::array stations{connection(), connection()};
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
        const auto code = codeOf(u"R%1"_s.arg(round), round % 2 == 0 ? 1 : 99);
        std::array<int, 2> sequences{};
        std::barrier start(2);
        const auto claim = [&](std::size_t station) {
            start.arrive_and_wait();
            const auto claimed = CodeClaims(*stations[station], world.key)
                                     .claim(code, {newUuid7(), u"GT01"_s, sha256Hex("copy")});
            sequences[station] = claimed ? claimed->sequence() : 0;
        };
        std::jthread other(claim, 1);
        claim(0);
        other.join();
        CHECK(std::set(sequences.begin(), sequences.end()) ==
              std::set{code.sequence(), code.sequence() + 1});
    }
}

TEST_CASE("what one station stores and corrects at a server another one reuses", "[sync]")
{
    World world;
    const auto here = connection();
    const auto there = connection();
    const QTemporaryDir data(fastFolder());
    auto store = *store::Store::open(data.path(), world.clock);
    const auto seenThere = [&] {
        const auto found =
            OwnerLookup(*there, world.key).papersOf(store, sample::ownerId, world.clock.nowMs());
        REQUIRE((found && !found->unanswered));
        return found->papers;
    };
    REQUIRE(seenThere().empty());
    const auto first = world.handOver(*here);
    REQUIRE(first);
    CHECK(seenThere().size() == 2);

    // The same day, so that only the copy tells the entries of the index apart.
    const auto code = codes::DigitizationCode::parse(first->codes.value(u"GT01"_s)).value();
    auto own = world.openStore();
    Handover handover(own, world.blobs, *here, world.key, world.clock);
    const auto second = handover.send(handover.plan(world.corrected(code, "better copy")).value());
    REQUIRE(second);
    CHECK(second->codes == first->codes);
    const auto papers = seenThere();
    REQUIRE(papers.size() == 3);
    CHECK((papers[0].isReusable() && papers[1].isReusable()));
    CHECK(papers[2].standing == Standing::Superseded);
    CHECK(papers[2].copy.pdf.sha256 == sha256Hex("first copy"));
    const auto better =
        std::ranges::find(papers, code, [](const StoredPaper &paper) { return paper.copy.code; });
    CHECK(better->copy.pdf.sha256 == sha256Hex("better copy"));
}
