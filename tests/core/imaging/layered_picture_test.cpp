#include "core/imaging/layered_picture.h"

#include "tests/support/catch.h"

using namespace station::imaging;

namespace {

LayeredPicture sample()
{
    return {.size = QSize(2480, 3508),
            .dpi = 300,
            .mask = "mask",
            .ink = {38, 36, 40},
            .paper = {248, 247, 240},
            .patches = {{QRect(0, 0, 2480, 3508), "shading"}, {QRect(800, 16, 32, 48), "seal"}}};
}

}  // namespace

TEST_CASE("a layered picture comes back from its bytes", "[imaging]")
{
    const LayeredPicture picture = sample();
    const auto read = layeredPictureFrom(toBytes(picture));
    REQUIRE(read);
    CHECK(read->size == picture.size);
    CHECK(read->dpi == picture.dpi);
    CHECK(read->mask == picture.mask);
    CHECK(read->ink == picture.ink);
    CHECK(read->paper == picture.paper);
    REQUIRE(read->patches.size() == 2);
    CHECK(read->patches[1].at == picture.patches[1].at);
    CHECK(read->patches[1].jpeg == picture.patches[1].jpeg);
}

TEST_CASE("bytes that are no whole layered picture are refused", "[imaging]")
{
    const QByteArray bytes = toBytes(sample());
    for (qsizetype kept = 0; kept < bytes.size(); ++kept)
        CHECK_FALSE(layeredPictureFrom(bytes.left(kept)));
    CHECK_FALSE(layeredPictureFrom(bytes + 'x'));

    LayeredPicture outside = sample();
    outside.patches[1].at.moveLeft(2460);
    CHECK_FALSE(layeredPictureFrom(toBytes(outside)));
    LayeredPicture empty = sample();
    empty.size = QSize(0, 3508);
    CHECK_FALSE(layeredPictureFrom(toBytes(empty)));
}
