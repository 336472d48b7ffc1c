#pragma once

#include "core/worker/page_worker.h"

#include <QStringList>

namespace station::compose {

/// Page workers that read by this program's own data. They may work in `folders` and look
/// into those of `files` that exist.
worker::PoolOptions pagePool(const QStringList &folders, const QStringList &files = {});

}  // namespace station::compose
