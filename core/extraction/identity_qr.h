#pragma once

#include "core/extraction/reading.h"
#include "core/recognition/recognized_page.h"

#include <optional>

namespace station::extraction {

/// What the QR code of an identity card says:
///
///     id|old id|full name|ddMMyyyy|sex|address|ddMMyyyy of issue
///
/// Cards from July 2024 may append fields; six are enough. The code is not
/// signed: a convenience, no proof of identity.
std::optional<Readings> readIdentityQr(const std::vector<recognition::RecognizedPage> &pages);

}  // namespace station::extraction
