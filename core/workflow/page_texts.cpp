#include "core/workflow/page_texts.h"

#include "core/base/durable_file.h"
#include "core/store/spool.h"
#include "core/workflow/side_job.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <future>
#include <iterator>

namespace station::workflow {
namespace {

QString textFile(const StationContext &context, const QString &dossierUuid,
                 const dossier::Side &side)
{
    return store::Spool(context.dataDir).file(dossierUuid, side.id, QStringLiteral("json"));
}

Expected<recognition::RecognizedPage>
storedText(const StationContext &context, const QString &dossierUuid, const dossier::Side &side)
{
    const auto bytes = readWhole(textFile(context, dossierUuid, side));
    return bytes ? recognition::recognizedPageFromJson(QJsonDocument::fromJson(*bytes).object())
                 : fail(bytes.error());
}

bool isOfThePage(const Error &error)
{
    return error.fault == Fault::TimedOut || error.fault == Fault::WorkerDied;
}

Expected<recognition::RecognizedPage> pageText(const StationContext &context,
                                               worker::PageWorkerPool &pool,
                                               const QString &dossierUuid,
                                               const dossier::Side &side)
{
    if (auto known = storedText(context, dossierUuid, side))
        return known;
    const auto job = sideJob(context, dossierUuid, side);
    if (!job)
        return fail(job.error());
    auto page = pool.recognise(*job);
    if (!page && isOfThePage(page.error()))
        return recognition::RecognizedPage{.size = {side.widthPx, side.heightPx}, .dpi = side.dpi};
    return page;
}

}  // namespace

Expected<std::vector<recognition::RecognizedPage>> pageTexts(const StationContext &context,
                                                             worker::PageWorkerPool &pool,
                                                             const QString &dossierUuid,
                                                             const dossier::Sides &sides)
{
    std::vector<std::future<Expected<recognition::RecognizedPage>>> reading;
    for (const auto &side : sides)
        reading.push_back(std::async(std::launch::async, [&context, &pool, &dossierUuid, &side] {
            return pageText(context, pool, dossierUuid, side);
        }));
    std::vector<recognition::RecognizedPage> pages;
    Expected<> read;
    for (auto &one : reading) {
        auto page = one.get();
        if (page)
            pages.push_back(*std::move(page));
        else
            read = fail(page.error());
    }
    return read ? Expected<std::vector<recognition::RecognizedPage>>(std::move(pages))
                : fail(read.error());
}

std::vector<recognition::RecognizedPage>
storedTexts(const StationContext &context, const QString &dossierUuid, const dossier::Sides &sides)
{
    std::vector<recognition::RecognizedPage> pages;
    for (const auto &side : sides) {
        if (auto page = storedText(context, dossierUuid, side))
            pages.push_back(*std::move(page));
    }
    return pages;
}

dossier::Sides unreadSides(const StationContext &context, const QString &dossierUuid,
                           const dossier::Sides &sides)
{
    dossier::Sides unread;
    std::ranges::copy_if(sides, std::back_inserter(unread), [&](const dossier::Side &side) {
        return !QFileInfo::exists(textFile(context, dossierUuid, side));
    });
    return unread;
}

}  // namespace station::workflow
