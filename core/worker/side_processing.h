#pragma once

#include "core/recognition/text_recognizer.h"
#include "core/worker/page_worker.h"

namespace station::worker {

/// Inside the worker: cleans one raw side and writes its files.
Expected<CleanedSide> cleanSide(const SideJob &job, recognition::TextRecognizer &recognizer);

/// Inside the worker: what a cleaned side says, by its kept original.
Expected<recognition::RecognizedPage> recogniseSide(const SideJob &job,
                                                    recognition::TextRecognizer &recognizer);

}  // namespace station::worker
