#include "core/recognition/separator.h"

#include <algorithm>

namespace station::recognition {
namespace {

using namespace Qt::StringLiterals;

const QString prefix = u"TSH1:GIAY:"_s;
constexpr qsizetype longestCode = 64;

}  // namespace

QString separatorPayload(const QString &component)
{
    return prefix + component;
}

std::optional<SeparatorMark> separatorOf(const QString &payload)
{
    if (payload == u"PATCHT"_s)
        return SeparatorMark{};
    if (!payload.startsWith(prefix))
        return {};
    const QString code = payload.sliced(prefix.size());
    // The payload comes from paper: whatever is no code is not handed on.
    const bool good =
        !code.isEmpty() && code.size() <= longestCode &&
        std::ranges::all_of(code, [](QChar c) { return c.isPrint() && !c.isSpace(); });
    return good ? std::optional(SeparatorMark{code}) : std::nullopt;
}

}  // namespace station::recognition
