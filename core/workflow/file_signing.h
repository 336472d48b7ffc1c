#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/worker/page_worker.h"
#include "core/workflow/copy_signer.h"
#include "core/workflow/copy_upgrader.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <optional>

namespace station::workflow {

struct FileToSign {
    QString source{};       ///< A PDF of our own kind (`digitize`); stays as it is.
    QString destination{};  ///< Not the source.
    std::optional<MarkCorner>
        mark{};  ///< Where the rule profile's mark stands; nothing: invisible.
    SignatureLevel level = SignatureLevel::B;
    int patienceMs = 180'000;  ///< For the proof.
};

struct SignedOutcome {
    SignedFile file{};
    SignatureLevel level = SignatureLevel::B;  ///< Reached.
    std::optional<Error> halted{};             ///< Why it is not the wanted one; the file stays.
};

/// Signs a PDF that belongs to no dossier. Every attempt is a row of the audit chain.
class FileSigning {
public:
    FileSigning(const StationContext &context, worker::PageWorkerPool &pool,
                CopyUpgrader &upgrader);

    /// Errors as CopySigner::sign; on each of them nothing is left behind.
    Expected<SignedOutcome> run(const FileToSign &wanted, CopySigner &signer);

private:
    Expected<SignedOutcome> sign(const FileToSign &wanted, CopySigner &signer) const;
    /// Of the first page as poppler draws it; not known when it cannot.
    InkMap inkOf(const QString &pdf) const;

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    CopyUpgrader &m_upgrader;
};

}  // namespace station::workflow
