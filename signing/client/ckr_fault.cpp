#include "signing/client/ckr_fault.h"

#include <p11-kit/pkcs11.h>

namespace station::signing {

Fault faultOfCkr(unsigned long ckr)
{
    switch (ckr) {
    case CKR_PIN_INCORRECT:
        return Fault::PinIncorrect;
    case CKR_PIN_LOCKED:
        return Fault::PinLocked;
    case CKR_PIN_EXPIRED:
    case CKR_USER_PIN_NOT_INITIALIZED:
        return Fault::PinMustChange;
    case CKR_PIN_LEN_RANGE:
    case CKR_PIN_INVALID:
        return Fault::PinInvalid;
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_USER_NOT_LOGGED_IN:
        return Fault::TokenRemoved;
    case CKR_KEY_TYPE_INCONSISTENT:
    case CKR_KEY_HANDLE_INVALID:
    case CKR_KEY_SIZE_RANGE:
    case CKR_KEY_FUNCTION_NOT_PERMITTED:
    case CKR_MECHANISM_INVALID:
    case CKR_MECHANISM_PARAM_INVALID:
        return Fault::CertificateUnusable;
    case CKR_CANCEL:
    case CKR_FUNCTION_CANCELED:  // on the token's own keypad
        return Fault::Cancelled;
    default:  // CKR_DEVICE_ERROR, CKR_GENERAL_ERROR, CKR_FUNCTION_FAILED, the vendor's own …
        return Fault::TokenFailed;
    }
}

}  // namespace station::signing
