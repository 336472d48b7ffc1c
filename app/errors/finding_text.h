#pragma once

#include <QString>

namespace station {

/// What a finding of the signature check means, in one sentence for a clerk, in
/// the language of the loaded translation. `code` as docs/formats/verification.md
/// lists it; one that is not known gets a sentence that says so.
QString findingText(const QString &code);

}  // namespace station
