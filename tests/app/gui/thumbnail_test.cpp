#include "app/gui/counter/side_model.h"
#include "app/gui/counter/thumbnail.h"
#include "core/base/durable_file.h"

#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize shown{92, 130};

/// An A4 side at 300 dpi as it is spooled: its upper half in one colour, stripes below.
QString spooledSide(const QTemporaryDir &folder, int samples)
{
    QByteArray pnm = samples == 3 ? "P6\n2480 3508\n255\n" : "P5\n2480 3508\n255\n";
    for (int y = 0; y < 3508; ++y) {
        const char level = y < 1754 ? char(200) : y % 2 == 0 ? char(0) : char(100);
        for (int x = 0; x < 2480; ++x) {
            pnm += level;
            if (samples == 3)
                pnm += QByteArray(2, char(60));
        }
    }
    const QString file = folder.filePath(u"side.pnm"_s);
    REQUIRE(writeDurably(file, pnm));
    return file;
}

bool isNear(QColor colour, int red, int others)
{
    const auto near = [](int is, int wanted) { return std::abs(is - wanted) <= 6; };
    return near(colour.red(), red) && near(colour.green(), others) && near(colour.blue(), others);
}

}  // namespace

TEST_CASE("a side that just came is seen in small with the mean of its pixels", "[thumbnail]")
{
    const QTemporaryDir folder;
    const int samples = GENERATE(1, 3);
    const QImage small = smallPicture(spooledSide(folder, samples), shown);
    CHECK(small.width() >= 2 * shown.width());
    CHECK(small.width() < 3 * shown.width());
    CHECK(std::abs(small.height() * 2480.0 / small.width() - 3508) < 30);
    CHECK(isNear(small.pixelColor(90, 60), 200, samples == 3 ? 60 : 200));
    CHECK(isNear(small.pixelColor(90, 200), 50, samples == 3 ? 60 : 50));
}

TEST_CASE("a side that is gone or damaged has no small picture", "[thumbnail]")
{
    const QTemporaryDir folder;
    CHECK(smallPicture(folder.filePath(u"gone.jpg"_s), shown).isNull());
    const QString cut = folder.filePath(u"cut.pnm"_s);
    REQUIRE(writeDurably(cut, "P6\n2480 3508\n255\nabc"));
    CHECK(smallPicture(cut, shown).isNull());
}

TEST_CASE("a thousand thumbnails are kept, and each comes back as its own", "[thumbnail]")
{
    SideModel model;
    dossier::Sides sides(1000);
    for (std::size_t i = 0; i < sides.size(); ++i)
        sides[i].id = QString::number(i);
    model.setSides(sides);
    for (int i = 0; i < 1000; ++i) {
        QImage picture(184, 260, QImage::Format_RGB888);
        picture.fill(QColor(i % 250, 120, 120));
        model.setThumbnail(QString::number(i), Thumbnail(picture));
    }
    const auto colourOf = [&](int row) {
        return model.index(row).data(Qt::DecorationRole).value<QImage>().pixelColor(90, 130);
    };
    for (const int row : {0, 249, 613, 999})
        CHECK(isNear(colourOf(row), row % 250, 120));

    QImage anew(184, 260, QImage::Format_RGB888);
    anew.fill(QColor(10, 120, 120));
    model.setThumbnail(u"613"_s, Thumbnail(anew));
    CHECK(isNear(colourOf(613), 10, 120));
    model.forgetThumbnails();
    CHECK(model.index(613).data(Qt::DecorationRole).value<QImage>().isNull());
}
