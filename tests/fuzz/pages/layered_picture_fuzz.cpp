#include "core/imaging/layered_picture.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/pages/rounds.h"
#include "tests/support/catch.h"

namespace station::imaging {
namespace {

bool tryOut(const QByteArray &bytes)
{
    const auto picture = layeredPictureFrom(bytes);
    if (!picture)
        return false;
    REQUIRE(picture->size.width() > 0);
    REQUIRE(picture->size.height() > 0);
    REQUIRE(picture->dpi > 0);
    const QRect page(QPoint(0, 0), picture->size);
    for (const auto &patch : picture->patches)
        REQUIRE(page.contains(patch.at));
    // What was read is written as it was.
    REQUIRE(toBytes(*picture) == bytes);
    return true;
}

}  // namespace

TEST_CASE("whatever the file of layers holds, patches lie on the page", "[fuzz]")
{
    const QByteArray seed = toBytes(
        {.size = {300, 200},
         .dpi = 300,
         .mask = "mask bits",
         .ink = {1, 2, 3},
         .paper = {250, 251, 252},
         .patches = {{QRect(10, 20, 30, 40), "jpeg one"}, {QRect(0, 0, 300, 200), "jpeg two"}}});
    REQUIRE(tryOut(seed));
    testing::Mutation mutate(29, {QByteArray(4, '\0'), QByteArray(4, '\xff'), "\x7f\xff\xff\xff",
                                  QByteArray("\0\0\0\1", 4), QByteArray("\0\0\1\0", 4)});
    testing::Rounds rounds(20'000);
    int readable = 0;
    while (rounds.next())
        readable += tryOut(mutate(seed)) ? 1 : 0;
    CHECK(readable > 1'000);
    CHECK(readable < rounds.done());
    if (testing::Rounds::minutes() > 0)
        WARN(rounds.done() << " inputs, " << readable << " readable");
}

}  // namespace station::imaging
