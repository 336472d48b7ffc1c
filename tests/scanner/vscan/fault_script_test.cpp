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

TEST_CASE("a malformed line of the fault script is refused and the wrong word is named", "[vscan]")
{
    const auto [line, reason] = GENERATE(table<const char *, const char *>({
        {"", "fault: not \"call page action [percent|ms] [once]\": "},
        {"once", "fault: not \"call page action [percent|ms] [once]\": once"},
        {"read 2", "fault: not \"call page action [percent|ms] [once]\": read 2"},
        {"read 2 jammed 50 60", "fault: not \"call page action [percent|ms] [once]\": "
                                "read 2 jammed 50 60"},
        {"look 2 jammed", "fault: no such call: look"},
        {"read two jammed", "fault: a page is * or a number from 1, not: two"},
        {"read -1 jammed", "fault: a page is * or a number from 1, not: -1"},
        {"read 0 jammed", "fault: a page is * or a number from 1, not: 0"},
        {"read 2 explode", "fault: no such action: explode"},
        {"read 2 jammed 5x", "fault: no number: 5x"},
        {"read 2 jammed 101", "fault: more than 100 percent: 101"},
    }));
    CAPTURE(line);
    const auto parsed = parseFaultLine(line);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error() == reason);
}

TEST_CASE("a line of the fault script that could never happen is refused", "[vscan]")
{
    const auto *line =
        GENERATE("open 1 busy", "start 2 jammed 50", "start 1 livelock", "close * io-error",
                 "cancel * no-docs", "cancel * hang", "close * hang", "start 1 delay");
    CAPTURE(line);
    CHECK_FALSE(parseFaultLine(line));
}

TEST_CASE("close and cancel can leave the device in a state", "[vscan]")
{
    const auto *line =
        GENERATE("close * jammed", "cancel 2 cover-open", "close * unplug", "close 3 double-feed",
                 "close * hang-hard", "close * delay 20", "cancel * crash once");
    CAPTURE(line);
    CHECK(parseFaultLine(line));
}

TEST_CASE("a fault shows at its moment and page only", "[vscan]")
{
    const std::vector lines{*parseFaultLine("read 2 jammed"), *parseFaultLine("start * delay 5")};
    CHECK_FALSE(faultFor(lines, Moment::Read, 1));
    CHECK(faultFor(lines, Moment::Read, 2));
    CHECK(faultFor(lines, Moment::Start, 7));
    CHECK_FALSE(faultFor(lines, Moment::Cancel, 2));
}
