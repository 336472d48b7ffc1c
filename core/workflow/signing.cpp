#include "core/workflow/signing.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/copy_pdf.h"
#include "core/workflow/intake.h"

namespace station::workflow {
namespace {

CopyMark markOf(const rules::MarkRule &rule, const QString &clerk, qint64 atMs)
{
    return {.corner =
                rule.corner == rules::Corner::TopLeft ? MarkCorner::TopLeft : MarkCorner::TopRight,
            .marginLeftPt = rule.marginLeftPt,
            .marginTopPt = rule.marginTopPt,
            .widthPt = rule.widthPt,
            .fontPt = rule.fontPt,
            .lines = rule.filledLines(clerk, isoVietnam(atMs))};
}

/// Nothing more can be signed with this token; the clerk has to act.
bool endsBatch(Fault fault)
{
    return fault == Fault::TokenRemoved || fault == Fault::TokenFailed ||
           fault == Fault::TokenNotFound || fault == Fault::PinIncorrect ||
           fault == Fault::PinLocked || fault == Fault::StorageFull;
}

/// A file that is gone when its owner is, unless it was moved away.
class WorkFile {
public:
    explicit WorkFile(QString path) : m_path(std::move(path)) {}
    ~WorkFile() { (void)removeDurably(m_path); }
    WorkFile(const WorkFile &) = delete;
    WorkFile &operator=(const WorkFile &) = delete;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

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

Expected<std::vector<SignedPaper>> Signing::run(const QString &dossierUuid, CopySigner &signer,
                                                const OnProgress &onProgress, std::stop_token stop)
{
    // What a kill left uncleaned becomes clean now, or its paper fails below.
    if (const auto finished = Capture(m_context, m_pool, nullptr).finish(dossierUuid, stop);
        !finished)
        return fail(finished.error());
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    const auto waiting = waitingForSignature(*dossier);
    if (waiting.empty())
        return fail(Fault::NothingToDo, QStringLiteral("captured"));

    const int total = static_cast<int>(waiting.size());
    std::vector<SignedPaper> papers;
    for (const auto &code : waiting) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (onProgress)
            onProgress(static_cast<int>(papers.size()), total);
        auto paper = signOne(*dossier, *dossier->component(code), signer);
        if (!paper && endsBatch(paper.error().fault))
            return fail(paper.error());
        papers.push_back(paper ? *paper : SignedPaper{.component = code, .error = paper.error()});
    }
    if (onProgress)
        onProgress(total, total);
    return papers;
}

Expected<SignedPaper> Signing::signOne(const dossier::Dossier &dossier,
                                       const dossier::Component &component, CopySigner &signer)
{
    const auto slot = slotOf(m_context.law, dossier, component.code);
    if (!slot)
        return fail(slot.error());
    const auto folder = store::Spool(m_context.dataDir).folder(dossier.uuid);
    if (!folder)
        return fail(folder.error());
    const auto &captured = std::get<dossier::CapturedPaper>(component.state);
    if (!dossier::isSettled(captured.sides, component.count))
        return fail(Fault::CountMismatch, dossier::tallyOf(captured.sides, component.count).text(),
                    component.code);
    const WorkFile unsignedPdf(*folder + u'/' + newUuid7() + QStringLiteral(".pdf"));
    const auto pages = writeCopyPdf(m_context, dossier.uuid, captured.sides,
                                    slot->paperType ? slot->paperType->name : slot->rule->name,
                                    unsignedPdf.path());
    if (!pages)
        return fail(pages.error());

    const qint64 now = m_context.clock.nowMs();
    const WorkFile signedPdf(*folder + u'/' + newUuid7() + QStringLiteral(".pdf"));
    const auto signedFile =
        signer.sign({.sourcePdf = unsignedPdf.path(),
                     .destinationPdf = signedPdf.path(),
                     .mark = markOf(m_context.law.profile.mark, signer.clerk().name, now),
                     .signedAtMs = now});
    if (!signedFile)
        return fail(signedFile.error());
    const auto blob = store::BlobFolder(m_context.dataDir).take(signedPdf.path());
    if (!blob)
        return fail(blob.error());
    if (blob->sha256 != signedFile->sha256)
        return fail(Fault::StorageFailed, QStringLiteral("signed bytes changed on disk"));

    auto store = store::Store::open(m_context.dataDir, m_context.clock);
    if (!store)
        return fail(store.error());
    const auto saved = store->apply({.dossierUuid = dossier.uuid,
                                     .componentCode = component.code,
                                     .from = component.state,
                                     .next = dossier::sign(captured, *blob, signer.clerk(), now),
                                     .actor = signer.clerk().certificateSerial,
                                     .action = QStringLiteral("sign"),
                                     .objectSha256 = blob->sha256});
    if (!saved)
        return fail(saved.error());
    return SignedPaper{.component = component.code, .pdf = *blob, .pages = *pages};
}

}  // namespace station::workflow
