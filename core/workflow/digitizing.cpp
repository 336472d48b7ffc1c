#include "core/workflow/digitizing.h"

#include "core/base/durable_file.h"
#include "core/recognition/recognized_page.h"
#include "core/workflow/file_source.h"
#include "core/workflow/station_context.h"

#include <QDir>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace station::workflow {
namespace {

struct Page {
    ScannedSide raw{};
    std::optional<Expected<pdf::PdfPage>> result{};
    bool blank = false;
};

Expected<pdf::PdfPage> processed(worker::PageWorkerPool &pool, Page &page, bool recognise,
                                 const std::stop_token &stop)
{
    const QString stem = page.raw.file.chopped(4);
    const worker::SideJob job{.source = page.raw.file, .outputStem = stem, .dpi = page.raw.dpi};
    const auto side = pool.clean(job, stop);
    if (!side)
        return fail(side.error());
    page.blank = side->blank;
    auto jpeg = readWhole(stem + QStringLiteral(".jpg"));
    if (!jpeg)
        return fail(jpeg.error());
    pdf::PdfPage result{.jpeg = std::move(*jpeg), .dpi = side->dpi};
    if (recognise && !side->blank) {
        const auto text = pool.recognise(job, stop);
        if (!text)
            return fail(text.error());
        for (const auto &word : text->words)
            result.words.push_back({word.text, word.box, word.line});
    }
    return result;
}

}  // namespace

Expected<DigitizeReport> digitize(worker::PageWorkerPool &pool, const DigitizeRequest &request,
                                  qint64 nowMs, const std::function<void(int, int)> &onProgress,
                                  std::stop_token stop)
{
    std::vector<Page> pages;
    FileSource source(pool, request.images);
    const auto read = source.scan(
        {.dpi = request.dpi, .spoolFolder = request.workFolder},
        [&](const ScannedSide &side) -> Expected<> {
            pages.push_back({.raw = side});
            return {};
        },
        stop);
    if (!read)
        return fail(read.error());

    const bool recognise = request.textLayer == pdf::TextLayer::Embedded;
    std::atomic<std::size_t> next = 0;
    std::mutex reporting;
    int done = 0;
    const auto work = [&] {
        for (auto i = next++; i < pages.size() && !stop.stop_requested(); i = next++) {
            pages[i].result = processed(pool, pages[i], recognise, stop);
            const std::lock_guard lock(reporting);
            if (onProgress)
                onProgress(++done, static_cast<int>(pages.size()));
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back(work);
    }

    DigitizeReport report;
    std::vector<pdf::PdfPage> content;
    for (auto &page : pages) {
        if (!page.result)
            return fail(Fault::Cancelled);
        if (!*page.result)
            return fail(page.result->error());
        if (page.blank)
            ++report.blank;
        else
            content.push_back(std::move(**page.result));
    }
    if (content.empty())
        return fail(Fault::InvalidInput, QStringLiteral("all blank"),
                    QStringLiteral("blank sides only"));
    report.pages = static_cast<int>(content.size());
    const auto written = pdf::writePdfA(request.output, content,
                                        {.title = QStringLiteral("Bản sao điện tử"),
                                         .producer = producerName(),
                                         .createdAtMs = nowMs},
                                        request.textLayer);
    if (!written)
        return fail(written.error());
    return report;
}

}  // namespace station::workflow
