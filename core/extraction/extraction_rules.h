#pragma once

#include "core/base/expected.h"

#include <QString>

#include <memory>

namespace station::extraction {

struct RuleData;

/// How papers are read, as data: `resources/extraction/`, one file a kind of paper (anchors,
/// zones, patterns, required checks), with the lists of agencies, places and names and
/// the calibration of confidence beside them. A value, cheap to copy, never changes.
class ExtractionRules {
public:
    ExtractionRules() = default;  ///< Reads nothing and proposes nothing.
    explicit ExtractionRules(std::shared_ptr<const RuleData> data) : m_data(std::move(data)) {}

    const RuleData *data() const { return m_data.get(); }  ///< Null for the default.

private:
    std::shared_ptr<const RuleData> m_data{};
};

/// Fails with SettingsInvalid; the subject holds one line a problem: "file:line:col: key: what".
Expected<ExtractionRules> loadExtractionRules(const QString &folder);

}  // namespace station::extraction
