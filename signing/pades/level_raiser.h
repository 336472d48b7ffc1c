#pragma once

#include "core/base/clock.h"
#include "core/workflow/copy_upgrader.h"
#include "signing/online/revocation_service.h"
#include "signing/online/timestamp_service.h"
#include "signing/policy/algorithm_policy.h"

#include <QByteArrayList>

namespace station::signing {

/// Brings a signed copy from B to T, LT and LTA with the services of this
/// station; also renews: an LTA copy whose newest time stamp's certificate ends within
/// `renewWithinDays` gets the proof for that stamp and a new one (one that was made so late
/// already rests for half of what is left to it, so that an authority at its end
/// does not make the file grow at each look). Every step is a file of its own, checked and verified
/// from the disk; the last good one becomes the destination.
class LevelRaiser final : public workflow::CopyUpgrader {
public:
    struct Trust {
        QByteArrayList anchors{};  ///< DER; for signers and time-stamp authorities.
        AlgorithmPolicy policy{};
    };
    static constexpr int renewWithinDays = 180;

    LevelRaiser(Trust trust, TimestampService &timestamps, RevocationService &revocation,
                const Clock &clock);

    bool isConfigured() const override { return m_timestamps.isConfigured(); }
    Expected<workflow::UpgradedFile> upgrade(const QString &sourcePdf,
                                             const QString &destinationPdf, SignatureLevel wanted,
                                             int patienceMs, std::stop_token stop = {}) override;

private:
    class Ascent;

    Trust m_trust;
    TimestampService &m_timestamps;
    RevocationService &m_revocation;
    const Clock &m_clock;
};

}  // namespace station::signing
