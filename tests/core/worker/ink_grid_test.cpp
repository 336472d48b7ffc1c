#include "core/worker/page_worker.h"

#include "core/imaging/image.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/pix_pointer.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRect>
#include <QTemporaryDir>

using namespace station;
using namespace station::worker;
using namespace Qt::StringLiterals;

namespace {

constexpr int dpi = 300;

/// A page of A4 in colour on grayish paper, with black rectangles in pixels of 300 dpi.
void writePage(const QString &file, const std::vector<QRect> &ink)
{
    imaging::PixPointer pix(pixCreate(2480, 3508, 32));
    pixSetAllArbitrary(pix.get(), 0xe6e4dc00);
    for (const auto &rect : ink) {
        BOX *box = boxCreate(rect.x(), rect.y(), rect.width(), rect.height());
        pixSetInRectArbitrary(pix.get(), box, 0x20203000);
        boxDestroy(&box);
    }
    const auto jpeg = imaging::jpegOf(imaging::Image(pix.release(), dpi), 75);
    REQUIRE(jpeg);
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    REQUIRE(out.write(*jpeg) == jpeg->size());
}

struct InkWorld {
    InkGrid grid(const std::vector<QRect> &ink)
    {
        writePage(spool.filePath(u"a.jpg"_s), ink);
        return pool.inkOf(spool.filePath(u"a.jpg"_s), dpi).value();
    }
    QTemporaryDir spool{};
    PageWorkerPool pool{{.folders = {spool.path()},
                         .workers = 1,
                         .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")}};
};

int inkCells(const InkGrid &grid)
{
    return static_cast<int>(grid.cells.count('\1'));
}

bool isInk(const InkGrid &grid, double xPt, double yPt)
{
    return grid.cells.at(qsizetype(yPt / InkGrid::cellPt) * grid.columns +
                         qsizetype(xPt / InkGrid::cellPt)) == '\1';
}

}  // namespace

TEST_CASE("the grid of a page lies over all of it and is paper where nothing is", "[worker]")
{
    InkWorld world;
    const auto grid = world.grid({});
    CHECK(grid.columns == 149);  // 595.2 pt
    CHECK(grid.rows == 211);     // 841.9 pt
    REQUIRE(grid.cells.size() == qsizetype(grid.columns) * grid.rows);
    CHECK(inkCells(grid) == 0);
}

TEST_CASE("ink is found where it lies, a thin stroke too, and a speck is none", "[worker]")
{
    InkWorld world;
    // 100 × 50 px at (1000, 400): 240 to 264 pt across, 96 to 108 pt down.
    const auto block = world.grid({{1000, 400, 100, 50}});
    CHECK(isInk(block, 242, 98));
    CHECK(isInk(block, 262, 106));
    CHECK_FALSE(isInk(block, 230, 98));
    CHECK_FALSE(isInk(block, 242, 90));
    CHECK(inkCells(block) >= 6 * 3);
    CHECK(inkCells(block) <= 8 * 4);  // JPEG blurs an edge into the next cell

    // 4 px are 0.34 mm, the stroke of a 10 pt letter.
    const auto line = world.grid({{500, 800, 400, 4}});
    CHECK(isInk(line, 150, 192.5));
    CHECK(inkCells(line) >= 400 * 72 / dpi / 4);

    // 3 px are 0.25 mm: dust.
    CHECK(inkCells(world.grid({{301, 301, 3, 3}, {700, 1200, 3, 3}, {1500, 40, 2, 4}})) == 0);
}

TEST_CASE("a page is measured in a moment", "[worker]")
{
    InkWorld world;
    std::vector<QRect> text;
    for (int y = 300; y < 3200; y += 60) {
        for (int x = 250; x < 2200; x += 30)
            text.push_back({x, y, 20, 30});
    }
    (void)world.grid(text);  // the worker has started
    qint64 best = 1000;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        REQUIRE(world.pool.inkOf(world.spool.filePath(u"a.jpg"_s), dpi));
        best = std::min(best, timer.elapsed());
    }
    CAPTURE(best);
    CHECK(best < 200);  // 50 ms alone on a desktop; this machine may be busy
    if (qEnvironmentVariableIsSet("STATION_SHOW_TIMES"))
        WARN("ink of one page: " << best << " ms");
}

TEST_CASE("what is no picture has no ink grid", "[worker]")
{
    InkWorld world;
    QFile file(world.spool.filePath(u"b.jpg"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    CHECK(world.pool.inkOf(file.fileName(), dpi).error().fault == Fault::FileUnreadable);
}
