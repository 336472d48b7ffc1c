#include "core/imaging/blank.h"

#include "core/imaging/ink.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int fewLetters = 5;  // measured: blank sides 0 to 2, written ones 190 and more

/// A signature, a seal or a picture: large both ways, unlike a fold.
bool isLarge(const QRectF &mark)
{
    return mark.width() > 8.0 && mark.height() > 8.0;
}

}  // namespace

bool isBlank(const Image &image)
{
    const auto marks = marksOf(image);
    return std::ranges::count_if(marks, isLetterSized) <= fewLetters &&
           std::ranges::none_of(marks, isLarge);
}

}  // namespace station::imaging
