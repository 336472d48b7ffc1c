#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/workflow/copy_signer.h"
#include "signing/client/token_agent.h"
#include "signing/client/token_environment.h"
#include "signing/pades/copy_signing.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace station::signing {

/// Which token and certificate to sign with. Empty: the only usable one.
struct TokenChoice {
    QString label{};
    QString serial{};             ///< Of the token.
    QString certificateSha256{};  ///< Hexadecimal, lower case.
};

/// One unlocked token, held open for a batch: one PIN entry, any number of
/// copies. Every signature is checked against the certificate before it is
/// embedded and the whole file is verified again as read back from the disk.
///
/// After any error of the token the agent is ended and every further `sign`
/// fails with TokenFailed; going on needs a new session and so a new PIN entry. A clerk
/// who gives up the PIN of one signature (Cancelled) leaves the session as it was.
///
/// Two signatures never reach one token at once, from this program or another.
class TokenSession final : public workflow::CopySigner {
public:
    /// Exactly one login attempt. Fails with TokenNotFound, TokenAmbiguous, PinIncorrect,
    /// PinLocked, PinInvalid, PinMustChange, CertificateUnusable (the detail lists the reasons),
    /// CertificateRevoked, TokenRemoved, TokenFailed, Cancelled (on the token's own keypad).
    static Expected<std::unique_ptr<TokenSession>> open(const TokenEnvironment &environment,
                                                        const TokenChoice &choice, Secret pin);

    ~TokenSession() override;

    const dossier::Clerk &clerk() const override { return m_clerk; }
    qint64 certificateEndsMs() const override;
    /// Every signature needs a PIN of its own; `sign` asks the environment's pinPrompt.
    bool asksPinEachTime() const;
    Expected<workflow::SignedFile> sign(const workflow::SignRequest &request) override;

private:
    TokenSession(TokenAgent agent, TokenInfo token, SigningIdentity identity, dossier::Clerk clerk,
                 const TokenEnvironment &environment);
    Expected<QByteArray> signRaw(const QByteArray &digest);

    std::mutex m_oneAtATime{};
    TokenAgent m_agent;
    TokenInfo m_token;
    SigningIdentity m_identity;
    dossier::Clerk m_clerk;
    TokenDeadlines m_deadlines;
    std::function<Secret()> m_pinPrompt;
    bool m_asksPin = false;
};

}  // namespace station::signing
