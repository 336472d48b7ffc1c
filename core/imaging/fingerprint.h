#pragma once

#include "core/imaging/survey.h"

#include <QString>

namespace station::imaging {

/// How ink spreads over a cleaned, upright side: one hexadecimal digit of density
/// for each cell of 4 mm, counted from the middle of all ink so that it does not
/// matter where the sheet lay. Empty for a side without ink.
QString fingerprintOf(const Survey &side);

/// True when two fingerprints are of one sheet or of copies of it. Two copies
/// of a form that were filled in differently are told apart when a few words
/// differ; a single other digit or tick is not seen.
bool looksTheSame(const QString &one, const QString &other);

}  // namespace station::imaging
