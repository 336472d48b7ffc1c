#pragma once

#include "core/imaging/cleanup.h"
#include "core/worker/page_worker.h"

#include <QByteArray>

namespace station::worker {

/// How a cleaned side is kept, shown and signed.
struct LegalForm {
    bool asTheSource = false;  ///< The bytes of the source, nothing changed.
    int dpi = 0;
    double scale = 1.0;  ///< Its pixels to one of the cleaned side.
};

/// `source` holds the bytes of the side's file when that is a JPEG; they are taken over when
/// the rule allows it and nothing about them would have to change. `minimumDpi` is that of
/// the rules of the paper.
LegalForm legalFormOf(const imaging::CleanSide &side, const QByteArray &source,
                      const PictureRule &rule, int minimumDpi);

/// The picture in that form, as JPEG.
Expected<QByteArray> legalPicture(const imaging::CleanSide &side, const QByteArray &source,
                                  const LegalForm &form, int quality);

}  // namespace station::worker
