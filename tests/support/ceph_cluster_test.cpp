#include "tests/support/ceph_cluster.h"

#include "tests/support/catch.h"

using namespace station;
using namespace Qt::StringLiterals;

TEST_CASE("a cluster of the disk kind keeps objects over the death of all its processes", "[ceph]")
{
    CephCluster &ceph = CephCluster::shared(CephCluster::Disk::File);
    const QByteArray key = '/' + CephCluster::versionedBucket().toLatin1() + "/doc/one";
    REQUIRE(ceph.ask("PUT", key, "first").status == 200);
    ceph.killGateway();
    CHECK(ceph.ask("GET", key).status == 0);
    ceph.startGateway();
    REQUIRE(ceph.ask("PUT", key, "second").status == 200);
    ceph.killAll();
    ceph.startAll();
    CHECK(ceph.ask("GET", key).body == "second");
    const auto versions =
        ceph.ask("GET", '/' + CephCluster::versionedBucket().toLatin1() + "?versions&prefix=doc/");
    CHECK(versions.status == 200);
    CHECK(versions.body.count("<VersionId>") == 2);
    const QByteArray locked = '/' + CephCluster::lockedBucket().toLatin1() + "/x";
    CHECK(ceph.ask("PUT", locked, "x").status == 200);
}
