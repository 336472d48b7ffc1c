#pragma once

#include <QString>

#include <optional>

namespace station {

/// How much proof a PAdES signature carries (EN 319 142-1, 6): each level holds
/// the one before. In this order, so that levels can be compared.
enum class SignatureLevel {
    B,    ///< The signature alone.
    T,    ///< A time stamp proves that it existed then.
    LT,   ///< With the chain and revocation answers in the file.
    LTA,  ///< All of that under a document time stamp, which can be renewed.
};

/// "B", "T", "LT", "LTA": as settings, command line and database have it.
QString levelName(SignatureLevel level);
std::optional<SignatureLevel> levelFrom(const QString &name);

}  // namespace station
