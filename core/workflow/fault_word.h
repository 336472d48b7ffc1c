#pragma once

#include "core/base/error.h"

#include <QString>

namespace station::workflow {

/// One word for what ended an attempt to sign a copy or to add proof to it, for the journal and
/// the queue. The same words as the command line's JSON has.
QString faultWord(Fault fault);

}  // namespace station::workflow
