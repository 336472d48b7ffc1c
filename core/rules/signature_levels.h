#pragma once

#include "core/base/signature_level.h"
#include "core/rules/toml_reader.h"

#include <optional>

namespace station::rules {

/// Two keys of one table that name levels: "B", "T", "LT" or "LTA". More must not be required
/// than is wanted. Target: SignatureLevel, or an optional one that may stay empty.
template <typename Level>
void readSignatureLevels(TomlTable &table, const char *wantedKey, Level &wanted,
                         const char *requiredKey, Level &required)
{
    const auto choices = [] {
        std::vector<std::pair<QString, Level>> words;
        for (const auto level :
             {SignatureLevel::B, SignatureLevel::T, SignatureLevel::LT, SignatureLevel::LTA})
            words.emplace_back(levelName(level), level);
        return words;
    }();
    table.readChoice(wantedKey, wanted, choices);
    table.readChoice(requiredKey, required, choices);
    const std::optional<SignatureLevel> most = wanted;
    const std::optional<SignatureLevel> least = required;
    if (most && least && *least > *most)
        table.report(requiredKey,
                     QStringLiteral("asks for more than %1").arg(QString::fromLatin1(wantedKey)));
}

}  // namespace station::rules
