#include "core/workflow/side_cleaner.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/store/spool.h"
#include "core/store/store.h"

namespace station::workflow {

SideCleaner::SideCleaner(const StationContext &context, worker::PageWorkerPool &pool,
                         QString dossierUuid, OnCleaned onCleaned)
    : m_context(context), m_pool(pool), m_dossierUuid(std::move(dossierUuid)),
      m_onCleaned(std::move(onCleaned))
{
    const auto count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { work(stop); });
}

SideCleaner::~SideCleaner() = default;

void SideCleaner::add(const dossier::Side &side)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(side);
    m_changed.notify_all();
}

SideCleaner::Totals SideCleaner::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_busy == 0; });
    return m_totals;
}

void SideCleaner::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const dossier::Side side = m_waiting.front();
        m_waiting.pop_front();
        ++m_busy;
        lock.unlock();
        const auto result = cleaned(side, stop);
        lock.lock();
        --m_busy;
        if (!result)
            ++m_totals.failed;
        else if (result->blank)
            ++m_totals.blank;
        // Under the lock: whoever listens is told of one side at a time.
        if (result && m_onCleaned)
            m_onCleaned(*result);
        m_changed.notify_all();
    }
}

Expected<dossier::Side> SideCleaner::cleaned(dossier::Side side, const std::stop_token &stop)
{
    const store::Spool spool(m_context.dataDir);
    const auto folder = spool.folder(m_dossierUuid);
    if (!folder)
        return fail(folder.error());
    const QString raw = spool.file(m_dossierUuid, side.id, QStringLiteral("pnm"));

    const auto processed = m_pool.process(
        {.source = raw, .outputStem = *folder + u'/' + side.id, .dpi = side.dpi}, stop);
    if (!processed)
        return fail(processed.error());
    const QString image = spool.file(m_dossierUuid, side.id, QStringLiteral("jpg"));
    const auto sha256 = sha256OfFile(image);
    if (!sha256)
        return fail(sha256.error());

    side.widthPx = processed->widthPx;
    side.heightPx = processed->heightPx;
    side.dpi = processed->dpi;
    side.blank = processed->blank;
    side.cleaned = true;
    auto store = store::Store::open(m_context.dataDir, m_context.clock);
    if (!store)
        return fail(store.error());
    if (const auto saved = store->updateSide(m_dossierUuid, side, m_context.actor, *sha256); !saved)
        return fail(saved.error());
    // The untouched original lives on as <id>.original.jpg.
    if (const auto removed = removeDurably(raw); !removed)
        return fail(removed.error());
    return side;
}

}  // namespace station::workflow
