#pragma once

#include <sane/sane.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace vscan {

/// The call in which a fault shows.
enum class Moment { Open, Control, Start, Read, Cancel, Close };

enum class Action {
    Status,      // return a SANE status
    DoubleFeed,  // jam with the double-feed sensor set
    Unplug,      // the device is gone from now on
    Delay,       // wait, then go on
    Hang,        // wait until cancelled
    HangHard,    // wait for ever; only SIGKILL ends it
    Spin,        // the same with a busy processor
    Livelock,    // from now on reads succeed and bring nothing
    Crash,       // SIGSEGV
    Abort,
    Exit,
};

/// One line of a device's fault script:
///
///     <open|control|start|read|cancel|close> <page|*> <action> [percent|ms] [once]
///
/// `page` counts the sides since the device was opened or last cancelled, from 1; a
/// side whose start failed does not count. The number is the point of the page where
/// a read fails, or the length of a delay. A line that could never happen, such as a
/// percentage outside `read` or a status of `close`, breaks the grammar too: a
/// test with it could not fail.
struct FaultLine {
    Moment moment = Moment::Read;
    int page = 0;  ///< 0: every page.
    Action action = Action::Status;
    SANE_Status status = SANE_STATUS_GOOD;
    int amount = 0;
    bool once = false;
    std::string text{};  ///< As written, to find the line again when it has fired.
};

/// The error says which word is wrong and why.
tl::expected<FaultLine, std::string> parseFaultLine(std::string_view text);

/// The first line for that moment and page.
std::optional<FaultLine> faultFor(const std::vector<FaultLine> &lines, Moment moment, int page);

}  // namespace vscan
