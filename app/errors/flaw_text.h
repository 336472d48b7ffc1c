#pragma once

#include "signing/client/certificate_catalog.h"

#include <QString>

namespace station {

/// Why a certificate cannot sign, and what to do about it: one sentence for a clerk, in
/// the language of the loaded translation.
QString flawText(signing::CertificateFlaw flaw);

}  // namespace station
