#include "scanner/client/training_scanner.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using workflow::PaperSource;

// Every trouble that the virtual scanner can make, on the first, a middle and the
// last side of each way to scan. Whatever happens: the sides before it are there,
// pixel by pixel, the sheet to put back has the right number, and the next scan works.

namespace {

constexpr int firstSheet = 10;

struct Trouble {
    const char *action;
    std::optional<Fault> fault;  // nothing: the run goes on
    bool keepsSide = false;      // the side it hits is kept, damaged
};

constexpr Trouble inRead[] = {
    {"unsupported 50", Fault::DeviceFailed},
    {"cancelled 50", Fault::Cancelled},
    {"busy 50", Fault::DeviceBusy},
    {"invalid 50", Fault::DeviceFailed},
    {"eof 50", std::nullopt, true},
    {"jammed 50", Fault::PaperJam},
    {"no-docs 50", std::nullopt, true},
    {"cover-open 50", Fault::CoverOpen},
    {"io-error 50", Fault::DeviceFailed},
    {"no-mem 50", Fault::DeviceFailed},
    {"access-denied 50", Fault::DeviceNotFound},
    {"double-feed 50", Fault::DoubleFeed},
    {"unplug 50", Fault::DeviceLost},
    {"delay 50", std::nullopt},
    {"hang 50", Fault::DeviceStalled},
    {"hang-hard 50", Fault::DeviceStalled},
    {"spin 50", Fault::DeviceStalled},
    {"livelock 50", Fault::DeviceStalled},
    {"crash 50", Fault::DeviceFailed},
    {"abort 50", Fault::DeviceFailed},
    {"exit 50", Fault::DeviceFailed},
};

constexpr Trouble inStart[] = {
    {"unsupported", Fault::DeviceFailed}, {"busy", std::nullopt},  // asked again
    {"jammed", Fault::PaperJam},          {"cover-open", Fault::CoverOpen},
    {"no-mem", Fault::DeviceFailed},      {"double-feed", Fault::DoubleFeed},
    {"unplug", Fault::DeviceLost},        {"hang-hard", Fault::DeviceStalled},
    {"crash", Fault::DeviceFailed},
};

ScanDeadlines hasty()
{
    return {.openMs = 3000,
            .firstDataMs = 1500,
            .followingDataMs = 500,
            .cancelMs = 800,
            .emptyReadsMs = 60,
            .openBackOffMs = 50};
}

/// Pictures of the pages, drawn once. Paper is laid in as links: what a power cut
/// would leave of it is not the question here, and the disk has enough to do.
void lay(const Bench &bench, int first, int last, int number)
{
    static const QTemporaryDir drawer;
    for (int page = first; page <= last; ++page, ++number) {
        const QString image = drawer.filePath(u"%1.png"_s.arg(page));
        if (!QFile::exists(image))
            writePng(image, pagePixels(page), pageWidth, pageHeight, pageDpi);
        const QString sheet = bench.device(u"adf1/feeder/%1.png"_s.arg(number, 5, 10, QChar(u'0')));
        REQUIRE(::link(QFile::encodeName(image).constData(),
                       QFile::encodeName(sheet).constData()) == 0);
    }
}

std::vector<int> pagesInFeeder(const Bench &bench)
{
    std::vector<int> pages;
    for (const auto &name : filesIn(bench.device(u"adf1/feeder"_s), u"*.png"_s))
        pages.push_back(name.left(5).toInt());
    return pages;
}

void repair(const Bench &bench)
{
    for (const auto &marker : {u"jammed"_s, u"double-feed"_s, u"cover-open"_s, u"unplugged"_s})
        QFile::remove(bench.device(u"adf1/"_s + marker));
}

bool concernsSheet(Fault fault)
{
    return fault != Fault::Cancelled && fault != Fault::DeviceBusy &&
           fault != Fault::DeviceNotFound;
}

class Round {
public:
    Round(PaperSource source, const char *moment, int side, const Trouble &trouble)
        : m_source(source), m_side(side), m_trouble(trouble)
    {
        INFO(moment << ' ' << side << ' ' << trouble.action);
        m_bench.setIni(u"type = flatbed-adf-duplex\nfault = %1 %2 %3 once"_s.arg(
            QLatin1String(moment), QString::number(side), QLatin1String(trouble.action)));
        if (source == PaperSource::Flatbed)
            layGlass();
        else
            lay(m_bench, 1, sides(), 1);
        scanWithTrouble();
        repair(m_bench);
        scanTheRest();
    }

private:
    int sides() const
    {
        return m_source == PaperSource::Flatbed ? 1 : m_source == PaperSource::Feeder ? 3 : 6;
    }

