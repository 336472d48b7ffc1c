#pragma once

#include "core/base/error.h"
#include "core/base/error_code.h"

#include <QString>

namespace station {

/// An Error in words for a person, in the language of the loaded translation.
struct ErrorText {
    QString what{};    ///< What happened and to which paper; a clause without full stop.
    QString remedy{};  ///< What to do now, with full stop. Empty only for Cancelled.

    QString line() const;  ///< Both, as one line for a status bar.
};

/// The one place where a Fault becomes words; window and command line share it.
ErrorText errorText(const Error &error);

}  // namespace station
