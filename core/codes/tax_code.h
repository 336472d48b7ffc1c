#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::codes {

/// A tax code (mã số thuế): 10 digits of an organisation with a check digit,
/// the same with a branch (2500410079-001), or since 2025 the 12-digit
/// personal id of a person or household.
class TaxCode {
public:
    /// Fails with InvalidInput for the form and CheckDigitWrong for the digit.
    /// A branch may be written without its dash.
    static Expected<TaxCode> parse(const QString &text);

    QString text() const { return m_text; }
    bool isPersonal() const { return m_text.size() == 12; }
    QString branch() const { return m_text.mid(11, isPersonal() ? 0 : 3); }  ///< "001" or empty.

    bool operator==(const TaxCode &) const = default;

private:
    explicit TaxCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

}  // namespace station::codes
