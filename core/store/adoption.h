#pragma once

#include "core/base/expected.h"
#include "core/store/recovery.h"

#include <QString>
#include <QStringList>

namespace station::store {

/// Makes sides of the `.pnm` files of one dossier that no row names, by what
/// they say of themselves (dossier::SideNote), each run in its own order. Tells
/// the report about each of them. Fails only when the disk does.
Expected<> adopt(Store &store, const QString &dossierUuid, const QStringList &files,
                 const QString &actor, RecoveryReport &report);

}  // namespace station::store
