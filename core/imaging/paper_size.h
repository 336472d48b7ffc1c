#pragma once

#include <QSize>

#include <optional>

namespace station::imaging {

/// The resolution at which a picture of that many pixels is a whole A3, A4 or A5 sheet, for
/// files that do not say theirs or say what cannot be.
std::optional<int> dpiOfWholeSheet(QSize pixels);

}  // namespace station::imaging
