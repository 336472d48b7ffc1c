#include "core/base/worker_channel.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace Qt::StringLiterals;

TEST_CASE("a resident worker has no network, no other program and no foreign file", "[worker]")
{
    const QTemporaryDir spool;
    const QTemporaryDir home;
    QFile secret(home.filePath(u"secret"_s));
    REQUIRE(secret.open(QIODevice::WriteOnly));
    secret.write("x");
    secret.close();

    auto worker = WorkerChannel::start(QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker"),
                                       {u"--folder"_s, spool.path()});
    REQUIRE(worker);
    const auto hello = worker->receive(15'000);
    REQUIRE(hello);
    const auto layers = hello->value(u"layers"_s).toVariant().toStringList();
    CHECK(layers.contains(u"limits"_s));
    CHECK(layers.contains(u"seccomp"_s));

    REQUIRE(worker->send({{u"command"_s, u"probe"_s}, {u"file"_s, secret.fileName()}}));
    const auto doors = worker->receive(15'000);
    REQUIRE(doors);
    CHECK(doors->value(u"network"_s).toBool());
    CHECK(doors->value(u"execution"_s).toBool());
    // Kernels without Landlock cannot shut this one.
    CHECK(doors->value(u"foreignFile"_s).toBool() == layers.contains(u"landlock"_s));
}
