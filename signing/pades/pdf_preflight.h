#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QRectF>
#include <QSet>
#include <QString>

namespace station::signing {

/// What signing needs to know of a file that may be signed.
struct PdfPreflight {
    QRectF firstPage{};  ///< MediaBox in points; y grows upwards from its top() as PDF has it.
    QSet<QString> fieldNames{};
    qint64 lastXref = 0;  ///< Where an update's /Prev must point.
};

/// Lets pass only files of the kind that our own writer makes and that signing
/// is known to leave intact: classic tables, no encryption, /Info present, no
/// turned page, no certification, nothing behind the end, at most our own
/// signatures. Everything else is FileUnreadable; the detail names the reason.
Expected<PdfPreflight> preflight(const QByteArray &pdf);

}  // namespace station::signing
