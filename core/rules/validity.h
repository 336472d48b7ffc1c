#pragma once

#include <QDate>

#include <optional>

namespace station::rules {

class TomlTable;

/// The days on which a rule holds, both ends included.
struct Validity {
    QDate from{};
    std::optional<QDate> until{};  ///< Nothing: still in force.

    bool contains(QDate day) const { return day >= from && (!until || day <= *until); }
    bool operator==(const Validity &) const = default;
};

/// The keys valid_from and valid_until of a law file's table.
void readValidity(TomlTable &table, Validity &validity);

}  // namespace station::rules
