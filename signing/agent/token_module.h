#pragma once

#include <QString>
#include <QStringList>

#include <libp11.h>

#include <memory>
#include <vector>

namespace station::signing {

/// A PKCS#11 return value, or nothing when all went well.
struct TokenFault {
    unsigned long ckr = 0;
    QString detail{};  ///< What was tried; no personal data.
};

/// The newest CKR code in OpenSSL's error queue, which is emptied.
TokenFault lastFault(const QString &tried);

/// One PKCS#11 module, loaded for the rest of the process. Slots are enumerated
/// once: libp11 closes all sessions of a slot when its list is released, and
/// its call for refreshing the list overruns it with two slots or more.
class TokenModule {
public:
    /// Null when the module cannot be loaded.
    static std::unique_ptr<TokenModule> load(const QString &path);

    /// Slots with an initialised token.
    std::vector<PKCS11_SLOT *> tokens() const;

private:
    TokenModule() = default;

    PKCS11_CTX *m_context = nullptr;
    PKCS11_SLOT *m_slots = nullptr;
    unsigned int m_slotCount = 0;
};

/// Modules that the administrator has registered with p11-kit, as full paths;
/// stores of trusted certificates are left out.
QStringList registeredModules();

}  // namespace station::signing
