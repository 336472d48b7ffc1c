#include "scanner/vscan/fault_script.h"

#include <charconv>
#include <iterator>
#include <sstream>
#include <utility>

namespace vscan {
namespace {

template <typename T, std::size_t size>
std::optional<T> wordIn(const std::pair<std::string_view, T> (&table)[size], std::string_view word)
{
    for (const auto &[name, value] : table) {
        if (name == word)
            return value;
    }
    return {};
}

constexpr std::pair<std::string_view, Moment> moments[] = {
    {"open", Moment::Open}, {"control", Moment::Control}, {"start", Moment::Start},
    {"read", Moment::Read}, {"cancel", Moment::Cancel},   {"close", Moment::Close},
};

constexpr std::pair<std::string_view, Action> actions[] = {
    {"double-feed", Action::DoubleFeed},
    {"unplug", Action::Unplug},
    {"delay", Action::Delay},
    {"hang", Action::Hang},
    {"hang-hard", Action::HangHard},
    {"spin", Action::Spin},
    {"livelock", Action::Livelock},
    {"crash", Action::Crash},
    {"abort", Action::Abort},
    {"exit", Action::Exit},
};

constexpr std::pair<std::string_view, SANE_Status> statuses[] = {
    {"unsupported", SANE_STATUS_UNSUPPORTED},
    {"cancelled", SANE_STATUS_CANCELLED},
    {"busy", SANE_STATUS_DEVICE_BUSY},
    {"invalid", SANE_STATUS_INVAL},
    {"eof", SANE_STATUS_EOF},
    {"jammed", SANE_STATUS_JAMMED},
    {"no-docs", SANE_STATUS_NO_DOCS},
    {"cover-open", SANE_STATUS_COVER_OPEN},
    {"io-error", SANE_STATUS_IO_ERROR},
    {"no-mem", SANE_STATUS_NO_MEM},
    {"access-denied", SANE_STATUS_ACCESS_DENIED},
};

using Parsed = tl::expected<FaultLine, std::string>;
using Words = std::vector<std::string>;

tl::unexpected<std::string> wrong(const std::string &reason)
{
    return tl::make_unexpected("fault: " + reason);
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        return {};
    return value;
}

Parsed withMoment(FaultLine line, const Words &words)
{
    const auto moment = wordIn(moments, words[0]);
    if (!moment)
        return wrong("no such call: " + words[0]);
    line.moment = *moment;
    return line;
}

Parsed withPage(FaultLine line, const Words &words)
{
    if (words[1] == "*")
        return line;
    const auto page = number(words[1]);
    if (!page || *page == 0)
        return wrong("a page is * or a number from 1, not: " + words[1]);
    if (line.moment == Moment::Open)
        return wrong("nothing is scanned before open: its page is *");
    line.page = *page;
    return line;
}

/// Cancel and close return nothing, but they can leave the device in a state.
bool canReturn(Moment moment, SANE_Status status)
{
    return (moment != Moment::Cancel && moment != Moment::Close) || status == SANE_STATUS_JAMMED ||
           status == SANE_STATUS_COVER_OPEN;
}

Parsed withAction(FaultLine line, const Words &words)
{
    const auto action = wordIn(actions, words[2]);
    const auto status = wordIn(statuses, words[2]);
    if (!action && !status)
        return wrong("no such action: " + words[2]);
    if (status && !canReturn(line.moment, *status))
        return wrong(words[0] + " returns no status: " + words[2]);
    if (action == Action::Livelock && line.moment != Moment::Read)
        return wrong("only read can be livelock");
    if (action == Action::Hang && (line.moment == Moment::Cancel || line.moment == Moment::Close))
        return wrong("nobody cancels " + words[0] + ": write hang-hard");
    line.action = action.value_or(Action::Status);
    line.status = status.value_or(SANE_STATUS_GOOD);
    return line;
}

Parsed withAmount(FaultLine line, const Words &words)
{
    const bool isDelay = line.action == Action::Delay;
    if (words.size() == 3)
        return isDelay ? Parsed(wrong("delay needs its milliseconds")) : line;
    const auto amount = number(words[3]);
    if (!amount)
        return wrong("no number: " + words[3]);
    if (!isDelay && line.moment != Moment::Read)
        return wrong("only read has a percentage: " + words[3]);
    if (!isDelay && *amount > 100)
        return wrong("more than 100 percent: " + words[3]);
    line.amount = *amount;
    return line;
}

}  // namespace

Parsed parseFaultLine(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    Words words(std::istream_iterator<std::string>(stream), {});
    FaultLine line;
    line.text = text;
    if (!words.empty() && words.back() == "once") {
        line.once = true;
        words.pop_back();
    }
    if (words.size() < 3 || words.size() > 4)
        return wrong("not \"call page action [percent|ms] [once]\": " + line.text);
    return withMoment(line, words)
        .and_then([&](const FaultLine &so) { return withPage(so, words); })
        .and_then([&](const FaultLine &so) { return withAction(so, words); })
        .and_then([&](const FaultLine &so) { return withAmount(so, words); });
}

std::optional<FaultLine> faultFor(const std::vector<FaultLine> &lines, Moment moment, int page)
{
    for (const auto &line : lines) {
        if (line.moment == moment && (line.page == 0 || line.page == page))
            return line;
    }
    return {};
}

}  // namespace vscan
