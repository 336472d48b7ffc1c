#pragma once

#include "core/recognition/text_recognizer.h"

#include <QDeadlineTimer>

namespace station::recognition {

/// Reads doubtful words again, each with its neighbours as a line of its own, from a picture
/// that was made otherwise than the page's: in another resolution and without its clean-up,
/// which wears marks and thin strokes. Of the two readings the surer one stays. Where they
/// agree, the word is as sure as the surer of them, a number surer; where they do not, it is
/// less sure than `ReadingMode::secondLook.disputed`. A number that is only somewhat doubtful
/// can be confirmed, not disputed: measured, its first reading was the right one.
///
/// When the time is over, the rest stays as it was first read. Fails with Cancelled alone.
Expected<> lookAgain(std::vector<Word> &words, TextRecognizer &recognizer,
                     const imaging::Image &side, const ReadingMode &mode, QDeadlineTimer deadline,
                     const std::stop_token &stop);

/// The first reading of a word, or the second where that is the better one.
Word betterOf(const Word &first, const Word &second, double disputed);

}  // namespace station::recognition
