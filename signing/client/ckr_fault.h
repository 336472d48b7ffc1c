#pragma once

#include "core/base/error.h"

namespace station::signing {

/// The reaction that a PKCS#11 return value (CKR_…) asks for.
///
/// A login that was lost (USER_NOT_LOGGED_IN while signing) counts as a token that was pulled:
/// drivers answer so after a short contact or when another program took the token, and the way on
/// is the same: signed copies stay, the PIN is asked for again. The agent does not log in anew by
/// itself.
Fault faultOfCkr(unsigned long ckr);

}  // namespace station::signing
