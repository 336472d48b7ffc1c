#include "scanner/worker/frame_lines.h"
#include "tests/support/catch.h"

#include <bit>

using namespace station::scanner;
using Line = FrameLines::Line;

namespace {

SANE_Parameters parameters(SANE_Frame format, int depth, int pixels, int bytesPerLine)
{
    return {format, SANE_TRUE, bytesPerLine, pixels, -1, depth};
}

/// All lines of a frame that comes in pieces of `piece` bytes.
std::vector<Line> linesOf(const SANE_Parameters &form, const std::vector<SANE_Byte> &bytes,
                          std::size_t piece)
{
    auto frame = FrameLines::of(form);
    REQUIRE(frame);
    std::vector<Line> lines;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        const auto size = std::min(piece, bytes.size() - at);
        frame->add(std::span(bytes).subspan(at, size), [&](const Line &line) {
            lines.push_back(line);
            return true;
        });
    }
    return lines;
}

}  // namespace

TEST_CASE("pieces of any size become lines without padding", "[worker]")
{
    const auto piece = GENERATE(1U, 2U, 3U, 5U, 100U);
    const std::vector<SANE_Byte> bytes{1, 2, 3, 99, 99, 4, 5, 6, 99, 99, 7, 8};
    CHECK(linesOf(parameters(SANE_FRAME_GRAY, 8, 3, 5), bytes, piece) ==
          std::vector<Line>{{1, 2, 3}, {4, 5, 6}});
}

TEST_CASE("a 1-bit line keeps its bits and loses its padding", "[worker]")
{
    CHECK(linesOf(parameters(SANE_FRAME_GRAY, 1, 10, 4), {0xaa, 0xc0, 7, 7}, 3) ==
          std::vector<Line>{{0xaa, 0xc0}});
}

TEST_CASE("16 bits are reduced to their upper 8, even when a piece splits a sample", "[worker]")
{
    std::vector<SANE_Byte> bytes{0x34, 0x12, 0x78, 0x56, 0xff, 0xab};
    if constexpr (std::endian::native == std::endian::big)
        bytes = {0x12, 0x34, 0x56, 0x78, 0xab, 0xff};
    CHECK(linesOf(parameters(SANE_FRAME_RGB, 16, 1, 6), bytes, 3) ==
          std::vector<Line>{{0x12, 0x56, 0xab}});
}

TEST_CASE("a frame of a form that we cannot read is refused", "[worker]")
{
    const auto form = GENERATE(parameters(SANE_FRAME_GRAY, 12, 10, 20),  // unknown depth
                               parameters(SANE_FRAME_RGB, 1, 8, 3),      // packed colours
                               parameters(SANE_FRAME_RGB, 8, 10, 29),    // line too short
                               parameters(SANE_FRAME_GRAY, 8, 0, 10));   // no pixels
    CHECK_FALSE(FrameLines::of(form));
}
