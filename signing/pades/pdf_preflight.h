#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QRectF>
#include <QSet>
#include <QString>

#include <vector>

namespace station::signing {

/// What an update needs to know of a file that may get one.
struct PdfPreflight {
    QRectF firstPage{};           ///< MediaBox in points; y grows upwards as PDF has it.
    std::vector<QRectF> marks{};  ///< Of earlier signatures on page 1, in points.
    QSet<QString> fieldNames{};
    qint64 lastXref = 0;  ///< Where an update's /Prev must point.
};

/// Lets pass only files of the kind that our own writer makes and that an
/// update is known to leave intact: classic tables, no encryption, /Info and a
/// hexadecimal /ID present, no turned page, nothing active, nothing behind the
/// end, no form but signatures, none of which forbids another one. Everything
/// else is FileUnreadable; the detail names the reason.
Expected<PdfPreflight> preflight(const QByteArray &pdf);

/// "Signature1", "Signature2" …: the first that no field has. The library does
/// not look, and of two fields of one name viewers show one.
QString freeFieldName(const QString &stem, const QSet<QString> &taken);

}  // namespace station::signing
