#pragma once

#include <QString>

namespace station::text {

/// How alike two texts are once folded: 1 for equal, 0 for nothing in common.
/// Damerau-Levenshtein (wrong, missing, extra and swapped letters) over the
/// longer length; for lists of names that OCR or a hand may have misspelt.
double similarity(const QString &first, const QString &second);

}  // namespace station::text
