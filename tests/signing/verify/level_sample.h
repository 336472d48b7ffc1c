#pragma once

#include "signing/pades/validation_data.h"
#include "tests/signing/support/test_authority.h"

#include <QByteArray>

namespace station::signing {

inline constexpr qint64 minuteMs = 60'000;
inline constexpr qint64 dayMs = 86'400'000;

/// Copies of each level, made with the station's own writers and one trust centre.
class LevelSample {
public:
    LevelSample() : m_clerk(m_centre.issue()) {}

    TestAuthority &centre() { return m_centre; }
    const IssuedKey &clerk() const { return m_clerk; }
    VerifyContext trust(qint64 afterMs = 3'600'000) const { return m_centre.trust(afterMs); }

    QByteArray b() const;
    /// Signature time stamp one minute after the sample time.
    QByteArray t();
    /// Everything that the two certificates need, two minutes after it.
    QByteArray lt();
    /// Document time stamp three minutes after it.
    QByteArray lta();

    /// Answers about clerk, stamps and issuing authority of that time.
    ValidationData answers(qint64 atMs = sampleTimeMs + 2 * minuteMs);
    QByteArray withData(const QByteArray &pdf, const ValidationData &data) const;
    QByteArray withDocumentTimestamp(const QByteArray &pdf, const StampOptions &options);

private:
    TestAuthority m_centre{};
    IssuedKey m_clerk;
};

}  // namespace station::signing
