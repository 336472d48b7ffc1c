#pragma once

#include "core/base/clock.h"
#include "core/workflow/copy_upgrader.h"
#include "signing/online/clock_check.h"
#include "signing/online/revocation_service.h"
#include "signing/online/timestamp_service.h"
#include "signing/policy/algorithm_policy.h"

#include <QByteArrayList>

namespace station::signing {

/// Brings a signed copy from B to T, LT and LTA with the services of this
/// station; also renews: an LTA copy whose newest time stamp's certificate ends within
/// `renewWithinDays` gets the proof for that stamp and a new one.
class LevelRaiser final : public workflow::CopyUpgrader {
public:
    struct Trust {
        QByteArrayList anchors{};  ///< DER; for signers and time-stamp authorities.
        AlgorithmPolicy policy{};
    };
    static constexpr int renewWithinDays = 180;

    LevelRaiser(Trust trust, TimestampService &timestamps, RevocationService &revocation,
                ClockCheck &clockCheck, const Clock &clock);

    bool isConfigured() const override { return m_timestamps.isConfigured(); }
    Expected<workflow::UpgradedFile> upgrade(const QString &sourcePdf,
                                             const QString &destinationPdf, SignatureLevel wanted,
                                             int patienceMs, std::stop_token stop = {}) override;

private:
    Trust m_trust;
    TimestampService &m_timestamps;
    RevocationService &m_revocation;
    ClockCheck &m_clockCheck;
    const Clock &m_clock;
};

}  // namespace station::signing
