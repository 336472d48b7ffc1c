#pragma once

#include "core/recognition/text_recognizer.h"

namespace station::recognition {

/// Everything an upright side says. Marks inside a barcode are no words.
/// Fails with TimedOut or Cancelled.
Expected<RecognizedPage> recognise(TextRecognizer &recognizer, const imaging::Image &side,
                                   const ReadingMode &mode, int timeLimitMs, std::stop_token stop);

}  // namespace station::recognition
