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

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        return {};
    return value;
}

}  // namespace

std::optional<FaultLine> parseFaultLine(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words(std::istream_iterator<std::string>(stream), {});
    FaultLine line;
    line.text = text;
    if (!words.empty() && words.back() == "once") {
        line.once = true;
        words.pop_back();
    }
    if (words.size() < 3 || words.size() > 4)
        return {};

    const auto moment = wordIn(moments, words[0]);
    const auto page = words[1] == "*" ? std::optional(0) : number(words[1]);
    const auto action = wordIn(actions, words[2]);
    const auto status = wordIn(statuses, words[2]);
    const auto amount = words.size() == 4 ? number(words[3]) : std::optional(0);
    if (!moment || !page || (!action && !status) || !amount)
        return {};
    line.moment = *moment;
    line.page = *page;
    line.action = action.value_or(Action::Status);
    line.status = status.value_or(SANE_STATUS_GOOD);
    line.amount = *amount;
    return line;
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
