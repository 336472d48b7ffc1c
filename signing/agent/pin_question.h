#pragma once

#include "core/base/secret.h"

#include <openssl/ui.h>

namespace station::signing {

/// Answers the question that libp11 asks for a key that wants a PIN for each signature: with
/// the one PIN that the owner sent along, once, or not at all. Once, because the token counts:
/// whatever the libraries try again, the PIN does not follow. Without a method of ours OpenSSL
/// would ask on a console.
class PinQuestion {
public:
    /// For PKCS11_set_ui_method, with the PinQuestion as its data.
    static UI_METHOD *method();

    void offer(const Secret *pin) { m_pin = pin; }  ///< Null: no answer any more.

private:
    static int read(UI *ui, UI_STRING *question);
    const Secret *m_pin = nullptr;
};

}  // namespace station::signing
