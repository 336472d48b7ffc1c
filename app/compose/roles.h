#pragma once

#include "core/config/settings.h"

#include <QString>
#include <QStringList>

namespace station::compose {

/// What the groups of an account let it do at this station. Signing asks for more: the
/// certificates that are bound to the account (config::ClerkBinding).
struct Roles {
    bool clerk = true;
    bool supervisor = true;
    bool it = true;
};

/// `groups`: names of the account's groups.
Roles rolesOf(const config::RoleSettings &settings, const QStringList &groups);

/// Groups of the account that this program runs as, as the operating system has them now.
QStringList ownGroups();

/// Name of the person behind the account; the account's own name where the system knows no other.
QString accountName();

}  // namespace station::compose
