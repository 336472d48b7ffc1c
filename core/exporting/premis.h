#pragma once

#include "core/exporting/packed_paper.h"
#include "core/store/audit_entry.h"

#include <QByteArray>

#include <vector>

namespace station::exporting {

/// What happened to the copies and who did it (PREMIS 3.0): an object for each copy, an event for
/// each row of the audit chain with all its columns, so that the row can be hashed again.
QByteArray premisOf(const PackedPapers &papers, const std::vector<store::AuditEntry> &audit);

/// XML schema of such a row, an element of a namespace of our own.
QByteArray auditRowSchema();

}  // namespace station::exporting
