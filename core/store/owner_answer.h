#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::store {

/// An object of the repository's owner index, byte for byte.
struct OwnerEntry {
    QString key{};
    QByteArray body{};

    bool operator==(const OwnerEntry &) const = default;
};

/// What this station knows of one owner without asking: what it handed over itself and what the
/// repository answered.
struct OwnerAnswer {
    std::vector<OwnerEntry> entries{};  ///< By key.
    qint64 askedAtMs = 0;               ///< When the repository answered last; 0: never.
    qint64 triedAtMs = 0;               ///< When it was asked last, with or without an answer.
};

}  // namespace station::store
