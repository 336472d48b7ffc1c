#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace station::signing {

/// Gets a time-stamp token (RFC 3161, DER) for a SHA-256 digest.
using StampMaker = std::function<Expected<QByteArray>(const QByteArray &sha256)>;

/// The CMS with a signature time stamp (id-aa-timeStampToken) as unsigned
/// attribute; everything signed keeps its bytes.
Expected<QByteArray> withTimestamp(const QByteArray &cms, const StampMaker &stamp);

/// Sign now, stamp later: writes `source` to `destination` with a time stamp put into the reserve
/// of its newest signature. No byte outside of the hole changes. Only while nothing follows the
/// signature (WrongOrder, also when the reserve is too small or a stamp is there: a document time
/// stamp does it then). Not durable and not verified yet: the caller keeps it.
Expected<> stampInPlace(const QString &source, const QString &destination, const StampMaker &stamp);

}  // namespace station::signing
