#pragma once

#include "core/base/expected.h"

#include <QString>

#include <optional>

namespace station::codes {

enum class Sex { Male, Female };

/// The number of a citizen: the personal id of the card (số định danh cá nhân,
/// 12 digits) or the old identity card's number (CMND, 9 digits).
///
///     026 1 85 001234   province of birth, century and sex, year, random
///
/// There is no check digit. What the digits say about the person is good for a
/// warning when it disagrees with the card, never for an error: corrections exist.
class PersonalId {
public:
    /// Fails with InvalidInput.
    static Expected<PersonalId> parse(const QString &text);

    QString text() const { return m_digits; }
    bool isOldCard() const { return m_digits.size() == 9; }  ///< Says nothing about the person.

    // Empty for a 9-digit number.
    QString provinceCode() const;  ///< "026"; another country's code for births abroad.
    std::optional<int> birthYear() const;
    std::optional<Sex> sex() const;

    bool operator==(const PersonalId &) const = default;

private:
    explicit PersonalId(QString digits) : m_digits(std::move(digits)) {}
    QString m_digits;
};

}  // namespace station::codes
