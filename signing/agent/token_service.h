#pragma once

#include "core/base/secret.h"
#include "signing/agent/request_pipe.h"
#include "signing/agent/token_module.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace station::signing {

/// The agent's requests. An answer with "ckr" is an error; the owner then ends
/// the agent, so nothing here tries again.
///
///     {"ask":"list"}                              {"tokens":[…],"refused":["module: why"]}
///     {"ask":"login","label","serial",            {"certificates":[{"der","label",
///      "pinLength":n} and n raw bytes                "hasPrivateKey",…}]}
///     {"ask":"sign","certificate":DER,"digest",   {"signature":…}
///      "pinLength":n} and n raw bytes
///     {"ask":"logout"}                            {}
///
/// A signature's PIN is for a key that wants one each time; else n is 0. Binary
/// values are base64.
class TokenService {
public:
    /// Modules that `problemOfModule` objects to are not loaded.
    explicit TokenService(const QStringList &modules);
    ~TokenService();

    QJsonObject answer(const Request &request);

private:
    struct Unlocked {
        TokenModule *module = nullptr;
        PKCS11_SLOT *slot = nullptr;
    };
    QJsonObject list() const;
    QJsonObject login(const QJsonObject &words, const Secret &pin);
    QJsonObject sign(const QJsonObject &words, const Secret &pin);
    QJsonObject logout();
    Unlocked find(const QString &label, const QString &serial) const;
    TokenFault chooseKey(const QByteArray &certificateDer);

    std::vector<std::unique_ptr<TokenModule>> m_modules;
    QJsonArray m_refused;
    Unlocked m_unlocked{};
    QByteArray m_keyOwner;  // DER of the certificate that m_key belongs to
    EVP_PKEY *m_key = nullptr;
    bool m_keyAsks = false;
};

}  // namespace station::signing
