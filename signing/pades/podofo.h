#pragma once

// PoDoFo's headers are not clean under our warnings. For .cpp files of this
// folder only.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <podofo/podofo.h>
#pragma GCC diagnostic pop

#include <QString>

namespace station::signing {

namespace pdf = PoDoFo;

inline pdf::PdfString podofoText(const QString &text)
{
    return pdf::PdfString(reinterpret_cast<const pdf::pdf_utf8 *>(text.toUtf8().constData()));
}

}  // namespace station::signing
