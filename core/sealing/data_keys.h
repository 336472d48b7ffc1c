#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"

#include <QString>

#include <vector>

namespace station::sealing {

/// A key of 256 bits from which all that seals a station's data is derived.
struct DataKey {
    QString id{};  ///< 16 hex digits that follow from the key and say nothing of it.
    Secret bytes{};
};

/// The data keys of an account, oldest first. New data is sealed with the last one; the others
/// open what was sealed before, or comes from another station's backup.
class DataKeys {
public:
    /// One fresh key.
    static Expected<DataKeys> made();
    /// A key a line, `<id> <64 hex digits>`. SettingsInvalid when a line is not one, its id is
    /// not that of the key, or there is none.
    static Expected<DataKeys> parse(const Secret &text);

    const std::vector<DataKey> &keys() const { return m_keys; }
    bool contains(const QString &id) const;
    /// Puts the keys of `other` that are not here before those that are.
    void adopt(DataKeys &&other);
    /// A copy of a key, to be the newest one.
    Expected<> add(const DataKey &key);
    /// What `parse` reads.
    Secret text() const;

private:
    Expected<> add(Secret bytes);

    std::vector<DataKey> m_keys;
};

}  // namespace station::sealing
