#include "scanner/vscan/fault_script.h"
#include "tests/support/catch.h"

using namespace vscan;

TEST_CASE("a line of the fault script is read", "[vscan]")
{
    const auto jam = parseFaultLine("read 2 jammed 50 once");
    REQUIRE(jam);
    CHECK(jam->moment == Moment::Read);
    CHECK(jam->page == 2);
    CHECK(jam->action == Action::Status);
    CHECK(jam->status == SANE_STATUS_JAMMED);
    CHECK(jam->amount == 50);
    CHECK(jam->once);

    const auto hang = parseFaultLine("start * hang-hard");
    REQUIRE(hang);
    CHECK(hang->moment == Moment::Start);
    CHECK(hang->page == 0);
    CHECK(hang->action == Action::HangHard);
    CHECK_FALSE(hang->once);
}

TEST_CASE("a malformed line of the fault script is no fault", "[vscan]")
{
    const auto *line =
        GENERATE("", "read", "read 2", "read two jammed", "read -1 jammed", "look 2 jammed",
                 "read 2 explode", "read 2 jammed 5x", "read 2 jammed 50 60", "once");
    CAPTURE(line);
    CHECK_FALSE(parseFaultLine(line));
}

TEST_CASE("a fault shows at its moment and page only", "[vscan]")
{
    const std::vector lines{*parseFaultLine("read 2 jammed"), *parseFaultLine("start * delay 5")};
    CHECK_FALSE(faultFor(lines, Moment::Read, 1));
    CHECK(faultFor(lines, Moment::Read, 2));
    CHECK(faultFor(lines, Moment::Start, 7));
    CHECK_FALSE(faultFor(lines, Moment::Cancel, 2));
}
