#include "tests/faults/chaos.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::faults;

TEST_CASE("copies reach the repository once and whole through faults and kills", "[chaos]")
{
    const auto report = runChaos(CephCluster::shared(), {.copies = 60, .longestLife = 120});
    INFO(told(report).toStdString());
    CHECK(report.isGood());
    CHECK(report.sawDamage());
    CHECK(report.faultCount > 40);
    CHECK(report.senderKills > 2);
    CHECK(report.gatewayKills > 0);
    CHECK(report.looks > 0);
    // 4 blobs, 4 claims, 4 index entries, manifest, pointer and event of each dossier.
    CHECK(report.found.objects == 15 * 15);
}
