#include "core/net/http_pool.h"

#include "core/net/curl_session.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace station::net {
namespace {

constexpr qint64 slowestBytesPerSecond = 32'000;
constexpr qint64 baseMs = 30'000;
constexpr int pausedPollMs = 10;

}  // namespace

/// One exchange on its way; lives on the stack of who waits for it.
struct HttpPool::Job {
    const TransferRequest &request;
    UploadLimit &limit;
    const Clock &clock;
    int parallel;
    qint64 mostAnswerBytes;
    Secret proxy{};
    EasyHandle easy{};
    ListHandle headers{};
    std::array<char, CURL_ERROR_SIZE> words{};
    QByteArray body{};
    qint64 sent = 0;
    bool paused = false;
    bool tooSlow = false;
    std::optional<Error> own{};
    std::chrono::steady_clock::time_point begun{};
    std::atomic<bool> cancelled = false;
    std::promise<CURLcode> done{};

    static std::size_t read(char *buffer, std::size_t, std::size_t room, void *target);
    static int seek(void *target, curl_off_t offset, int origin);
    static std::size_t write(const char *bytes, std::size_t, std::size_t size, void *target);
    static int watch(void *target, curl_off_t, curl_off_t received, curl_off_t, curl_off_t);
    void setUp(const HttpOptions &options);
};

std::size_t HttpPool::Job::read(char *buffer, std::size_t, std::size_t room, void *target)
{
    auto &job = *static_cast<Job *>(target);
    const qint64 left = job.request.bodySize - job.sent;
    const qint64 wanted = std::min(left, static_cast<qint64>(room));
    if (wanted == 0)
        return 0;
    const qint64 allowed = job.limit.take(wanted, job.clock.nowMs());
    if (allowed == 0) {
        job.paused = true;
        return CURL_READFUNC_PAUSE;
    }
    const auto bytes = job.request.body->read(job.request.bodyOffset + job.sent, allowed);
    if (!bytes || bytes->size() != allowed) {
        job.own = bytes ? Error{Fault::StorageFailed, QStringLiteral("the body became shorter")}
                        : bytes.error();
        return CURL_READFUNC_ABORT;
    }
    std::memcpy(buffer, bytes->constData(), static_cast<std::size_t>(allowed));
    job.sent += allowed;
    return static_cast<std::size_t>(allowed);
}

/// libcurl starts the body again after a proxy's question or on a connection that had died.
int HttpPool::Job::seek(void *target, curl_off_t offset, int origin)
{
    if (origin != SEEK_SET)
        return CURL_SEEKFUNC_CANTSEEK;
    static_cast<Job *>(target)->sent = offset;
    return CURL_SEEKFUNC_OK;
}

std::size_t HttpPool::Job::write(const char *bytes, std::size_t, std::size_t size, void *target)
{
    auto &job = *static_cast<Job *>(target);
    const long status = statusOf(job.easy.get());
    if (job.request.receive && status >= 200 && status < 300) {
        job.request.receive(bytes, static_cast<qint64>(size));
        return size;
    }
    if (job.body.size() + static_cast<qint64>(size) > job.mostAnswerBytes)
        return 0;
    job.body.append(bytes, static_cast<qsizetype>(size));
    return size;
}

int HttpPool::Job::watch(void *target, curl_off_t, curl_off_t received, curl_off_t, curl_off_t)
{
    auto &job = *static_cast<Job *>(target);
    const qint64 limited = job.limit.rateAt(job.clock.nowMs()) / job.parallel / 2;
    const qint64 slowest =
        limited > 0 ? std::min(limited, slowestBytesPerSecond) : slowestBytesPerSecond;
    const qint64 bytes = job.request.bodySize + static_cast<qint64>(received);
    const auto allowed = std::chrono::milliseconds(baseMs + bytes * 1000 / slowest);
    job.tooSlow = std::chrono::steady_clock::now() - job.begun > allowed;
    return job.tooSlow ? 1 : 0;
}

