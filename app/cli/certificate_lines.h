#pragma once

#include "signing/client/certificate_catalog.h"

#include <QJsonObject>
#include <QStringList>

namespace station::cli {

/// A certificate for a person: one line, and one for each thing to know about it.
QStringList linesOf(const signing::CertificateCandidate &candidate, qint64 nowMs);
/// The same for a program.
QJsonObject toJson(const signing::CertificateCandidate &candidate, qint64 nowMs);

}  // namespace station::cli
