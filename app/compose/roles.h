#pragma once

#include "core/config/settings.h"

#include <QString>
#include <QStringList>

namespace station::compose {

/// Whether an account of these groups (names) may work at the counter. Signing asks for more: the
/// certificates that are bound to the account (config::ClerkBinding).
bool mayWorkAtCounter(const config::RoleSettings &settings, const QStringList &groups);

/// Groups of the account that this program runs as, as the operating system has them now.
QStringList ownGroups();

/// Name of the person behind the account; the account's own name where the system knows no other.
QString accountName();

}  // namespace station::compose