void HttpPool::Job::setUp(const HttpOptions &options)
{
    easy.reset(curl_easy_init());
    if (!easy)
        return;
    curl_slist *list =
        curl_slist_append(nullptr, request.asksFirst ? "Expect: 100-continue" : "Expect:");
    for (const auto &[name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).constData());
    headers.reset(list);

    CURL *curl = easy.get();
    setOptions(curl, options, proxy);
    curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
    curl_easy_setopt(curl, CURLOPT_URL, request.url.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words.data());
    // Several connections share the bandwidth better than streams of one.
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 128L * 1024);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 0L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, baseMs / 1000L);
    // A throttled upload is slow because we want it.
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, limit.rateAt(clock.nowMs()) > 0 ? 1L : 1000L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &Job::watch);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Job::write);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
    if (request.body != nullptr) {
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_UPLOAD_BUFFERSIZE, 256L * 1024);
        curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.bodySize));
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Job::read);
        curl_easy_setopt(curl, CURLOPT_READDATA, this);
        curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, &Job::seek);
        curl_easy_setopt(curl, CURLOPT_SEEKDATA, this);
    }
    if (request.method == "HEAD")
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.constData());
}

/// The one thread that drives all connections.
class HttpPool::Worker {
public:
    Worker(int parallel, UploadLimit limit) : m_limit(std::move(limit)), m_parallel(parallel) {}
    ~Worker()
    {
        m_thread.request_stop();
        if (m_multi)
            curl_multi_wakeup(m_multi.get());
    }

    UploadLimit &limit() { return m_limit; }
    int parallel() const { return m_parallel; }

    CURLcode run(Job &job, const std::stop_token &stop)
    {
        auto result = job.done.get_future();
        {
            const std::lock_guard lock(m_mutex);
            if (!m_thread.joinable() && !start())
                return CURLE_FAILED_INIT;
            m_waiting.push_back(&job);
        }
        curl_multi_wakeup(m_multi.get());
        const std::stop_callback wake(stop, [&] {
            job.cancelled = true;
            curl_multi_wakeup(m_multi.get());
        });
        return result.get();
    }

private:
    bool start()
    {
        m_multi.reset(curl_multi_init());
        if (!m_multi)
            return false;
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(m_parallel));
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
        return true;
    }

    void work(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            admit();
            int running = 0;
            curl_multi_perform(m_multi.get(), &running);
            int left = 0;
            while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
                if (message->msg != CURLMSG_DONE)
                    continue;
                Job *job = nullptr;
                curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &job);
                finish(*job, message->data.result);
            }
            removeCancelled();
            const bool room = static_cast<int>(m_active.size()) < m_parallel && isAnyWaiting();
            curl_multi_poll(m_multi.get(), nullptr, 0,
                            room       ? 0
                            : resume() ? pausedPollMs
                                       : 1000,
                            nullptr);
        }
    }

    bool isAnyWaiting()
    {
        const std::lock_guard lock(m_mutex);
        return !m_waiting.empty();
    }

    void admit()
    {
        const std::lock_guard lock(m_mutex);
        while (!m_waiting.empty() && static_cast<int>(m_active.size()) < m_parallel) {
            Job *job = m_waiting.front();
            m_waiting.pop_front();
            job->begun = std::chrono::steady_clock::now();
            m_active.push_back(job);
            if (curl_multi_add_handle(m_multi.get(), job->easy.get()) != CURLM_OK)
                finish(*job, CURLE_FAILED_INIT);
        }
    }

    /// Who waits may go away as soon as its promise is kept.
    void finish(Job &job, CURLcode code)
    {
        std::erase(m_active, &job);
        curl_multi_remove_handle(m_multi.get(), job.easy.get());
        job.done.set_value(code);
    }

    void removeCancelled()
    {
        const auto active = m_active;
        for (Job *job : active) {
            if (job->cancelled)
                finish(*job, CURLE_ABORTED_BY_CALLBACK);
        }
        std::vector<Job *> gone;
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_waiting, [&](Job *job) {
                if (job->cancelled)
                    gone.push_back(job);
                return job->cancelled.load();
            });
        }
        for (Job *job : gone)
            job->done.set_value(CURLE_ABORTED_BY_CALLBACK);
    }

    /// Lets throttled uploads ask again, now and then. True while one waits.
    bool resume()
    {
        const auto isPaused = [](const Job *job) { return job->paused; };
        if (std::none_of(m_active.cbegin(), m_active.cend(), isPaused))
            return false;
        const auto now = std::chrono::steady_clock::now();
        if (now < m_resumeAt)
            return true;
        m_resumeAt = now + std::chrono::milliseconds(pausedPollMs);
        for (Job *job : m_active) {
            if (std::exchange(job->paused, false))
                curl_easy_pause(job->easy.get(), CURLPAUSE_CONT);
        }
        return true;
    }

    UploadLimit m_limit;  // of the worker's thread, but for its settings
    int m_parallel;
    std::mutex m_mutex;  // of m_waiting and the start of the thread
    std::deque<Job *> m_waiting;
    std::vector<Job *> m_active;
    std::chrono::steady_clock::time_point m_resumeAt{};
    MultiHandle m_multi;
    std::jthread m_thread;  // last: ends before the rest goes
};

