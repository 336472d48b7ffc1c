#include "core/base/signature_level.h"

#include <array>

namespace station {
namespace {

const std::array names{QStringLiteral("B"), QStringLiteral("T"), QStringLiteral("LT"),
                       QStringLiteral("LTA")};

}  // namespace

QString levelName(SignatureLevel level)
{
    return names.at(static_cast<std::size_t>(level));
}

std::optional<SignatureLevel> levelFrom(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<SignatureLevel>(i);
    }
    return std::nullopt;
}

}  // namespace station
