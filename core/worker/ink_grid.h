#pragma once

#include "core/worker/page_worker.h"

namespace station::worker {

/// Inside the worker: see PageWorkerPool::inkOf. The resolution in the file comes first.
Expected<InkGrid> inkGridOf(const QString &picture, int dpi);

}  // namespace station::worker
