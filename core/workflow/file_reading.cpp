#include "core/workflow/file_reading.h"

#include "core/base/uuid7.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

constexpr std::size_t aheadOfEachJob = 4;

/// A page that waits for a worker.
struct Task {
    std::size_t file = 0;
    int number = 1;
    QString source{};
    int page = 0;  ///< Within the source.
    int dpi = 0;
    bool ownsSource = false;  ///< The page of a PDF as it was opened; of no use afterwards.
};

struct Result {
    QString stem{};
    Expected<worker::ReadSide> read{};
};

/// What is known of one file so far.
struct FileState {
    std::map<int, Result> results{};  ///< By number, not delivered yet.
    int found = 0;                    ///< Pages seen so far.
    bool ofSeveral = false;
    bool counted = false;           ///< There are no more.
    std::optional<Error> broken{};  ///< After these pages.
};

/// One thread opens files, some read pages, the caller's takes them in order.
class FileReading {
public:
    FileReading(worker::PageWorkerPool &pool, const FileReadingRequest &request)
        : m_pool(pool), m_request(request),
          m_jobs(request.jobs > 0 ? static_cast<unsigned>(request.jobs)
                                  : std::max(1U, std::thread::hardware_concurrency())),
          m_files(static_cast<std::size_t>(request.files.size()))
    {
    }

    Expected<> run(const OnFilePage &onPage, const std::stop_token &stop)
    {
        std::vector<std::jthread> threads;
        const std::stop_callback cancelled(stop, [this] { m_stop.request_stop(); });
        threads.emplace_back([this] { open(); });
        for (unsigned i = 0; i < m_jobs; ++i)
            threads.emplace_back([this] { work(); });
        auto delivered = deliver(onPage);
        m_stop.request_stop();
        threads.clear();
        return delivered;
    }

private:
    void open()
    {
        const auto stop = m_stop.get_token();
        for (std::size_t file = 0; file < m_files.size() && !stop.stop_requested(); ++file) {
            const QString path = m_request.files[static_cast<qsizetype>(file)];
            const QFileInfo info(path);
            if (!info.isFile() || !info.isReadable())
                end(file, Error{Fault::FileMissing, {}, {}});
            else if (info.size() == 0)
                end(file, Error{Fault::FileEmpty, {}, {}});
            else if (worker::isPdf(path))
                openPdf(file, path, stop);
            else
                add({.file = file,
                     .source = info.canonicalFilePath(),
                     .dpi = m_request.dpi});  // how many it holds shows when it is read
        }
    }

