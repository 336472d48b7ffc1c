#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::rules {

/// A kind of paper (loại giấy tờ), e.g. giay_kham_suc_khoe.
struct PaperType {
    QString key{};
    QString name{};                       ///< Vietnamese, for people.
    QStringList requiredFields{};         ///< Keys of dossier::field_key, in the order of entry.
    std::optional<int> validityMonths{};  ///< Of the paper itself; nothing: the profile's default.
    bool unlimited = false;               ///< Never expires (vĩnh viễn).
    std::optional<SignatureLevel> wantedLevel{};    ///< Nothing: the profile's.
    std::optional<SignatureLevel> requiredLevel{};  ///< Nothing: the profile's.
};

class PaperTypes {
public:
    PaperTypes() = default;
    explicit PaperTypes(std::vector<PaperType> types) : m_types(std::move(types)) {}

    const PaperType *find(const QString &key) const;
    const std::vector<PaperType> &all() const { return m_types; }

private:
    std::vector<PaperType> m_types;
};

/// Fails with SettingsInvalid, as loadRuleProfile.
Expected<PaperTypes> loadPaperTypes(const QString &path);

}  // namespace station::rules
