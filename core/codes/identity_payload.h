#pragma once

#include "core/codes/personal_id.h"

#include <QString>

#include <optional>

namespace station::codes {

/// What the QR code of an identity card says:
///
///     id|old id|full name|ddMMyyyy|sex|address|ddMMyyyy of issue
///
/// Cards from July 2024 may append fields; six are enough. The code is not
/// signed: a convenience, no proof of identity.
struct IdentityPayload {
    PersonalId id;
    QString oldId{};
    QString name{};
    QString birthDate{};  ///< As it stands there.
    QString sex{};        ///< Nam or Nữ.
    QString address{};
    QString issuedOn{};  ///< As it stands there; may be empty.
};

/// Nothing when the text is something else. Says nothing about damaged letters; see wedgeText.
std::optional<IdentityPayload> identityPayload(const QString &text);

}  // namespace station::codes
