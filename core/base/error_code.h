#pragma once

#include "core/base/error.h"

#include <QString>

#include <optional>

namespace station {

/// The fault's word in the journal and in the JSON of the command line, e.g. "feeder_empty". It
/// never changes: scripts of offices branch on it.
QString errorCode(Fault fault);
/// Nothing for a word of a newer program.
std::optional<Fault> faultOf(const QString &code);

}  // namespace station
