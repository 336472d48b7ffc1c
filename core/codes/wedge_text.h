#pragma once

#include "core/base/expected.h"

#include <QString>

namespace station::codes {

enum class WedgeKind {
    IdentityCard,  ///< See identityPayload.
    DossierCode,
    OwnSheet,  ///< A sheet of this program: TSH1:…, or the separator PATCHT.
    Other,
};

struct WedgeText {
    QString text{};  ///< NFC, one kind of line end, no blanks around it.
    WedgeKind kind = WedgeKind::Other;
    bool repaired = false;  ///< Bytes had been read in the wrong code page.

    bool operator==(const WedgeText &) const = default;
};

/// What a hand scanner in keyboard-wedge mode typed. On its way through key strokes and code
/// pages Vietnamese suffers: UTF-8 read as Latin-1 or Windows letters (Ã¡ for á), decomposed
/// letters, mixed line ends. What has exactly one origin is repaired.
///
/// Fails with TextDamaged where letters are lost: '?' or U+FFFD in a word, half a letter,
/// letters that Vietnamese does not have, a name that cannot be without its marks ("NGUYEN VAN"),
/// or one that an input method was at (Telex "NGUYEENX", VNI "NGUYE6N"). The subject says
/// which. A name is never guessed.
Expected<WedgeText> wedgeText(const QString &typed);

}  // namespace station::codes
