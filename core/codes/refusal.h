#pragma once

#include "core/base/expected.h"

namespace station::codes {

/// A code that breaks its written rule. The words name the part and what was
/// expected ("personal id: 12 digits expected"), never the value: they may
/// stand in a log as well as on the screen.
inline tl::unexpected<Error> refused(const QString &partAndRule, Fault fault = Fault::InvalidInput)
{
    return fail(fault, partAndRule, partAndRule);
}

}  // namespace station::codes
