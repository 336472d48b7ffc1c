#include "scanner/client/discovery.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QJsonArray>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

// SANE's own `test` backend knows the odd formats that real devices have, and it
// refuses every option whose descriptor was not read again after a reload.

namespace {

class TestBackend {
public:
    explicit TestBackend(const QString &settings = {})
    {
        qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
        writeText(m_dir.filePath(u"dll.conf"_s), u"test\n"_s);
        writeText(m_dir.filePath(u"test.conf"_s),
                  u"number_of_devices 1\ntest-picture \"Color pattern\"\n"_s + settings + u'\n');
        QDir(m_dir.path()).mkdir(u"spool"_s);
    }

    ScannerEnvironment environment() const
    {
        return {.binding = {.device = u"test:0"_s},
                .variables = {{u"SANE_CONFIG_DIR"_s, m_dir.path()}}};
    }

    workflow::ScanRequest request() const
    {
        workflow::ScanRequest request;
        request.source = PaperSource::Flatbed;
        request.dpi = pageDpi;
        request.widthMm = 50;
        request.heightMm = 70;
        request.spoolFolder = m_dir.filePath(u"spool"_s);
        return request;
    }

    Expected<int> scan(Sides &got, const workflow::ScanRequest &request) const
    {
        // SANE 1.2's backend ends its reader's thread wherever that is: one scan in a thousand
        // hangs for ever, as the thread held a lock of the memory's administration. For us it is a
        // scanner that hung: the worker is killed, and the next scan starts a new one.
        SaneScanSource source(environment(), {.firstDataMs = patienceMs,
                                              .followingDataMs = patienceMs,
                                              .cancelMs = 1000,
                                              .emptyReadsMs = 500});
        auto scanned = source.scan(request, got.onSide(), {});
        for (int tries = 1; tries < mostTries && !scanned && isHung(scanned.error()); ++tries) {
            got = {};
            scanned = source.scan(request, got.onSide(), {});
        }
        return scanned;
    }

private:
    static constexpr int patienceMs = 10'000;
    static constexpr int mostTries = 3;

    static bool isHung(const Error &error)
    {
        return error.fault == Fault::TimedOut || error.fault == Fault::DeviceStalled;
    }

    QTemporaryDir m_dir;
};

Pnm colourSide(const QString &settings, const workflow::ScannedSide *&side)
{
    static Sides got;
    const TestBackend backend(settings);
    got = {};
    REQUIRE(backend.scan(got, backend.request()));
    REQUIRE(got.sides.size() == 1);
    side = &got.sides.front();
    return readPnm(side->file);
}

Pnm colourSide(const QString &settings = {})
{
    const workflow::ScannedSide *side = nullptr;
    const auto pnm = colourSide(settings, side);
    CHECK_FALSE(side->damaged);
    CHECK(side->dpi == pageDpi);
    CHECK(side->heightPx == pnm.height);
    return pnm;
}

}  // namespace

TEST_CASE("a colour side of the test backend has the size and form that was asked for", "[sane]")
{
    const auto pnm = colourSide();
    CHECK(pnm.kind == 6);
    CHECK(std::abs(pnm.width - pageWidth) <= 1);
    CHECK(std::abs(pnm.height - pageHeight) <= 1);
    CHECK(pnm.pixels.size() == pnm.width * pnm.height * 3);
    CHECK((QByteArray(pnm.pixels.size(), '\0') != pnm.pixels));
}

TEST_CASE("odd ways to deliver a side give the same pixels", "[sane]")
{
    const QString settings = GENERATE(
        u"read-limit true\nread-limit-size 7"_s, u"fuzzy-parameters true"_s, u"hand-scanner true"_s,
        u"depth 16"_s, u"depth 1"_s, u"three-pass true\nthree-pass-order RGB"_s,
        u"three-pass true\nthree-pass-order BRG"_s, u"mode Gray"_s);
    CAPTURE(settings);
    const auto plain = colourSide();
    const auto odd = colourSide(settings);
    CHECK(odd.kind == 6);
    if (settings.startsWith(u"hand-scanner")) {  // it chooses its own width
        CHECK(odd.pixels.size() == odd.width * odd.height * 3);
        return;
    }
    CHECK(odd.width == plain.width);
    CHECK(odd.height == plain.height);
    CHECK((odd.pixels == plain.pixels));
}

TEST_CASE("padding at the end of a line is cut off", "[sane]")
{
    const auto plain = colourSide();
    const auto odd = colourSide(u"ppl-loss 5"_s);
    REQUIRE(odd.width == plain.width - 5);
    CHECK(odd.height == plain.height);
    QByteArray expected;
    for (int y = 0; y < plain.height; ++y)
        expected += plain.pixels.mid(y * plain.width * 3, odd.width * 3);
    CHECK((odd.pixels == expected));
}

TEST_CASE("the ten sheets of the test backend's feeder arrive", "[sane]")
{
    const TestBackend backend;
    Sides got;
    auto request = backend.request();
    request.source = PaperSource::Feeder;
    request.mode = ColourMode::Gray;
    const auto count = backend.scan(got, request);
    REQUIRE(count);
    CHECK(*count == 10);
    CHECK(got.sides.back().sheet == 10);
    CHECK(readPnm(got.sides.back().file).kind == 5);
}

TEST_CASE("each status of a read has its reaction", "[sane]")
{
    const auto [status, fault] = GENERATE(table<QString, Fault>({
        {u"JAMMED"_s, Fault::PaperJam},
        {u"COVER_OPEN"_s, Fault::CoverOpen},
        {u"NO_DOCS"_s, Fault::FeederEmpty},
        {u"DEVICE_BUSY"_s, Fault::DeviceBusy},
        {u"IO_ERROR"_s, Fault::DeviceFailed},
        {u"INVAL"_s, Fault::DeviceFailed},
        {u"UNSUPPORTED"_s, Fault::DeviceFailed},
        {u"NO_MEM"_s, Fault::DeviceFailed},
        {u"EOF"_s, Fault::DeviceFailed},
        {u"ACCESS_DENIED"_s, Fault::DeviceNotFound},
        {u"CANCELLED"_s, Fault::Cancelled},
    }));
    CAPTURE(status);
    const TestBackend backend(u"read-status-code \"SANE_STATUS_%1\""_s.arg(status));
    Sides got;
    auto request = backend.request();
    request.source = PaperSource::Feeder;
    const auto result = backend.scan(got, request);
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == fault);
    CHECK(got.sides.empty());
    CHECK(filesIn(request.spoolFolder, u"*"_s).isEmpty());
}

TEST_CASE("the options of the test backend are told raw and in our words", "[sane]")
{
    const TestBackend backend;
    const auto options = deviceOptions(backend.environment(), u"test:0"_s);
    REQUIRE(options);
    const auto normalized = options->value("normalized"_L1).toObject();
    CHECK(normalized.value("sources"_L1).toArray() == QJsonArray{u"flatbed"_s, u"feeder"_s});
    CHECK(normalized.value("modes"_L1).toArray() == QJsonArray{u"colour"_s, u"gray"_s});
    CHECK(normalized.value("maxWidthMm"_L1).toDouble() == 200);
    CHECK(options->value("raw"_L1).toArray().size() > 20);
}
