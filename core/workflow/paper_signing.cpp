#include "core/workflow/paper_signing.h"

#include "core/base/error_code.h"
#include "core/base/sha256.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/copy_mark.h"
#include "core/workflow/copy_pdf.h"
#include "core/workflow/page_texts.h"
#include "core/workflow/work_file.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

constexpr qint64 commitWithinMs = 10 * 60'000;  ///< Of the file's move; a slow disk needs seconds.

/// The clerk's mark is content for the agency's, which must not cover it.
InkMap withMark(InkMap ink, const CopyMark &mark)
{
    constexpr double lineHeight = 1.3;  // of the font; and each line may have wrapped
    const double heightPt = 2.0 * lineHeight * mark.fontPt * static_cast<double>(mark.lines.size());
    const double pageWidthPt = ink.columns * ink.cellPt;
    const double leftPt = mark.corner == MarkCorner::TopLeft
                              ? mark.marginLeftPt
                              : pageWidthPt - mark.marginLeftPt - mark.widthPt;
    const auto cell = [&](double pt, int most) {
        return std::clamp(static_cast<int>(std::floor(pt / ink.cellPt)), 0, most);
    };
    if (!ink.isKnown())
        return ink;
    for (int row = cell(mark.marginTopPt, ink.rows - 1);
         row <= cell(mark.marginTopPt + heightPt, ink.rows - 1); ++row) {
        for (int column = cell(leftPt, ink.columns - 1);
             column <= cell(leftPt + mark.widthPt, ink.columns - 1); ++column)
            ink.cells[qsizetype(row) * ink.columns + column] = 1;
    }
    return ink;
}

}  // namespace

PaperSigning::PaperSigning(const StationContext &context, worker::PageWorkerPool &pool,
                           CopySigner &clerk, CopySigner *agency)
    : m_context(context), m_pool(pool), m_clerk(clerk), m_agency(agency)
{
}

Expected<SignedPaper> PaperSigning::run(const dossier::Dossier &dossier,
                                        const dossier::Component &component)
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject facts{{u"certificate"_s, m_clerk.clerk().certificateSha256}};
    if (m_agency != nullptr)
        facts[u"agency_certificate"_s] = m_agency->clerk().certificateSha256;
    auto paper = sign(dossier, component, timer, facts);
    if (paper)
        return paper;
    facts[u"result"_s] = errorCode(paper.error().fault);
    facts[u"duration_ms"_s] = timer.elapsed();
    // A disk that cannot take the row is told by the error itself.
    if (auto store = m_context.openStore())
        (void)store->record(dossier.uuid, component.code, m_clerk.clerk().certificateSerial,
                            u"sign_failed"_s, {}, facts);
    return paper;
}

Expected<SignedPaper> PaperSigning::sign(const dossier::Dossier &dossier,
                                         const dossier::Component &component,
                                         const QElapsedTimer &timer, QJsonObject &facts)
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
    const auto pages = contentSides(captured.sides);
    std::vector<recognition::RecognizedPage> texts;
    if (m_context.law.profile.textLayer == rules::TextLayer::Embedded) {
        auto read = pageTexts(m_context, m_pool, dossier.uuid, pages);
        if (!read)
            return fail(read.error());
        texts = *std::move(read);
    }
    const WorkFile unsignedPdf(*folder);
    const auto pictures = writeCopyPdf(m_context, dossier.uuid, captured.sides,
                                       slot->paperType ? slot->paperType->name : slot->rule->name,
                                       unsignedPdf.path(), texts);
    if (!pictures)
        return fail(pictures.error());
    const auto seen = receipt(dossier, component.code, pages, *pictures, unsignedPdf.path());
    if (!seen)
        return fail(seen.error());
    facts[u"before"_s] = seen->documentSha256;
    facts[u"pages"_s] = static_cast<int>(pages.size());
    facts[u"receipt"_s] = seen->sha256();
    facts[u"seen"_s] = seen->howSeen();

    const qint64 now = m_context.clock.nowMs();
    const WorkFile signedPdf(*folder);
    const auto file =
        signFile(unsignedPdf.path(), *folder, inkOf(dossier, pages.front()), now, signedPdf.path());
    if (!file)
        return fail(file.error());
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    // Noted first, so that a kill before the commit leaves no copy for ever.
    if (const auto noted =
            store->announceBlob(file->sha256, m_context.clock.nowMs() + commitWithinMs);
        !noted)
        return fail(noted.error());
    const auto blob = m_context.blobs().take(signedPdf.path());
    if (!blob)
        return fail(blob.error());
    if (blob->sha256 != file->sha256)
        return fail(Fault::StorageFailed, u"signed bytes changed on disk"_s);

    facts[u"after"_s] = blob->sha256;
    facts[u"size"_s] = blob->size;
    facts[u"level"_s] = levelName(SignatureLevel::B);
    facts[u"result"_s] = u"signed"_s;  // until the commit fails
    facts[u"duration_ms"_s] = timer.elapsed();
    const auto rule = signatureRuleOf(m_context.law, slot->paperType);
    store::StateChange change{.dossierUuid = dossier.uuid,
                              .componentCode = component.code,
                              .from = component.state,
                              .next = dossier::sign(captured, *blob, m_clerk.clerk(), now),
                              .actor = m_clerk.clerk().certificateSerial,
                              .action = u"sign"_s,
                              .objectSha256 = blob->sha256,
                              .facts = facts};
    if (rule.wanted > SignatureLevel::B)
        change.upgrade = store::NewUpgrade{rule.wanted, rule.required, proofDeadlineMs()};
    if (const auto saved = store->apply(change); !saved)
        return fail(saved.error());
    return SignedPaper{.component = component.code,
                       .pdf = *blob,
                       .pages = static_cast<int>(pages.size()),
                       .outcome = SignedPaper::Outcome::Signed};
}

