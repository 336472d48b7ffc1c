#pragma once

#include "core/imaging/image.h"
#include "core/recognition/recognized_page.h"

#include <vector>

namespace station::recognition {

/// QR and Code 128 on a side of any rotation, text in NFC.
std::vector<Barcode> readBarcodes(const imaging::Image &side);

}  // namespace station::recognition
