#include "core/dossier/side_note.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

std::vector<QJsonObject> traceOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<QJsonObject> lines;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        const auto document = QJsonDocument::fromJson(line);
        REQUIRE(document.isObject());
        lines.push_back(document.object());
    }
    return lines;
}

std::vector<QJsonObject> of(const std::vector<QJsonObject> &lines, const char *event)
{
    std::vector<QJsonObject> found;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
                 [&](const auto &line) { return line.value("event"_L1) == QLatin1String(event); });
    return found;
}

}  // namespace

TEST_CASE("a trace tells options and timing and is for its owner only", "[trace]")
{
    const Bench bench;
    bench.load(1, 2);
    SaneScanSource source(bench.environment());
    auto request = bench.request();
    request.traceFile = bench.dir() + u"/trace.jsonl"_s;
    Sides got;
    REQUIRE(source.scan(request, got.onSide(), {}));
    CHECK((QFileInfo(request.traceFile).permissions() &
           (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == QFileDevice::Permissions());

    const auto lines = traceOf(request.traceFile);
    REQUIRE(of(lines, "run").size() == 1);
    CHECK(of(lines, "run")[0].value("device"_L1) == "vscan:adf1"_L1);
    CHECK(of(lines, "run")[0].value("sane"_L1).toString().startsWith(u"1."_s));
    REQUIRE(of(lines, "options").size() == 2);
    CHECK(of(lines, "options")[0].value("options"_L1).toArray().size() > 8);
    const auto sets = of(lines, "set");
    CHECK(std::any_of(sets.begin(), sets.end(), [](const QJsonObject &set) {
        return set.value("option"_L1) == "resolution"_L1 && set.value("got"_L1) == pageDpi &&
               set.value("status"_L1) == "Success"_L1;
    }));
    const auto sides = of(lines, "side");
    REQUIRE(sides.size() == 3);  // the third says that there is no more
    CHECK(sides[0].value("bytes"_L1) == pageWidth * pageHeight * 3);
    CHECK(sides[0].value("firstByteMs"_L1).toInt(-1) >= 0);
    CHECK(sides[0].value("reads"_L1).toInt() > 0);
    CHECK(sides[2].value("start"_L1).toString().contains(u"out of documents"_s));
    CHECK(of(lines, "ended").at(0).value("sides"_L1) == 2);
    CHECK(of(lines, "cancel").size() == 1);
}

TEST_CASE("a trace tells of a worker that was killed", "[trace]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"fault = read 1 hang-hard 50 once"_s);
    SaneScanSource source(bench.environment(), shortDeadlines());
    auto request = bench.request();
    request.traceFile = bench.dir() + u"/trace.jsonl"_s;
    Sides got;
    REQUIRE_FALSE(source.scan(request, got.onSide(), {}));
    CHECK(of(traceOf(request.traceFile), "killed").size() == 1);
}

TEST_CASE("the file of a side says of itself what it is", "[trace]")
{
    const Bench bench;
    bench.load(1, 4);
    bench.setIni(u"fault = read 4 eof 50"_s);
    SaneScanSource source(bench.environment());
    auto request = bench.request();
    request.source = workflow::PaperSource::Duplex;
    request.firstSheet = 7;
    Sides got;
    REQUIRE(source.scan(request, got.onSide(), {}));
    REQUIRE(got.sides.size() == 4);
    for (int i = 0; i < 4; ++i) {
        const auto &side = got.sides[static_cast<std::size_t>(i)];
        const dossier::SideNote expected{.runId = request.runId,
                                         .number = i + 1,
                                         .sheet = 7 + i / 2,
                                         .face = i % 2 == 0 ? dossier::Face::Front
                                                            : dossier::Face::Back,
                                         .dpi = pageDpi,
                                         .twoSided = true,
                                         .damaged = i == 3};
        CHECK(dossier::sideNoteOf(side.file) == expected);
        QFile file(side.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.read(10) == "P6\n# side ");
    }
}

TEST_CASE("the end of the feed is known by the sensor when the start calls it an error", "[trace]")
{
    const auto status = GENERATE(u"io-error"_s, u"invalid"_s);
    const Bench bench;
    bench.setIni(u"restart-after-page = %1"_s.arg(status));
    SaneScanSource source(bench.environment());
    auto request = bench.request();
    request.traceFile = bench.dir() + u"/trace.jsonl"_s;
    Sides got;
    SECTION("with an empty feeder it is the end")
    {
        bench.load(1, 1);
        const auto count = source.scan(request, got.onSide(), {});
        REQUIRE(count);
        CHECK(*count == 1);
        CHECK(of(traceOf(request.traceFile), "end of feed by sensor").size() == 1);
    }
    SECTION("with paper left it is a failure of that sheet")
    {
        bench.load(1, 2);
        const auto count = source.scan(request, got.onSide(), {});
        REQUIRE_FALSE(count);
        CHECK(count.error().fault == Fault::DeviceFailed);
        CHECK(count.error().subject == u"2"_s);
        CHECK(of(traceOf(request.traceFile), "end of feed by sensor").empty());
    }
}
