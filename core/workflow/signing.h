#pragma once

#include "core/base/expected.h"
#include "core/workflow/batch_control.h"
#include "core/workflow/capture.h"
#include "core/workflow/copy_signer.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace station::workflow {

struct SignedPaper {
    enum class Outcome { Signed, Failed, NotReached };

    QString component{};
    dossier::Blob pdf{};
    int pages = 0;
    std::optional<Error> error{};  ///< Set when this paper could not be signed.
    Outcome outcome = Outcome::NotReached;
};

/// What became of one batch. Papers that are signed stay signed, whatever came after.
struct SigningReport {
    std::vector<SignedPaper> papers{};  ///< Each one that waited, in checklist order.
    /// Why some were not reached: what became of the token or the disk, or Cancelled.
    std::optional<Error> ended{};
};

/// How a batch is run.
struct SigningBatch {
    /// Signs the same file right after the clerk, with the profile's agency mark.
    CopySigner *agency = nullptr;
    std::function<void(int done, int total)> onProgress{};
    std::function<void(const SignedPaper &)> onPaper{};  ///< As soon as its outcome is known.
    BatchControl *control = nullptr;
};

/// Step 2 of TT 01/2023 Art. 7, in one go with the making of the copy: each
/// captured paper becomes a PDF/A of its own and gets the clerk's signature.
///
/// What is signed was seen: a paper with a page that nobody has seen as it is in
/// the copy is NotReviewed (Reviewing). Every attempt, also one that failed, is a row of the
/// audit chain with its facts; a signed paper enters the queue for more proof with it.
class Signing {
public:
    Signing(const StationContext &context, worker::PageWorkerPool &pool);

    /// Signs every captured paper of the dossier, one after the other; a paper
    /// that fails leaves the others alone, a token that fails or a full disk ends the batch.
    /// Fails only before the first paper; NothingToDo when none waits.
    Expected<SigningReport> run(const QString &dossierUuid, CopySigner &signer,
                                const SigningBatch &batch = {});

private:
    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
};

/// Components in the captured state; what `Signing::run` would sign.
std::vector<QString> waitingForSignature(const dossier::Dossier &dossier);

}  // namespace station::workflow
