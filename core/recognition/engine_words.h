#pragma once

#include "core/recognition/recognized_page.h"

#include <vector>

namespace station::recognition {

/// What the engine wrote, in NFC, with the Vietnamese Đ for the eth that it takes for one.
QString engineText(const QString &raw);

/// Takes out what the engine made of dirt and strokes: words that it doubts and that have
/// neither letter nor digit, such as "|" and "~". Punctuation beside real words stays.
void dropStrayMarks(std::vector<Word> &words);

}  // namespace station::recognition