    void layGlass() const
    {
        const QString image = m_bench.dir() + u"/glass.png"_s;
        writePng(image, pagePixels(1), pageWidth, pageHeight, pageDpi);
        REQUIRE(layOnGlass(m_bench.dir(), u"adf1"_s, image));
    }

    workflow::ScanRequest request() const
    {
        auto request = m_bench.request();
        request.source = m_source;
        request.firstSheet = firstSheet;
        return request;
    }

    void scanWithTrouble()
    {
        Sides got;
        const auto result = m_scanner.scan(request(), got.onSide(), {});
        REQUIRE(result.has_value() == !m_trouble.fault.has_value());
        const int whole = m_trouble.fault ? m_side - 1 : sides();
        REQUIRE(got.sides.size() == static_cast<std::size_t>(whole));
        for (int i = 0; i < whole; ++i)
            checkSide(got.sides[static_cast<std::size_t>(i)], i);
        CHECK(filesIn(m_bench.spool(), u"*"_s).size() == whole);
        if (result) {
            CHECK(*result == whole);
            return;
        }
        CHECK(result.error().fault == *m_trouble.fault);
        const int perSheet = m_source == PaperSource::Duplex ? 2 : 1;
        if (concernsSheet(*m_trouble.fault))
            CHECK(result.error().subject == QString::number(firstSheet + whole / perSheet));
    }

    void checkSide(const workflow::ScannedSide &side, int index) const
    {
        const bool duplex = m_source == PaperSource::Duplex;
        CHECK(side.sheet == firstSheet + (duplex ? index / 2 : index));
        CHECK((side.face == dossier::Face::Back) == (duplex && index % 2 == 1));
        CHECK(side.twoSided == duplex);
        const bool cutShort = m_trouble.keepsSide && index == m_side - 1;
        CHECK(side.damaged == cutShort);
        if (cutShort)
            CHECK((readPnm(side.file).pixels ==
                   pagePixels(index + 1).left(side.heightPx * pageWidth * 3)));
        else
            CHECK(pageOf(side.file) == index + 1);
    }

    void scanTheRest()
    {
        if (m_source != PaperSource::Flatbed)
            lay(m_bench, 8, 9, 8);
        const auto expected =
            m_source == PaperSource::Flatbed ? std::vector{1} : pagesInFeeder(m_bench);
        Sides got;
        const auto result = m_scanner.scan(request(), got.onSide(), {});
        if (!result)
            FAIL(result.error().detail.toStdString());
        CHECK(got.pages() == expected);
    }

    const Bench m_bench{};
    SaneScanSource m_scanner{m_bench.environment(), hasty()};
    const PaperSource m_source;
    const int m_side;
    const Trouble m_trouble;
};

void runMatrix(PaperSource source, std::initializer_list<int> sides)
{
    for (const int side : sides) {
        for (const auto &trouble : inRead)
            Round(source, "read", side, trouble);
        for (const auto &trouble : inStart)
            Round(source, "start", side, trouble);
    }
}

}  // namespace

TEST_CASE("any trouble on the glass leaves the next scan right", "[matrix]")
{
    runMatrix(PaperSource::Flatbed, {1});
}

TEST_CASE("any trouble with the first sheet loses nothing but that sheet", "[matrix]")
{
    runMatrix(PaperSource::Feeder, {1});
}

TEST_CASE("any trouble with a middle sheet loses nothing but that sheet", "[matrix]")
{
    runMatrix(PaperSource::Feeder, {2});
}

TEST_CASE("any trouble with the last sheet loses nothing but that sheet", "[matrix]")
{
    runMatrix(PaperSource::Feeder, {3});
}

TEST_CASE("any trouble with the first side of a duplex run names its sheet", "[matrix]")
{
    runMatrix(PaperSource::Duplex, {1});
}

TEST_CASE("any trouble with a back in a duplex run keeps the front before it", "[matrix]")
{
    runMatrix(PaperSource::Duplex, {4});
}

TEST_CASE("any trouble with the last back of a duplex run keeps its front", "[matrix]")
{
    runMatrix(PaperSource::Duplex, {6});
}
