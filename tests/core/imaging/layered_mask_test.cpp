#include "core/imaging/layered_mask.h"

#include "core/imaging/layered_coder.h"
#include "tests/support/catch.h"

#include <random>

using namespace station::imaging;

namespace {

bool areEqual(Pix *one, Pix *other)
{
    l_int32 same = 0;
    pixEqual(one, other, &same);
    return same == 1;
}

/// Noise of the given density below lines that repeat.
PixPointer speckled(int width, int height, unsigned outOf1000)
{
    PixPointer mask(pixCreate(width, height, 1));
    std::minstd_rand random(7);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool black = y < height / 4 ? x % 40 < 7 : random() % 1000 < outOf1000;
            if (black)
                pixSetPixel(mask.get(), x, y, 1);
        }
    }
    return mask;
}

}  // namespace

TEST_CASE("the coder of masks writes what the standard's example says", "[imaging]")
{
    // ITU-T T.88 H.2: 256 bits, all of one context.
    const QByteArray bits =
        QByteArray::fromHex("00020051000000c00352872aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf");
    const QByteArray coded =
        QByteArray::fromHex("84c73bfce1a1430402200000410dbb86f4317fff88ff37471adb6adfffac");
    ArithmeticEncoder encoder;
    CoderState state;
    for (const char byte : bits) {
        for (int bit = 7; bit >= 0; --bit)
            encoder.encode(state, byte >> bit & 1);
    }
    CHECK(encoder.finished().toHex() == coded.toHex());

    ArithmeticDecoder decoder(coded);
    CoderState read;
    for (const char byte : bits) {
        for (int bit = 7; bit >= 0; --bit)
            REQUIRE(decoder.decode(read) == (byte >> bit & 1));
    }
}

TEST_CASE("a mask gives back every pixel", "[imaging]")
{
    const int width = GENERATE(1, 31, 32, 301);
    const unsigned density = GENERATE(0U, 2U, 130U, 500U, 998U);
    const PixPointer mask = speckled(width, 97, density);
    const PixPointer back = maskFrom(jbig2Of(mask.get()), QSize(width, 97));
    REQUIRE(back);
    CHECK(areEqual(mask.get(), back.get()));
}

TEST_CASE("a mask is read at its own size only and damaged bytes are harmless", "[imaging]")
{
    const PixPointer mask = speckled(301, 97, 130);
    const QByteArray bytes = jbig2Of(mask.get());
    CHECK_FALSE(maskFrom(bytes, QSize(300, 97)));
    CHECK_FALSE(maskFrom(bytes.left(60), QSize(301, 97)));
    CHECK_FALSE(maskFrom(bytes.chopped(1), QSize(301, 97)));
    QByteArray damaged = bytes;
    damaged[100] = static_cast<char>(damaged[100] ^ 0x10);
    const PixPointer wrong = maskFrom(damaged, QSize(301, 97));
    REQUIRE(wrong);
    CHECK_FALSE(areEqual(mask.get(), wrong.get()));
}
