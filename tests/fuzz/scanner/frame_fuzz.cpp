#include "scanner/worker/frame_lines.h"
#include "tests/fuzz/mutation.h"
#include "tests/support/catch.h"

using namespace station::scanner;
using station::testing::Mutation;

TEST_CASE("whatever form a frame claims its lines have the width that it claims", "[fuzz]")
{
    Mutation dice(13, {});
    int readable = 0;
    const std::vector<SANE_Byte> bytes(997, 0x5a);
    for (int round = 0; round < 20'000; ++round) {
        constexpr int depths[] = {1, 8, 16, 0, 2, -8};
        const SANE_Parameters form{static_cast<SANE_Frame>(dice.below(7)),
                                   SANE_TRUE,
                                   dice.below(80) - 4,
                                   dice.below(40) - 2,
                                   dice.below(9) - 1,
                                   depths[dice.below(6)]};
        auto frame = FrameLines::of(form);
        if (!frame)
            continue;
        ++readable;
        const auto expected = frame->isBitmap() ? (frame->width() + 7) / 8
                                                : frame->width() * (frame->isColour() ? 3 : 1);
        for (std::size_t at = 0; at < bytes.size();) {
            const auto piece = std::min<std::size_t>(1 + static_cast<std::size_t>(dice.below(90)),
                                                     bytes.size() - at);
            frame->add(std::span(bytes).subspan(at, piece), [&](const FrameLines::Line &line) {
                REQUIRE(line.size() == static_cast<std::size_t>(expected));
                return true;
            });
            at += piece;
        }
    }
    CHECK(readable > 500);
}
