#pragma once

#include "core/base/expected.h"
#include "core/codes/digitization_code.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"

#include <QString>

namespace station::sync {

/// For what a code is claimed. A claim by the same paper is the same claim.
struct ClaimedPaper {
    QString dossierUuid{};
    QString component{};
    QString sha256{};  ///< Of the signed copy.
};

/// Uniqueness of digitization codes over all stations of the province: who
/// creates `ctl/code/<hmac>` first has the code.
class CodeClaims {
public:
    CodeClaims(repository::Repository &repository, const repository::ProvinceKey &key);

    /// `proposed`, or the next free sequence above it (it may pass 99). Claiming
    /// again for the same paper gives the same code. Conflict only when
    /// thousands of sequences are taken.
    Expected<codes::DigitizationCode> claim(const codes::DigitizationCode &proposed,
                                            const ClaimedPaper &paper);

private:
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
};

}  // namespace station::sync
