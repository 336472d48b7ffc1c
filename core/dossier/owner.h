#pragma once

#include "core/base/pii.h"

#include <QString>

namespace station::dossier {

/// Whose dossier it is (chủ hồ sơ): a citizen by personal id, an organisation
/// by tax code. The id has been checked for form before it gets here.
struct Owner {
    enum class Kind { Citizen, Organisation };

    Kind kind = Kind::Citizen;
    Pii<QString> id{};    ///< 12 digits, an old 9-digit CMND number, or a tax code.
    Pii<QString> name{};  ///< As on the card, NFC; never re-cased, never corrected.

    bool operator==(const Owner &) const = default;
};

/// Who digitizes: taken from the certificate that signs, not from free text.
struct Clerk {
    QString name{};               ///< Common name of the certificate.
    QString certificateSerial{};  ///< Hexadecimal, lower case.
    QString certificateSha256{};  ///< Of the certificate's DER.

    bool operator==(const Clerk &) const = default;
};

}  // namespace station::dossier
