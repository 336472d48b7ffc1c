#pragma once

#include <QString>
#include <QStringList>

namespace station::signing {

/// Modules that the administrator has registered with p11-kit for the whole
/// system, as full paths; what a user has registered in the home folder does not count, and
/// stores of trusted certificates are left out.
QStringList registeredModules();

/// Why a file must not be loaded as a token module; empty when it may. Its code
/// sees the PIN, so nobody but root or the current user may be able to change it.
QString problemOfModule(const QString &path);

}  // namespace station::signing
