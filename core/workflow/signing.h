#pragma once

#include "core/base/expected.h"
#include "core/workflow/capture.h"
#include "core/workflow/copy_signer.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::workflow {

struct SignedPaper {
    QString component{};
    dossier::Blob pdf{};
    int pages = 0;
    std::optional<Error> error{};  ///< Set when this paper could not be signed.
};

/// Step 2 of TT 01/2023 Art. 7, in one go with the making of the copy: each
/// captured paper becomes a PDF/A of its own and gets the clerk's signature.
class Signing {
public:
    using OnProgress = std::function<void(int done, int total)>;

    Signing(const StationContext &context, worker::PageWorkerPool &pool);

    /// Signs every captured paper of the dossier, one after the other; a paper
    /// that fails leaves the others alone, a token that fails ends the batch.
    /// NothingToDo when no paper waits; Cancelled between two papers.
    Expected<std::vector<SignedPaper>> run(const QString &dossierUuid, CopySigner &signer,
                                           const OnProgress &onProgress = {},
                                           std::stop_token stop = {});

private:
    Expected<SignedPaper> signOne(const dossier::Dossier &dossier,
                                  const dossier::Component &component, CopySigner &signer);

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
};

/// Components in the captured state; what `Signing::run` would sign.
std::vector<QString> waitingForSignature(const dossier::Dossier &dossier);

}  // namespace station::workflow
