#pragma once

#include "core/base/expected.h"
#include "core/worker/page_worker.h"
#include "core/workflow/capture.h"
#include "core/workflow/copy_verifier.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace station::workflow {

struct ReceiveReport {
    CaptureReport capture{};  ///< Of files that are not signed.
    /// A signed file became the paper's copy as it is; else count is 0.
    ReceivedSignatures signatures{};
};

/// Papers that come in as files: images, PDFs, and PDFs that their issuer has
/// signed. Those are electronic originals: kept byte for byte, never signed
/// again and never compressed anew (ND 30/2020 Art. 5 treats them as originals).
class Receiving {
public:
    Receiving(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts,
              CopyVerifier &verifier);

    /// All files go into one component, behind the sides that it has. A signed
    /// PDF has to come alone into a component without sides (WrongOrder); one
    /// whose signature is broken is refused (SignatureBroken). One bad file leaves
    /// the component as it was; the subject names it.
    Expected<ReceiveReport> run(const QString &dossierUuid, const QString &component,
                                const QStringList &files, int dpi, const CaptureEvents &events = {},
                                std::stop_token stop = {});

private:
    Expected<ReceiveReport> takeSigned(const QString &dossierUuid, const QString &component,
                                       const QString &file, const ReceivedSignatures &signatures,
                                       const std::stop_token &stop);

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    TextQueue *m_texts;
    CopyVerifier &m_verifier;
};

}  // namespace station::workflow