HttpPool::HttpPool(HttpOptions options, int parallel, UploadLimit limit, const Clock &clock)
    : m_options(std::move(options)), m_clock(clock),
      m_worker(std::make_unique<Worker>(std::clamp(parallel, 1, 8), std::move(limit)))
{
}

HttpPool::~HttpPool() = default;

tl::expected<TransferAnswer, TransferFailure> HttpPool::exchange(const TransferRequest &request,
                                                                 const std::stop_token &stop)
{
    const auto failed = [](TransferFailure failure) { return tl::unexpected(std::move(failure)); };
    if (stop.stop_requested())
        return failed({.own = Error{Fault::Cancelled}});
    const bool ready = isCurlReady();
    if (hostOf(request.url).isEmpty())
        return failed(
            {.obstacle = Obstacle::Input,
             .own = Error{Fault::InvalidInput, QStringLiteral("not an http or https address")}});
    auto proxy = proxyAddress(m_options);
    if (!proxy)
        return failed({.obstacle = Obstacle::Input, .own = proxy.error()});

    Job job{.request = request,
            .limit = m_worker->limit(),
            .clock = m_clock,
            .parallel = m_worker->parallel(),
            .mostAnswerBytes = m_options.mostAnswerBytes,
            .proxy = std::move(*proxy)};
    job.setUp(m_options);
    if (!ready || !job.easy)
        return failed(
            {.obstacle = Obstacle::Internal, .words = QStringLiteral("libcurl does not start")});

    TransferAnswer answer{.sentAtMs = m_clock.nowMs()};
    const CURLcode code = m_worker->run(job, stop);
    answer.receivedAtMs = m_clock.nowMs();

    CURL *easy = job.easy.get();
    if (stop.stop_requested())
        return failed({.own = Error{Fault::Cancelled}});
    if (job.own)
        return failed({.own = job.own});
    if (job.tooSlow)
        return failed({.words = QStringLiteral("too slow on the whole")});
    if (code != CURLE_OK)
        return failed({.obstacle = obstacleOf(easy, code, job.words.data()),
                       .words = wordsOf(code, job.words.data())});

    answer.status = static_cast<int>(statusOf(easy));
    if (answer.status == 407)
        return failed(
            {.obstacle = Obstacle::ProxyRefused,
             .words = QStringLiteral("HTTP 407: the proxy wants %1 login")
                          .arg(m_options.proxyLoginFile.isEmpty() ? QLatin1String("a")
                                                                  : QLatin1String("another"))});
    curl_header *header = nullptr;
    while ((header = curl_easy_nextheader(easy, CURLH_HEADER, -1, header)) != nullptr)
        answer.headers.insert(QByteArray(header->name).toLower(), QByteArray(header->value));
    answer.body = std::move(job.body);
    answer.retryAfterSeconds = retryAfterSecondsOf(easy);
    answer.dateMs = dateMsOf(easy);
    return answer;
}

}  // namespace station::net
