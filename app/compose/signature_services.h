#pragma once

#include "core/base/clock.h"
#include "core/config/settings.h"
#include "signing/client/token_environment.h"
#include "signing/online/clock_check.h"
#include "signing/online/revocation_service.h"
#include "signing/online/timestamp_service.h"
#include "signing/pades/level_raiser.h"
#include "signing/verify/verifier.h"

#include <QString>

#include <stop_token>

namespace station::compose {

/// What stands behind a signature at this station: time stamps, revocation, the
/// clock, and who brings copies to a higher level with them. Its parts refer to
/// each other, so it stays where it is. Thread-safe as its parts are.
class SignatureServices {
public:
    /// `folder` keeps budgets, answers and the clock's last comparison; it exists.
    SignatureServices(const config::Settings &settings, const signing::VerifyContext &trust,
                      const QString &folder, const Clock &clock);

    /// Refers to this object: outlived by it.
    signing::CertificateRules certificateRules();
    workflow::CopyUpgrader &upgrader() { return m_raiser; }
    signing::ClockState clockState() const { return m_clockCheck.state(); }
    /// Asks authorities what `report` leaves open; what they say goes into `context`. How many
    /// answers came. An authority that does not answer leaves its question open.
    int answerQuestions(const signing::VerifyReport &report, signing::VerifyContext &context,
                        const std::stop_token &stop = {});

private:
    QStringList ownCertificates() const;

    config::SigningSettings m_settings;
    signing::VerifyContext m_trust;
    signing::ClockCheck m_clockCheck;
    signing::TimestampService m_timestamps;
    signing::RevocationService m_revocation;
    signing::LevelRaiser m_raiser;
};

}  // namespace station::compose
