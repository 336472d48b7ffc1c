#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::codes {

/// The code that a digitized paper carries for life (mã kết quả số hóa, TT
/// 01/2023/TT-VPCP Art. 10).
///
///     026185001234.KQ.G04.000012.88-0123.01
///     owner id    .kind of paper, number.sequence
///
/// Always well formed: capitals, digits and "._/-", at most 200 characters.
/// It does not change when the scan is replaced; a second paper of the same
/// kind gets the next sequence. Well formed is not final: only a claim in the
/// repository makes a code final.
class DigitizationCode {
public:
    static constexpr qsizetype maximumLength = 200;

    /// Reads the printed form. Fails with InvalidInput; the detail starts with
    /// the part that is wrong.
    static Expected<DigitizationCode> parse(const QString &text);

    QString text() const { return m_text; }
    QString prefix() const;   ///< All before the last dot; codes of one prefix share a sequence.
    QString ownerId() const;  ///< Empty: owner without an identity number.
    int sequence() const { return m_sequence; }  ///< From 1; grows past 99.

    /// The same prefix with another number, as wide as this one's at least.
    Expected<DigitizationCode> withSequence(int sequence) const;

    bool operator==(const DigitizationCode &) const = default;

private:
    DigitizationCode(QString text, int sequence) : m_text(std::move(text)), m_sequence(sequence) {}
    QString m_text;
    int m_sequence;
};

}  // namespace station::codes
