#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/workflow/copy_signer.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace station::workflow {

struct UpgradedFile {
    SignedFile file{};                         ///< Meaningless when `level` did not rise.
    SignatureLevel level = SignatureLevel::B;  ///< Reached.
    qint64 stampedAtMs = 0;         ///< Oldest trusted proof that the signature existed; 0: none.
    QString stampSerial{};          ///< Of the newest time stamp, for the journal.
    qint64 renewBeforeMs = 0;       ///< The newest time stamp's certificate ends then; 0: no stamp.
    qint64 clockOffsetMs = 0;       ///< Ours minus the authority's.
    std::optional<Error> halted{};  ///< Why the wanted level was not reached.
};

/// Adds proof to a signed copy: time stamp, chain and revocation answers,
/// document time stamp. Only appends, or fills the reserve of the signature.
class CopyUpgrader {
public:
    virtual ~CopyUpgrader() = default;

    /// Whether this station knows a time-stamp authority.
    virtual bool isConfigured() const = 0;

    /// Writes the copy with as much proof as can be had now, up to `wanted`, durable and
    /// verified from the disk; without any gain nothing is written. The source stays as it is.
    /// Blocking; slow links take minutes. Fails only where the source is bad or the disk is:
    /// FileUnreadable, SignatureInvalid, StorageFull, StorageFailed, Cancelled.
    virtual Expected<UpgradedFile> upgrade(const QString &sourcePdf, const QString &destinationPdf,
                                           SignatureLevel wanted, int patienceMs,
                                           std::stop_token stop = {}) = 0;
};

}  // namespace station::workflow
