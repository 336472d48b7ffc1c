#include "core/base/worker_channel.h"
#include "scanner/client/training_scanner.h"
#include "scanner/protocol/messages.h"
#include "tests/fuzz/mutation.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace station;
using namespace station::scanner;
using testing::Mutation;
using namespace Qt::StringLiterals;

TEST_CASE("the worker survives whatever it is asked and answers the next true request", "[fuzz]")
{
    qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
    const QTemporaryDir dir;
    const auto environment = trainingScanner(dir.path());
    REQUIRE(environment);
    auto worker =
        WorkerChannel::start(helperProgram(u"tramsohoa-scan-worker"_s), {}, environment->variables);
    REQUIRE(worker);
    REQUIRE(worker->receive(10'000));

    auto scan = toJson(workflow::ScanRequest{.spoolFolder = dir.path()});
    const QList<QByteArray> seeds{
        R"({"do":"open","device":"vscan:adf1","quirk":{"extras":[["a","b"]],"busyTries":2}})",
        QJsonDocument(scan).toJson(QJsonDocument::Compact), R"({"do":"options"})",
        R"({"do":"button"})", R"({"do":"close"})"};
    Mutation mutate(17, {"null", "-1", "{}", "[]", "\"\"", "\"do\":\"scan\"", "\"do\":\"button\"",
                         "\"device\":7", "\"quirk\":[]", "1e308", "\"dpi\":-5", "\"widthMm\":1e9"});
    int answered = 0;
    for (int round = 0; round < 6'000; ++round) {
        const auto message =
            QJsonDocument::fromJson(mutate(seeds[mutate.below(static_cast<int>(seeds.size()))]))
                .object();
        // Announced bytes would have to follow; a cancel has no answer of its own.
        if (message.isEmpty() || message.contains("login"_L1) ||
            message.value("do"_L1) == "cancel"_L1)
            continue;
        REQUIRE(worker->send(message));
        for (;;) {
            const auto answer = worker->receive(10'000);
            REQUIRE(answer);
            if (answer->contains("open"_L1))
                break;
        }
        ++answered;
    }
    CHECK(answered > 200);
    REQUIRE(worker->send({{u"do"_s, u"open"_s}, {u"device"_s, u"vscan:adf1"_s}}));
    const auto opened = worker->receive(10'000);
    REQUIRE(opened);
    CHECK(opened->value("type"_L1) == "done"_L1);
}
