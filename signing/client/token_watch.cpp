#include "signing/client/token_watch.h"

#include "signing/client/token_agent.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <limits>

namespace station::signing {
namespace {

constexpr int longestPauseMs = 60'000;
constexpr int never = std::numeric_limits<int>::max();

void pauseFor(int ms, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any nothing;
    std::unique_lock lock(mutex);
    nothing.wait_for(lock, stop, std::chrono::milliseconds(ms), [] { return false; });
}

}  // namespace

/// When to look after something has changed: at once for a token that was pulled, and some times
/// more because a driver needs seconds until it sees a new one.
class TokenWatch::Looks {
public:
    void begin()
    {
        m_since.start();
        m_next = 0;
    }
    /// Until the next one is due.
    int leftMs() const
    {
        return m_next == std::size(afterMs)
                   ? never
                   : std::max(0, afterMs[m_next] - static_cast<int>(m_since.elapsed()));
    }
    void done()
    {
        while (leftMs() == 0)
            ++m_next;
    }

private:
    static constexpr int afterMs[] = {0, 1'000, 3'000, 7'000};
    QElapsedTimer m_since{};
    std::size_t m_next = std::size(afterMs);
};

TokenWatch::TokenWatch(TokenEnvironment environment, OnChange onChange)
    : m_environment(std::move(environment)), m_onChange(std::move(onChange)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

TokenWatch::~TokenWatch() = default;

void TokenWatch::look()
{
    const std::lock_guard lock(m_mutex);
    m_bell.request_stop();
}

void TokenWatch::lookClosely(bool closely)
{
    const std::lock_guard lock(m_mutex);
    m_closely = closely;
    m_bell.request_stop();
}

void TokenWatch::takeWish()
{
    const std::lock_guard lock(m_mutex);
    m_bell = std::stop_source();
}

std::stop_token TokenWatch::bell() const
{
    const std::lock_guard lock(m_mutex);
    return m_bell.get_token();
}

int TokenWatch::closeWatchMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_closely ? m_environment.deadlines.closeWatchMs : never;
}

void TokenWatch::run(const std::stop_token &stop)
{
    const std::stop_callback ringAtTheEnd(stop, [this] { look(); });
    const int shortestMs = m_environment.deadlines.restartMs;
    int pauseMs = shortestMs;
    while (!stop.stop_requested()) {
        QElapsedTimer lived;
        lived.start();
        listen(stop);
        if (lived.elapsed() > longestPauseMs)
            pauseMs = shortestMs;
        pauseFor(pauseMs, stop);
        pauseMs = std::min(pauseMs * 2, longestPauseMs);
    }
}

/// To one agent, until it dies or does not answer.
void TokenWatch::listen(const std::stop_token &stop)
{
    QStringList mode{QStringLiteral("--watch")};
    if (!m_environment.softTokens.isEmpty())
        mode << QStringLiteral("--folder") << m_environment.softTokens;
    auto agent = TokenAgent::startProcess(m_environment, mode);
    if (!agent)
        return;
    Looks looks;
    while (ask(*agent, looks, stop) && waitForReason(*agent, looks, stop)) {
    }
    agent->kill();
}

/// False: no answer. What was seen last stays true then, because that the agent died says
/// nothing of the tokens.
bool TokenWatch::ask(WorkerChannel &agent, Looks &looks, const std::stop_token &stop)
{
    takeWish();
    looks.done();
    if (!agent.send({{QStringLiteral("ask"), QStringLiteral("look")}}))
        return false;
    const QDeadlineTimer deadline(m_environment.deadlines.listMs);
    for (;;) {
        const auto answer = agent.receive(static_cast<int>(deadline.remainingTime()), stop);
        if (!answer)
            return false;
        if (!answer->contains(QLatin1String("present"))) {
            looks.begin();
            continue;
        }
        QStringList present;
        for (const auto value : answer->value(QLatin1String("present")).toArray())
            present.append(value.toString());
        if (m_last != present) {
            m_last = present;
            m_onChange(present);
        }
        return true;
    }
}

/// To ask again; false: the agent has died, or the end has come.
bool TokenWatch::waitForReason(WorkerChannel &agent, Looks &looks, const std::stop_token &stop)
{
    for (;;) {
        const auto message = agent.receive(std::min(looks.leftMs(), closeWatchMs()), bell());
        if (stop.stop_requested())
            return false;
        if (message)
            looks.begin();
        else
            return message.error().fault != Fault::WorkerDied;
    }
}

}  // namespace station::signing
