#pragma once

#include <QString>

namespace station {

/// A new UUID version 7 (RFC 9562): 48 bits of time in ms, then random. Ids
/// made later sort later, and they say nothing about a person.
QString newUuid7();

/// True for the text of a UUID of any version, in lower case with hyphens.
bool isUuid(const QString &text);

}  // namespace station
