#pragma once

#include "core/imaging/pix_pointer.h"

#include <QByteArray>
#include <QSize>

namespace station::imaging {

/// A one-bit picture as a PDF embeds JBIG2 (ITU-T T.88): one generic region, every pixel coded
/// by itself. Nothing is matched with anything that looks alike, so no letter can become
/// another one. Two thirds of the bytes of CCITT Group 4.
QByteArray jbig2Of(Pix *mask);

/// The reverse; null for bytes that are no such picture of that size.
PixPointer maskFrom(const QByteArray &jbig2, const QSize &size);

}  // namespace station::imaging
