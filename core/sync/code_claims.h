#pragma once

#include "core/base/expected.h"
#include "core/codes/digitization_code.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"

#include <QString>

namespace station::sync {

/// For what a code is claimed. A claim by the same paper, the component of one dossier, is the same
/// claim, whichever copy of it is stored.
struct ClaimedPaper {
    QString dossierUuid{};
    QString component{};
    QString sha256{};  ///< Of the signed copy.
};

/// Uniqueness of digitization codes over all stations of the province: who
/// creates `ctl/code/<hmac>` first has the code. It is created under every version of the key
/// that the station has.
class CodeClaims {
public:
    CodeClaims(repository::Repository &repository, const repository::ProvinceKey &key);

    /// `proposed`, or the next free sequence above it (it may pass 99). Claiming
    /// again for the same paper gives the same code. Conflict only when
    /// thousands of sequences are taken.
    Expected<codes::DigitizationCode> claim(const codes::DigitizationCode &proposed,
                                            const ClaimedPaper &paper);

private:
    /// False when it is another paper's.
    Expected<bool> claimUnderEach(const QString &code, const ClaimedPaper &paper);
    Expected<bool> isClaimedBy(const QString &key, const ClaimedPaper &paper);

    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
};

}  // namespace station::sync
