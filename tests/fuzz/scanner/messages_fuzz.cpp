#include "scanner/protocol/messages.h"
#include "scanner/quirks/quirk.h"
#include "tests/fuzz/mutation.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace station;
using namespace station::scanner;
using testing::Mutation;
using namespace Qt::StringLiterals;

TEST_CASE("no message of the worker or its client leads out of the types", "[fuzz]")
{
    const workflow::ScanRequest request{.source = workflow::PaperSource::Duplex,
                                        .spoolFolder = u"/tmp/spool"_s,
                                        .runId = u"0190a1b2-0000-7000-8000-000000000000"_s};
    const Quirk quirk{.feeder = {u"ADF"_s}, .extras = {{u"df-action"_s, u"Stop"_s}}};
    const QByteArrayList seeds{
        QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact),
        QJsonDocument(toJson(workflow::ScannedSide{.file = u"/tmp/a.pnm"_s}))
            .toJson(QJsonDocument::Compact),
        QJsonDocument(toJson(Error{Fault::PaperJam, u"jam"_s, u"3"_s}))
            .toJson(QJsonDocument::Compact),
        QJsonDocument(endedMessage(fail(Fault::CoverOpen))).toJson(QJsonDocument::Compact),
        QJsonDocument(toJson(quirk)).toJson(QJsonDocument::Compact)};
    Mutation mutate(7, {"null", "-1", "1e308", "99999999999", "{}", "[]", "\"\"", "true",
                        "\"fault\":", "\\u0000", "\"extras\":[[1]]", "\"error\":{}"});
    int understood = 0;
    for (int round = 0; round < 30'000; ++round) {
        const auto text = mutate(seeds[mutate.below(static_cast<int>(seeds.size()))]);
        const auto message = QJsonDocument::fromJson(text).object();
        understood += message.isEmpty() ? 0 : 1;
        const auto source = scanRequestFrom(message).source;
        REQUIRE((source == workflow::PaperSource::Flatbed ||
                 source == workflow::PaperSource::Feeder ||
                 source == workflow::PaperSource::Duplex));
        (void)scannedSideFrom(message);
        (void)outcomeFrom(message);
        const auto fault = errorFrom(message).fault;
        REQUIRE(static_cast<int>(fault) >= 0);
        REQUIRE(static_cast<int>(fault) <= static_cast<int>(Fault::Internal));
        const auto again = quirkFrom(toJson(quirkFrom(message)));
        REQUIRE((again == quirkFrom(message)));
    }
    CHECK(understood > 1'000);
}