/// Compares with the pictures that went into the file, not with what lies on the disk now.
Expected<ReviewReceipt> PaperSigning::receipt(const dossier::Dossier &dossier,
                                              const QString &component, const dossier::Sides &pages,
                                              const QStringList &pictures,
                                              const QString &unsignedPdf) const
{
    const auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto views = store->views(dossier.uuid);
    if (!views)
        return fail(views.error());
    const auto sha256 = sha256OfFile(unsignedPdf);
    if (!sha256)
        return fail(sha256.error());
    ReviewReceipt receipt{.documentSha256 = *sha256};
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const auto *view = viewOf(*views, pages[page].id, pictures[static_cast<qsizetype>(page)],
                                  m_context.law.profile.signature);
        if (view == nullptr)
            return fail(Fault::NotReviewed, u"page %1"_s.arg(page + 1), component);
        receipt.views.push_back(*view);
    }
    return receipt;
}

InkMap PaperSigning::inkOf(const dossier::Dossier &dossier, const dossier::Side &firstPage) const
{
    const QString picture =
        store::Spool(m_context.dataDir).file(dossier.uuid, firstPage.id, u"jpg"_s);
    return inkMapOf(m_pool.inkOf(picture, firstPage.dpi));
}

Expected<SignedFile> PaperSigning::signFile(const QString &unsignedPdf, const QString &folder,
                                            const InkMap &ink, qint64 nowMs, const QString &path)
{
    const auto &profile = m_context.law.profile;
    const auto mark = markOf(profile.mark, m_clerk.clerk().name, nowMs, m_context.training);
    const WorkFile clerksPdf(folder);
    const auto byClerk =
        m_clerk.sign({.sourcePdf = unsignedPdf,
                      .destinationPdf = m_agency != nullptr ? clerksPdf.path() : path,
                      .mark = mark,
                      .ink = ink,
                      .signedAtMs = nowMs});
    if (!byClerk || m_agency == nullptr)
        return byClerk;
    SignRequest request{.sourcePdf = clerksPdf.path(),
                        .destinationPdf = path,
                        .ink = withMark(ink, mark),
                        .signedAtMs = m_context.clock.nowMs()};
    if (profile.agencyMark)
        request.mark = markOf(*profile.agencyMark, m_agency->clerk().name, request.signedAtMs,
                              m_context.training);
    return m_agency->sign(request);
}

/// The first certificate to end is what later stamps have to beat.
qint64 PaperSigning::proofDeadlineMs() const
{
    const qint64 clerk = m_clerk.certificateEndsMs();
    const qint64 agency = m_agency != nullptr ? m_agency->certificateEndsMs() : 0;
    return clerk > 0 && agency > 0 ? std::min(clerk, agency) : std::max(clerk, agency);
}

}  // namespace station::workflow