    void openPdf(std::size_t file, const QString &path, const std::stop_token &stop)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_files[file].ofSeveral = true;
        }
        int number = 0;
        const auto opened = m_pool.decode(
            path, m_request.workFolder, m_request.dpi,
            [&](Expected<worker::DecodedSide> side) {
                ++number;
                if (side)
                    add({.file = file,
                         .number = number,
                         .source = side->file,
                         .dpi = side->dpi,
                         .ownsSource = true});
                else
                    put({.file = file, .number = number}, {.read = fail(side.error())});
            },
            stop);
        end(file, opened ? std::nullopt : std::optional(opened.error()));
    }

    /// Waits while many pages are on their way.
    void add(const Task &task)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, m_stop.get_token(),
                       [this] { return m_underWay < aheadOfEachJob * m_jobs; });
        m_files[task.file].found = std::max(m_files[task.file].found, task.number);
        ++m_underWay;
        m_waiting.push_back(task);
        m_changed.notify_all();
    }

    void put(const Task &task, Result result)
    {
        const std::lock_guard lock(m_mutex);
        auto &state = m_files[task.file];
        state.found = std::max(state.found, task.number);
        state.results.insert_or_assign(task.number, std::move(result));
        m_changed.notify_all();
    }

    void end(std::size_t file, std::optional<Error> broken)
    {
        const std::lock_guard lock(m_mutex);
        m_files[file].broken = std::move(broken);
        m_files[file].counted = true;
        m_changed.notify_all();
    }

    void work()
    {
        const auto stop = m_stop.get_token();
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
            if (stop.stop_requested())
                return;
            const Task task = m_waiting.front();
            m_waiting.pop_front();
            lock.unlock();
            read(task, stop);
            lock.lock();
        }
    }

    void read(const Task &task, const std::stop_token &stop)
    {
        const QString stem = m_request.workFolder + u'/' + newUuid7();
        Result result{.stem = stem,
                      .read = m_pool.read({.source = task.source,
                                           .page = task.page,
                                           .outputStem = stem,
                                           .dpi = task.dpi,
                                           .picture = m_request.picture},
                                          m_request.withText, stop)};
        if (task.ownsSource)
            QFile::remove(task.source);
        else if (task.page == 0)
            addFurther(task, result.read ? result.read->pages : 1);
        put(task, std::move(result));
    }

    /// A picture file that holds several: its others come before those of later files.
    void addFurther(const Task &first, int pages)
    {
        const std::lock_guard lock(m_mutex);
        for (int page = pages - 1; page > 0; --page) {
            Task task = first;
            task.page = page;
            task.number = page + 1;
            m_waiting.push_front(task);
            ++m_underWay;
        }
        m_files[first.file].found = pages;
        m_files[first.file].ofSeveral = pages > 1;
        m_files[first.file].counted = true;
    }

    Expected<> deliver(const OnFilePage &onPage)
    {
        for (std::size_t file = 0; file < m_files.size(); ++file) {
            for (int number = 1; auto page = next(file, number); ++number) {
                const auto taken = onPage(*page);
                for (const auto *ending : {".jpg", ".layers"}) {
                    if (!page->stem.isEmpty())
                        QFile::remove(page->stem + QLatin1String(ending));
                }
                if (!taken)
                    return taken;
            }
            if (m_stop.stop_requested())
                return fail(Fault::Cancelled);
            // Nobody else touches a file that was counted.
            if (const auto &broken = m_files[file].broken) {
                if (const auto taken = onPage({.file = static_cast<int>(file),
                                               .ofAll = pagesOfAll(),
                                               .read = fail(*broken)});
                    !taken)
                    return taken;
            }
        }
        return {};
    }

    /// Nothing behind the last page, and when the work was stopped.
    std::optional<FilePage> next(std::size_t file, int number)
    {
        std::unique_lock lock(m_mutex);
        auto &state = m_files[file];
        m_changed.wait(lock, m_stop.get_token(), [&] {
            return state.results.contains(number) || (state.counted && number > state.found);
        });
        const auto found = state.results.find(number);
        if (found == state.results.end() || m_stop.stop_requested())
            return {};
        FilePage page{.file = static_cast<int>(file),
                      .number = number,
                      .ofSeveral = state.ofSeveral,
                      .stem = found->second.stem,
                      .read = std::move(found->second.read)};
        state.results.erase(found);
        // A page that could not even be opened was never under way.
        if (!page.stem.isEmpty())
            --m_underWay;
        m_changed.notify_all();
        lock.unlock();
        page.ofAll = pagesOfAll();
        return page;
    }

    int pagesOfAll()
    {
        const std::lock_guard lock(m_mutex);
        int pages = 0;
        for (const auto &state : m_files)
            pages += state.counted ? state.found : std::max(1, state.found);
        return pages;
    }

    worker::PageWorkerPool &m_pool;
    const FileReadingRequest &m_request;
    const unsigned m_jobs;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    // Guarded by m_mutex:
    std::deque<Task> m_waiting;
    std::size_t m_underWay = 0;  ///< Pages that wait, are read, or wait to be delivered.
    std::vector<FileState> m_files;
};

}  // namespace

Expected<> readFiles(worker::PageWorkerPool &pool, const FileReadingRequest &request,
                     const OnFilePage &onPage, std::stop_token stop)
{
    return FileReading(pool, request).run(onPage, stop);
}

}  // namespace station::workflow
