#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "signing/evidence/revocation_answer.h"
#include "signing/policy/algorithm_policy.h"

#include <QByteArrayList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace station::signing {

/// How long the token agent may be silent before it is stopped. A login is
/// long because some tokens open a dialog or a keypad of their own.
struct TokenDeadlines {
    int listMs = 10'000;
    int loginMs = 60'000;
    int signMs = 30'000;
    int closeWatchMs = 10'000;  ///< From one look for tokens to the next, while one is unlocked.
    int restartMs = 1'000;      ///< Until a watch that died is started again; doubles each time.
};

/// What a certificate has to keep so that a copy may be signed with it.
struct CertificateRules {
    QByteArrayList anchors{};  ///< DER; empty: the chain is not asked for.
    AlgorithmPolicy policy{};
    /// SHA-256 of the certificates of whoever is logged in; empty: any may sign.
    QStringList ownCertificates{};
    /// Whether its authority has withdrawn it. Unset: not asked. An error (no network) is no
    /// reason against it while `offlineAllowed`.
    std::function<Expected<RevocationState>(const Certificate &, const Certificate &issuer)>
        revocation{};
    bool offlineAllowed = true;
};

/// What is needed to start a token agent; settings data, never typed by a clerk.
struct TokenEnvironment {
    QString agentProgram{};  ///< Empty: helperProgram("tramsohoa-token-agent").
    QStringList modules{};   ///< Full paths of PKCS#11 modules; empty: those p11-kit knows.
    /// Folder of software tokens; what comes and goes in it is watched instead of USB and readers.
    QString softTokens{};
    QMap<QString, QString> variables{};  ///< For the agent's process only, e.g. SOFTHSM2_CONF.
    TokenDeadlines deadlines{};
    QString stampFont{};           ///< TrueType file of the mark; empty: Liberation Serif 2.
    const Clock *clock = nullptr;  ///< Null: the system's; outlives the session.
    CertificateRules rules{};
    /// Asks the clerk for the PIN of one more signature; empty: such keys cannot sign.
    /// Called on the thread that signs; an empty Secret means that the clerk gave up.
    std::function<Secret()> pinPrompt{};
};

}  // namespace station::signing
