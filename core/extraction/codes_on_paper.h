#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"
#include "core/recognition/recognized_page.h"

#include <vector>

namespace station::extraction {

/// A bar code or QR code that says the dossier's code.
void readDossierCode(const std::vector<recognition::RecognizedPage> &pages, Readings &readings);

/// The lines for machines on the back of an identity card repeat the personal id (ICAO 9303,
/// TD1): they confirm the printed one, question it, or stand for it.
void readMachineLine(const PaperText &paper, Readings &readings);

}  // namespace station::extraction
