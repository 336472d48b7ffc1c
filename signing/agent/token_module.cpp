#include "signing/agent/token_module.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ui.h>
#include <p11-kit/p11-kit.h>

#include <cstdlib>

namespace station::signing {
namespace {

/// Answers every question with "no". Without a method of ours OpenSSL would
/// prompt on a console for the PIN of a key that wants one for each signature.
UI_METHOD *silentMethod()
{
    static UI_METHOD *method = [] {
        UI_METHOD *made = UI_create_method("tram-so-hoa");
        UI_method_set_opener(made, [](UI *) { return 1; });
        UI_method_set_reader(made, [](UI *, UI_STRING *) { return -1; });
        UI_method_set_writer(made, [](UI *, UI_STRING *) { return 1; });
        UI_method_set_closer(made, [](UI *) { return 1; });
        return made;
    }();
    return method;
}

}  // namespace

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
    PKCS11_set_ui_method(context, silentMethod(), nullptr);
    std::unique_ptr<TokenModule> module(new TokenModule);
    module->m_context = context;
    if (PKCS11_enumerate_slots(context, &module->m_slots, &module->m_slotCount) != 0)
        module->m_slotCount = 0;
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

QStringList registeredModules()
{
    QStringList paths;
    CK_FUNCTION_LIST **modules = p11_kit_modules_load(nullptr, 0);
    for (CK_FUNCTION_LIST **module = modules; module != nullptr && *module != nullptr; ++module) {
        char *trust = p11_kit_config_option(*module, "trust-policy");
        char *file = p11_kit_module_get_filename(*module);
        if (file != nullptr && (trust == nullptr || qstrcmp(trust, "yes") != 0))
            paths.append(QFile::decodeName(file));
        std::free(file);
        std::free(trust);
    }
    if (modules != nullptr)
        p11_kit_modules_release(modules);
    return paths;
}

}  // namespace station::signing
