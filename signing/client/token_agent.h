#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "signing/client/token_environment.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::signing {

struct TokenCertificate {
    QByteArray der{};
    QString label{};
    bool hasPrivateKey = false;       ///< Known only after the login.
    bool asksPinEachTime = false;     ///< CKA_ALWAYS_AUTHENTICATE; known after the login.
    bool keyTypeUnsupported = false;  ///< Neither RSA nor EC, or the token cannot sign with it.
    bool wrongKey = false;            ///< Its key has another public part.
};

/// A token as its module describes it.
struct TokenInfo {
    QString label{};
    QString serial{};
    QString model{};
    QString manufacturer{};
    bool pinCountLow = false;    ///< A wrong PIN was entered since the last right one.
    bool finalTry = false;       ///< The next wrong PIN locks the token: ask once more before.
    bool locked = false;         ///< Only the issuer can help.
    bool protectedAuth = false;  ///< The PIN is typed on the token's own keypad.
    bool pinMustChange = false;  ///< The issuer's first PIN, or one that has expired.
    bool pinMissing = false;     ///< The user's PIN was never set.
    int shortestPin = 0;         ///< In bytes; 0: not stated.
    int longestPin = 0;
    std::vector<TokenCertificate> certificates{};
};

/// The token agent process and its requests: alone knows PKCS#11, may hang or
/// crash. An answer that does not come in time kills it (TokenFailed), and any
/// error ends it: tokens count wrong PINs, so nothing is repeated by itself.
/// Blocking; one thread at a time.
class TokenAgent {
public:
    static Expected<TokenAgent> start(const TokenEnvironment &environment);
    /// The process alone, in another mode (TokenWatch). WorkerDied when it cannot be started.
    static Expected<WorkerChannel> startProcess(const TokenEnvironment &environment,
                                                const QStringList &moreArguments = {});

    Expected<std::vector<TokenInfo>> list();
    /// Modules that the last `list` did without, each with the reason: "/path: why".
    const QStringList &refusedModules() const { return m_refusedModules; }
    /// Exactly one C_Login. Returns the token's certificates.
    Expected<std::vector<TokenCertificate>> login(const TokenInfo &token, const Secret &pin);
    /// Raw signature (RSA PKCS#1 v1.5, or DER of ECDSA) of a SHA-256 digest. `pin` is for
    /// a key that wants one for each signature (it may be another than the login's); exactly one
    /// attempt.
    Expected<QByteArray> sign(const QByteArray &certificateDer, const QByteArray &digest,
                              const Secret *pin = nullptr);
    void logout();
    void stop() { m_channel.kill(); }  ///< After an answer that cannot be trusted.

    bool isRunning() const { return m_channel.isRunning(); }
    pid_t pid() const { return m_channel.pid(); }

private:
    TokenAgent(WorkerChannel channel, TokenDeadlines deadlines);
    Expected<QJsonObject> ask(const QJsonObject &request, int timeoutMs,
                              const Secret *secret = nullptr);

    WorkerChannel m_channel;
    TokenDeadlines m_deadlines;
    QStringList m_refusedModules;
};

/// Starts an agent, lists, ends it.
Expected<std::vector<TokenInfo>> listTokens(const TokenEnvironment &environment);

}  // namespace station::signing
