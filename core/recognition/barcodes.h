#pragma once

#include "core/imaging/image.h"
#include "core/imaging/survey.h"
#include "core/recognition/recognized_page.h"

#include <optional>
#include <vector>

namespace station::recognition {

/// QR and Code 128 on a side of any rotation, text in NFC.
std::vector<Barcode> readBarcodes(const imaging::Image &side);

/// The quarter turn, clockwise, that brings the side's QR code upright. An
/// identity card has too little text to tell its rotation, but it has a QR.
std::optional<int> uprightRotationByBarcode(const imaging::Image &side);

/// Texts of the codes that are large enough to be read at 150 dpi: QR, Code 39 and
/// Code 128, of any rotation. Ten times faster than readBarcodes.
std::vector<QString> largeBarcodes(const imaging::Survey &side);

}  // namespace station::recognition
