#pragma once

#include "core/base/secret.h"
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
///     {"ask":"list"}                              {"tokens":[…]}
///     {"ask":"login","label","serial",            {"certificates":[{"der","label",
///      "pinLength":n} and n raw bytes                "hasPrivateKey"}]}
///     {"ask":"sign","certificate":DER,"digest"}   {"signature":…}
///     {"ask":"logout"}                            {}
///
/// Binary values are base64.
class TokenService {
public:
    explicit TokenService(const QStringList &modules);

    QJsonObject answer(const QJsonObject &request);

private:
    QJsonObject list() const;
    QJsonObject login(const QJsonObject &request, const Secret &pin);
    QJsonObject sign(const QJsonObject &request);
    QJsonObject logout();
    PKCS11_SLOT *find(const QString &label, const QString &serial) const;

    std::vector<std::unique_ptr<TokenModule>> m_modules;
    PKCS11_SLOT *m_unlocked = nullptr;
    QByteArray m_keyOwner;  // DER of the certificate that m_key belongs to
    EVP_PKEY *m_key = nullptr;
};

}  // namespace station::signing
