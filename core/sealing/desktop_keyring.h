#pragma once

#include "core/sealing/key_place.h"

namespace station::sealing {

/// The account's keyring, as the desktop's Secret Service keeps it: encrypted with the password
/// of the login. It may ask the person in front to unlock it and waits a minute for that.
class DesktopKeyring final : public KeyPlace {
public:
    Expected<std::optional<DataKeys>> load() const override;
    Expected<> save(const DataKeys &keys) override;
    QString name() const override { return QStringLiteral("keyring"); }
};

}  // namespace station::sealing
