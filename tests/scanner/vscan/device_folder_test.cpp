#include "scanner/vscan/device_folder.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

struct Paper {
    QTemporaryDir dir{};
    vscan::DeviceFolder folder{QFile::encodeName(dir.path()).toStdString()};

    explicit Paper(const QStringList &sheets)
    {
        QDir(dir.path()).mkdir(u"feeder"_s);
        for (const auto &name : sheets)
            writeText(dir.path() + u"/feeder/"_s + name, {});
    }

    /// "front" or "front+back" for each sheet until the feeder is empty.
    std::vector<std::string> fedSheets(bool duplex) const
    {
        std::vector<std::string> sheets;
        while (const auto sheet = folder.feed(duplex)) {
            auto text = sheet->front.filename().native();
            if (sheet->back)
                text += "+" + sheet->back->filename().native();
            sheets.push_back(text);
        }
        return sheets;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("sheets are fed in name order and lie in the tray afterwards", "[vscan]")
{
    const Paper paper({u"2.png"_s, u"1.jpg"_s, u"3.jpeg"_s, u"notes.txt"_s, u".hidden.png"_s});
    CHECK(paper.folder.paperLoaded());
    CHECK(paper.fedSheets(false) == Names{"1.jpg", "2.png", "3.jpeg"});
    CHECK_FALSE(paper.folder.paperLoaded());
    CHECK(filesIn(paper.dir.path() + u"/output"_s, u"*"_s) ==
          QStringList{u"1.jpg"_s, u"2.png"_s, u"3.jpeg"_s});
}

TEST_CASE("a duplex scan takes two images a sheet", "[vscan]")
{
    const Paper paper({u"1.png"_s, u"2.png"_s, u"3.png"_s});
    CHECK(paper.fedSheets(true) == Names{"1.png+2.png", "3.png"});
}

TEST_CASE("a named pair is one sheet, whichever way it is scanned", "[vscan]")
{
    const bool duplex = GENERATE(false, true);
    const Paper paper(
        {u"a-front.png"_s, u"a-back.png"_s, u"b-front.png"_s, u"c-front.png"_s, u"c-back.png"_s});
    CHECK(paper.fedSheets(duplex) ==
          Names{"a-front.png+a-back.png", "b-front.png", "c-front.png+c-back.png"});
}

TEST_CASE("a sheet that is fed again does not replace the one in the tray", "[vscan]")
{
    const Paper paper({u"1.png"_s});
    CHECK(paper.fedSheets(false) == Names{"1.png"});
    writeText(paper.dir.path() + u"/feeder/1.png"_s, {});
    CHECK(paper.fedSheets(false) == Names{"1~2.png"});
}

TEST_CASE("a fault that happens once is commented out and the rest of the file stays", "[vscan]")
{
    const Paper paper({});
    const QString ini = paper.dir.path() + u"/device.ini"_s;
    writeText(ini, u"vendor = Trạm\ntype = adf\nside-ms = 20\n\n"
                   "fault = read 1 crash once\nfault = read 1 jammed\n"_s);
    const auto before = paper.folder.settings();
    CHECK(before.vendor == "Trạm");
    CHECK((before.kind == vscan::Kind{false, true, false}));
    CHECK(before.feeder.sideMs == 20);
    REQUIRE(before.faults.size() == 2);

    paper.folder.markFired(before.faults[0]);
    const auto after = paper.folder.settings();
    CHECK(after.vendor == "Trạm");
    REQUIRE(after.faults.size() == 1);
    CHECK(after.faults[0].status == SANE_STATUS_JAMMED);
}
