#pragma once

#include "core/recognition/text_recognizer.h"
#include "core/worker/page_worker.h"

namespace station::worker {

/// Inside the worker: cleans one raw side, writes its files, reads its text.
Expected<ProcessedSide> processSide(const SideJob &job, recognition::TextRecognizer &recognizer);

/// Inside the worker: what a finished image says.
Expected<recognition::RecognizedPage> recogniseImage(const QString &image,
                                                     recognition::TextRecognizer &recognizer);

}  // namespace station::worker
