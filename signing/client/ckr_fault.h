#pragma once

#include "core/base/error.h"

namespace station::signing {

/// The reaction that a PKCS#11 return value (CKR_…) asks for.
Fault faultOfCkr(unsigned long ckr);

}  // namespace station::signing
