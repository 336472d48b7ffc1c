#pragma once

#include "core/extraction/reading.h"
#include "core/recognition/recognized_page.h"

#include <optional>

namespace station::extraction {

/// What the QR code of an identity card says; see codes::IdentityPayload. Convenient, no proof
/// of identity: the code is not signed.
std::optional<Readings> readIdentityQr(const std::vector<recognition::RecognizedPage> &pages);

}  // namespace station::extraction
