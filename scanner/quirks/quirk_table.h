#pragma once

#include "core/base/expected.h"
#include "scanner/quirks/quirk.h"

#include <QString>

#include <vector>

namespace station::scanner {

/// Every row of every *.toml in the folder, in name order. A missing folder has no
/// rows. SettingsInvalid: the subject is "file:line:column: key: what", a line each.
Expected<std::vector<Quirk>> readQuirks(const QString &folder);

/// Who a device is, as far as its name and the binding tell.
struct DeviceKind {
    QString backend{};
    QString vendor{};
    QString model{};
};

/// `net:host:fujitsu:fi-7160:1234` → fujitsu, fi-7160. Vendor and model, where known
/// otherwise, go before what the name says.
DeviceKind kindOf(const QString &deviceName, const QString &vendor = {}, const QString &model = {});

/// The most specific row that fits: most letters that are no `*`; of equals the last.
Quirk quirkFor(const std::vector<Quirk> &rows, const DeviceKind &kind);

}  // namespace station::scanner
