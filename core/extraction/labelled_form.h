#pragma once

#include "core/extraction/reading.h"

namespace station::extraction {

enum class ValuePlace {
    BesideLabel,         ///< Forms: after the label, in its row.
    BesideOrBelowLabel,  ///< Cards: also in the row below it.
};

/// Values that stand after printed labels ("Họ và tên:", "Sinh ngày:" …).
void readLabels(const PaperText &paper, ValuePlace place, Readings &readings);

/// "giấy phép lái xe hạng: B1 số: 716918113653" and the number on the card itself.
void readLicenceNumber(const PaperText &paper, bool isLicence, Readings &readings);

/// The day on which a form was filled in: the last date in words.
void readClosingDate(const PaperText &paper, Readings &readings);

}  // namespace station::extraction
