#pragma once

#include "core/base/expected.h"
#include "core/workflow/scan_source.h"

#include <QJsonObject>
#include <QLatin1StringView>

/// What the scan worker and its client say to each other, one JSON object a line:
///
///     worker  {"type":"hello","version":2}
///     client  {"do":"discover"}            → devices
///             {"do":"open","device":D,"quirk":Q}   → done
///               with "login":N, N raw bytes follow: lines user:password:resource for saned
///             {"do":"options"}             → options
///             {"do":"scan", request …}     → (progress | side)*, ended, done
///             {"do":"cancel"}              a running scan ends as Cancelled; no answer of its own
///             {"do":"button"}              → button, with "pressed"; only between scans
///             {"do":"close"}               → done
///
/// Each request ends with its answer or with {"type":"error"}; both say by "open"
/// whether a device is open now. `progress` is sent only
/// when bytes of a page have come; `side` only when its file is durable. `ended` tells
/// how the run ended before the device is put to rest.
namespace station::scanner {

inline constexpr int protocolVersion = 2;

QJsonObject toJson(const workflow::ScanRequest &request);
workflow::ScanRequest scanRequestFrom(const QJsonObject &message);

QJsonObject toJson(const workflow::ScannedSide &side);
workflow::ScannedSide scannedSideFrom(const QJsonObject &message);

/// The fault travels as its number: both programs are built from one header.
QJsonObject endedMessage(const Expected<> &outcome);
Expected<> outcomeFrom(const QJsonObject &ended);

QJsonObject toJson(const Error &error);
Error errorFrom(const QJsonObject &message);

}  // namespace station::scanner
