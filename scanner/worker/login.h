#pragma once

#include "core/base/secret.h"

#include <sane/sane.h>

namespace station::scanner {

/// Names and passwords for devices that ask while they are opened (saned, mostly):
/// lines `user:password:resource`, as SANE's own programs keep them. SANE asks by a
/// plain function, so there is one set for the process.
void provideLogin(Secret lines);
void forgetLogin();  ///< Wipes them.

/// For sane_init. Answers with the digest where the device asks for one; leaves
/// both empty when no line names the resource.
void answerLogin(SANE_String_Const resource, SANE_Char user[SANE_MAX_USERNAME_LEN],
                 SANE_Char password[SANE_MAX_PASSWORD_LEN]);

}  // namespace station::scanner
