#include "core/workflow/signing.h"

#include "core/workflow/intake.h"
#include "core/workflow/paper_signing.h"

#include <utility>

namespace station::workflow {
namespace {

/// Nothing more can be signed with this token, or kept on this disk; the clerk has to act.
bool endsBatch(Fault fault)
{
    switch (fault) {
    case Fault::TokenNotFound:
    case Fault::TokenAmbiguous:
    case Fault::TokenRemoved:
    case Fault::TokenFailed:
    case Fault::PinIncorrect:
    case Fault::PinLocked:
    case Fault::PinMustChange:
    case Fault::CertificateUnusable:
    case Fault::CertificateRevoked:
    case Fault::ClockWrong:
    case Fault::StorageFull:
        return true;
    default:
        return false;
    }
}

}  // namespace

std::vector<QString> waitingForSignature(const dossier::Dossier &dossier)
{
    std::vector<QString> waiting;
    for (const auto &component : dossier.components) {
        if (std::holds_alternative<dossier::CapturedPaper>(component.state))
            waiting.push_back(component.code);
    }
    return waiting;
}

Signing::Signing(const StationContext &context, worker::PageWorkerPool &pool)
    : m_context(context), m_pool(pool)
{
}

Expected<SigningReport> Signing::run(const QString &dossierUuid, CopySigner &signer,
                                     const SigningBatch &batch)
{
    BatchControl untouched;
    BatchControl &control = batch.control != nullptr ? *batch.control : untouched;
    // What a kill left uncleaned becomes clean now, or its paper fails below.
    if (const auto finished =
            Capture(m_context, m_pool, nullptr).finish(dossierUuid, control.stopToken());
        !finished)
        return fail(finished.error());
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto waiting = waitingForSignature(*dossier);
    if (waiting.empty())
        return fail(Fault::NothingToDo, QStringLiteral("captured"));

    SigningReport report;
    PaperSigning signing(m_context, m_pool, signer, batch.agency);
    const int total = static_cast<int>(waiting.size());
    const auto tell = [&] {
        if (batch.onProgress)
            batch.onProgress(static_cast<int>(report.papers.size()), total);
    };
    for (const auto &code : waiting) {
        if (!report.ended && !control.mayGoOn())
            report.ended = Error{Fault::Cancelled};
        SignedPaper paper{.component = code};
        if (!report.ended) {
            tell();
            auto tried = signing.run(*dossier, *dossier->component(code));
            if (tried)
                paper = *std::move(tried);
            else if (tried.error().fault == Fault::Cancelled)
                report.ended = tried.error();
            else
                paper.error = tried.error();
            if (paper.error) {
                paper.outcome = SignedPaper::Outcome::Failed;
                if (endsBatch(paper.error->fault))
                    report.ended = paper.error;
            }
            if (batch.onPaper)
                batch.onPaper(paper);
        }
        report.papers.push_back(std::move(paper));
    }
    if (!report.ended)
        tell();
    return report;
}

}  // namespace station::workflow
