#pragma once

#include "core/base/expected.h"
#include "core/codes/digitization_code.h"

#include <QString>

namespace station::codes {

/// What a digitization code is made of. Only what the template names is used.
struct DigitizationCodeParts {
    QString owner{};      ///< {owner}: personal id or tax code; blank when there is none.
    QString procedure{};  ///< {procedure}: base of the procedure code.
    QString paper{};      ///< {paper}: component or paper type code.
    QString result{};     ///< {result}: result type code.
    QString number{};     ///< {number}: the document's own number and symbol.
};

/// How the rule profile builds codes: `{owner}.{procedure}.{paper}.{seq:2}`.
/// Starts with {owner}, ends with .{seq:N}, N the least number of digits.
class DigitizationCodeTemplate {
public:
    /// Fails with InvalidInput.
    static Expected<DigitizationCodeTemplate> parse(const QString &text);

    QString text() const { return m_text; }

    /// The code with that sequence. Diacritics and blanks go, letters become
    /// capitals, any other character outside [A-Z0-9._/-] becomes '-'. Fails
    /// with InvalidInput when a part other than the owner is empty or the code
    /// gets longer than 200 characters.
    Expected<DigitizationCode> code(const DigitizationCodeParts &parts, int sequence = 1) const;

    bool operator==(const DigitizationCodeTemplate &) const = default;

private:
    explicit DigitizationCodeTemplate(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

}  // namespace station::codes
