#include "core/workflow/receiving.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/workflow/file_source.h"
#include "core/workflow/intake.h"
#include "core/workflow/slot_opening.h"

#include <QFileInfo>

#include <algorithm>

namespace station::workflow {
namespace {

/// A paper that is being corrected keeps the sides of its former copy, set aside.
bool isFree(const dossier::PaperState &state)
{
    const auto *captured = std::get_if<dossier::CapturedPaper>(&state);
    return captured ? std::ranges::all_of(captured->sides, &dossier::Side::out)
                    : std::holds_alternative<dossier::DigitizeSlot>(state);
}

/// Pictures of the pages, as sides of a paper. Nothing is left of them on failure.
Expected<dossier::Sides> picturesOf(worker::PageWorkerPool &pool, const QString &file,
                                    const QString &folder, const std::stop_token &stop)
{
    const auto pages = pool.decode(file, folder, ScanRequest{}.dpi, stop);
    if (!pages)
        return fail(pages.error());
    const auto discard = [&](const Error &error) {
        for (const auto &page : *pages) {
            const QString stem = folder + u'/' + QFileInfo(page.file).completeBaseName();
            for (const char *ending : {".jpg", ".original.jpg"})
                (void)removeDurably(stem + QLatin1String(ending));
        }
        return fail(error);
    };
    dossier::Sides sides;
    for (const auto &page : *pages) {
        const QString id = QFileInfo(page.file).completeBaseName();
        const QString stem = folder + u'/' + id;
        const QString picture = stem + QStringLiteral(".original.jpg");
        if (const auto renamed = renameDurably(page.file, picture); !renamed)
            return discard(renamed.error());
        const auto clean =
            pool.clean({.source = picture, .outputStem = stem, .dpi = page.dpi}, stop);
        if (!clean)
            return discard(clean.error());
        sides.push_back({.id = id,
                         .sheet = static_cast<int>(sides.size()) + 1,
                         .widthPx = clean->widthPx,
                         .heightPx = clean->heightPx,
                         .dpi = clean->dpi,
                         .cleaned = true,
                         .blank = clean->blank,
                         .attention = clean->attention,
                         .fingerprint = clean->fingerprint});
    }
    return sides;
}

}  // namespace

Receiving::Receiving(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts,
                     CopyVerifier &verifier)
    : m_context(context), m_pool(pool), m_texts(texts), m_verifier(verifier)
{
}

Expected<ReceiveReport> Receiving::run(const QString &dossierUuid, const QString &component,
                                       const QStringList &files, int dpi,
                                       const CaptureEvents &events, std::stop_token stop)
{
    for (const auto &file : files) {
        if (!worker::isPdf(file))
            continue;
        const auto signatures = m_verifier.check(file);
        if (!signatures) {
            Error error = signatures.error();
            error.subject = QFileInfo(file).fileName();
            return fail(error);
        }
        if (signatures->count == 0)
            continue;
        const QString name = QFileInfo(file).fileName();
        if (signatures->broken)
            return fail(Fault::SignatureBroken, signatures->code, name);
        if (files.size() > 1)
            return fail(Fault::InvalidInput, QStringLiteral("signed file among others"), name);
        return takeSigned(dossierUuid, component, file, *signatures, stop);
    }
    FileSource source(m_pool, files);
    // Files lie in no feeder: going on would take all of them in a second time.
    CaptureEvents untilTheEnd = events;
    untilTheEnd.onPause = {};
    const auto report =
        Capture(m_context, m_pool, m_texts)
            .run(dossierUuid, source, {.component = component, .request = {.dpi = dpi}},
                 untilTheEnd, stop);
    if (!report)
        return fail(report.error());
    return ReceiveReport{.capture = *report};
}

/// The bytes are not touched; pictures of the pages are made only to be looked
/// at and read.
Expected<ReceiveReport> Receiving::takeSigned(const QString &dossierUuid, const QString &component,
                                              const QString &file,
                                              const ReceivedSignatures &signatures,
                                              const std::stop_token &stop)
{
    const auto dossier = findDossier(m_context, dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    if (const auto open = openForSides(m_context, *dossier, component); !open)
        return fail(open.error());
    const auto opened = findDossier(m_context, dossier->uuid);
    if (!opened)
        return fail(opened.error());
    const auto state = opened->component(component)->state;
    if (!isFree(state))
        return fail(Fault::WrongOrder, dossier::stateName(state), component);
    if (const auto room = requireRoom(m_context); !room)
        return fail(room.error());
    const auto folder = store::Spool(m_context.dataDir).folder(dossier->uuid);
    if (!folder)
        return fail(folder.error());

    const auto pictures = picturesOf(m_pool, file, *folder, stop);
    if (!pictures)
        return fail(pictures.error());
    auto sides = dossier::sidesOf(state);
    const int former = static_cast<int>(sides.size());
    for (auto side : *pictures) {
        side.sheet += former;
        sides.push_back(std::move(side));
    }

    const auto bytes = readWhole(file);
    if (!bytes)
        return fail(bytes.error());
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    // The same file may be another paper's that is being purged.
    const qint64 nextDayMs = m_context.clock.nowMs() + 24LL * 60 * 60 * 1000;
    if (const auto announced = store->announceBlob(sha256Hex(*bytes), nextDayMs); !announced)
        return fail(announced.error());
    const auto blob = m_context.blobs().put(*bytes);
    if (!blob)
        return fail(blob.error());
    const qint64 signedAtMs =
        signatures.signedAtMs > 0 ? signatures.signedAtMs : m_context.clock.nowMs();
    const auto saved = store->apply(
        {.dossierUuid = dossier->uuid,
         .componentCode = component,
         .from = state,
         .next = dossier::receive({}, *blob, std::move(sides), signatures.signer, signedAtMs),
         .actor = m_context.actor,
         .action = QStringLiteral("receive_") + signatures.verdict,
         .objectSha256 = blob->sha256});
    if (!saved)
        return fail(saved.error());
    return ReceiveReport{.signatures = signatures};
}

}  // namespace station::workflow
