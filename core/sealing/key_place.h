#pragma once

#include "core/base/expected.h"
#include "core/sealing/data_keys.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace station::sealing {

/// Where an account keeps its data keys: not with the data, so that a disk or a backup that was
/// carried off says nothing.
class KeyPlace {
public:
    virtual ~KeyPlace() = default;

    /// Nothing when no key was ever put there. KeyUnavailable when the place does not answer,
    /// SettingsInvalid when what lies there is no key or others can read it.
    virtual Expected<std::optional<DataKeys>> load() const = 0;
    /// Keys that are there already stay.
    virtual Expected<> save(const DataKeys &keys) = 0;
    virtual QString name() const = 0;  ///< "keyring" or the file's path.
};

/// A file, 0600, in a folder that is no part of the data.
class KeyFile final : public KeyPlace {
public:
    explicit KeyFile(QString path) : m_path(std::move(path)) {}

    Expected<std::optional<DataKeys>> load() const override;
    Expected<> save(const DataKeys &keys) override;
    QString name() const override { return m_path; }

private:
    QString m_path;
};

struct FoundKeys {
    DataKeys keys;
    QString place{};
    bool made = false;  ///< Just now.
};

/// The account's keys from the first of `places` that has the one with the id `needed`, or any
/// when that is empty. Without any, and with nothing needed, one is made in the last place that
/// takes it; `lockFile` keeps two programs that start at once from making two. KeyUnavailable
/// when the needed key is nowhere: never is another one made instead.
Expected<FoundKeys> findKeys(const std::vector<std::unique_ptr<KeyPlace>> &places,
                             const QString &needed, const QString &lockFile);

/// Puts keys that were lost back in the last of `places` that takes them, beside those that are
/// there. Returns its name.
Expected<QString> restoreKeys(const std::vector<std::unique_ptr<KeyPlace>> &places, DataKeys keys,
                              const QString &lockFile);

}  // namespace station::sealing
