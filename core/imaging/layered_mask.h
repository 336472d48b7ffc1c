#pragma once

#include "core/imaging/pix_pointer.h"

#include <QByteArray>
#include <QSize>

namespace station::imaging {

/// A one-bit picture as CCITT Group 4 (ITU-T T.6); empty when the coder fails.
QByteArray group4Of(Pix *mask);

/// The reverse; null for bytes that are no Group 4 picture of that size.
PixPointer maskFrom(const QByteArray &group4, const QSize &size);

}  // namespace station::imaging
