#pragma once

#include "core/worker/page_worker.h"

#include <functional>

namespace station::worker {

/// FileTooLarge, with the numbers, when there are more pages than mostForeignPages.
Expected<> checkPageCount(int pages);

/// Inside a decoding worker: turns a file from outside into side files in
/// `outputFolder`, one after the other. A page that fails is told like one that does not.
Expected<> decodeForeignFile(const QString &file, const QString &outputFolder, int defaultDpi,
                             bool firstPageOnly,
                             const std::function<void(const Expected<DecodedSide> &)> &onSide);

}  // namespace station::worker
