#include "signing/agent/token_module.h"

#include <QFile>

#include <openssl/err.h>

namespace station::signing {

TokenFault lastFault(const QString &tried)
{
    TokenFault fault{CKR_GENERAL_ERROR, tried};
    while (const unsigned long code = ERR_get_error()) {
        if (ERR_GET_LIB(code) == ERR_get_CKR_code())
            fault.ckr = static_cast<unsigned long>(ERR_GET_REASON(code));
    }
    return fault;
}

std::unique_ptr<TokenModule> TokenModule::load(const QString &path)
{
    PKCS11_CTX *context = PKCS11_CTX_new();
    if (context == nullptr)
        return nullptr;
    if (PKCS11_CTX_load(context, QFile::encodeName(path).constData()) != 0) {
        PKCS11_CTX_free(context);
        return nullptr;
    }
    std::unique_ptr<TokenModule> module(new TokenModule);
    module->m_context = context;
    module->m_calls = TokenCalls::of(path);
    if (module->m_calls.isNull())
        return nullptr;
    PKCS11_set_ui_method(context, PinQuestion::method(), &module->m_pinQuestion);
    ERR_clear_error();
    if (PKCS11_enumerate_slots(context, &module->m_slots, &module->m_slotCount) != 0) {
        module->m_slotCount = 0;
        module->m_fault = lastFault(QStringLiteral("slots"));
    }
    return module;
}

std::vector<PKCS11_SLOT *> TokenModule::tokens() const
{
    std::vector<PKCS11_SLOT *> found;
    for (unsigned int i = 0; i < m_slotCount; ++i) {
        PKCS11_SLOT *slot = m_slots + i;
        if (slot->token != nullptr && slot->token->initialized)
            found.push_back(slot);
    }
    return found;
}

}  // namespace station::signing
