#pragma once

#include <QByteArray>

namespace station::pdf {

/// The sRGB profile that the output intent of PDF/A names; always the same bytes.
QByteArray sRgbProfile();

}  // namespace station::pdf
