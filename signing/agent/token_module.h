#pragma once

#include "signing/agent/pin_question.h"
#include "signing/agent/token_calls.h"

#include <QString>

#include <libp11.h>

#include <memory>
#include <vector>

namespace station::signing {

/// A PKCS#11 return value, or nothing when all went well.
struct TokenFault {
    unsigned long ckr = 0;
    QString detail{};  ///< What was tried; no personal data.
};

/// The newest CKR code in OpenSSL's error queue, which is emptied. The queue keeps 23 bits:
/// a vendor's own code (CKR_VENDOR_DEFINED) loses its mark.
TokenFault lastFault(const QString &tried);

/// One PKCS#11 module, loaded for the rest of the process. Slots are enumerated
/// once: libp11 closes all sessions of a slot when its list is released, and
/// its call for refreshing the list overruns it with two slots or more.
class TokenModule {
public:
    /// Null when the module cannot be loaded.
    static std::unique_ptr<TokenModule> load(const QString &path);

    const TokenFault &fault() const { return m_fault; }  ///< Why it has no slots.
    const TokenCalls &calls() const { return m_calls; }
    PinQuestion &pinQuestion() { return m_pinQuestion; }

    /// Slots with an initialised token.
    std::vector<PKCS11_SLOT *> tokens() const;

private:
    TokenModule() = default;

    PKCS11_CTX *m_context = nullptr;
    PKCS11_SLOT *m_slots = nullptr;
    unsigned int m_slotCount = 0;
    TokenFault m_fault{};
    TokenCalls m_calls{};
    PinQuestion m_pinQuestion{};
};

}  // namespace station::signing
