#pragma once

#include <QtGlobal>

namespace station::signing {

/// What reading one file may cost at most, however small the file is: a few
/// bytes can name millions of values or inflate to gigabytes.
struct ReadBudget {
    qint64 values = 2'000'000;             ///< PDF values, each about 150 bytes of memory.
    qint64 entries = 2'000'000;            ///< Of all cross-reference tables together.
    qint64 inflated = 64LL * 1024 * 1024;  ///< Bytes of all streams that were inflated.
};

}  // namespace station::signing
