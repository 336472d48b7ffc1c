#pragma once

#include "signing/client/token_session.h"
#include "tests/signing/support/test_authority.h"

#include <QByteArrayList>
#include <QString>
#include <QTemporaryDir>

#include <functional>

namespace station::signing {

/// A real agent and a real token (SoftHSM) whose certificate the test authority issued, and a
/// paper to sign. The clock stands at the sample time. Tokens of one kind are made once and copied.
class TokenDesk {
public:
    explicit TokenDesk(const QString &key = QStringLiteral("rsa2048"));

    /// The same token behind the module that makes faults: {"Sign", "hang"} …
    TokenEnvironment behindShim(const QMap<QString, QString> &orders = {}) const;
    Secret pin() const;
    Expected<std::unique_ptr<TokenSession>> open(const TokenEnvironment &on,
                                                 const TokenChoice &choice = {}) const
    {
        return TokenSession::open(on, choice, pin());
    }
    workflow::SignRequest request(const QString &name = QStringLiteral("signed/copy.pdf")) const;
    qsizetype calls(const QByteArray &call) const;  ///< "C_Sign": how often the shim was called.
    QStringList leftAtDestination() const;
    QString file(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder{};
    TokenEnvironment environment{};
    QString label{};
};

/// Makes one more token below `folder` ("tokens" and "softhsm2.conf"). `certify` gets the
/// public key and returns what is stored, the key's certificate first.
using Certify = std::function<QByteArrayList(const QByteArray &publicKey)>;
void makeToken(const QString &folder, const QString &label, const QByteArray &pin,
               const QString &key, const Certify &certify);

/// Writes "softhsm2.conf" for the tokens of a folder, which may be a copy of another.
void useTokensIn(const QString &folder);

/// Puts one more key on a token, with that CKA_ID.
void importKey(const TokenDesk &desk, const QString &label, const QByteArray &pin, EVP_PKEY *key,
               int id);

/// The clerk's certificate among those of a token, whose order is the token's own.
QByteArray clerksCertificate(const std::vector<TokenCertificate> &certificates);

/// The authority of all desks.
TestAuthority &deskAuthority();
/// Trusts it, with the policy of the station.
CertificateRules deskRules();

class FixedClock final : public Clock {
public:
    explicit FixedClock(qint64 ms) : m_ms(ms) {}
    qint64 nowMs() const override { return m_ms; }

private:
    qint64 m_ms;
};

const QByteArray deskPin = "2580 mã số PIN";
QString softHsm();
QString agentProgram();

}  // namespace station::signing
