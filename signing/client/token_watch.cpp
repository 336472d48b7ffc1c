#include "signing/client/token_watch.h"

#include "signing/client/token_agent.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace station::signing {
namespace {

constexpr int longestPauseMs = 60'000;
constexpr int looksOfHealth = 10;  ///< So many answers in a row: the trouble is over.

void pauseFor(int ms, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, std::chrono::milliseconds(ms), [] { return false; });
}

/// Listens to one agent until it dies or falls silent. Returns how often it answered.
int listen(const TokenEnvironment &environment, const TokenWatch::OnChange &onChange,
           std::optional<QStringList> &last, const std::stop_token &stop)
{
    const TokenDeadlines &deadlines = environment.deadlines;
    auto agent = TokenAgent::startProcess(
        environment, {QStringLiteral("--watch"), QString::number(deadlines.watchMs)});
    if (!agent)
        return 0;
    for (int answers = 0;; ++answers) {
        const auto answer = agent->receive(deadlines.watchMs + deadlines.listMs, stop);
        if (!answer) {
            agent->kill();
            return answers;
        }
        QStringList present;
        for (const auto value : answer->value(QLatin1String("present")).toArray())
            present.append(value.toString());
        if (last != present) {
            last = present;
            onChange(present);
        }
    }
}

}  // namespace

TokenWatch::TokenWatch(TokenEnvironment environment, OnChange onChange)
    : m_thread([environment = std::move(environment),
                onChange = std::move(onChange)](const std::stop_token &stop) {
          // What was seen last stays true until something else is seen: that the watch
          // died says nothing of the tokens.
          std::optional<QStringList> last;
          const int shortest = environment.deadlines.watchMs;
          int pauseMs = shortest;
          while (!stop.stop_requested()) {
              const int answers = listen(environment, onChange, last, stop);
              if (answers >= looksOfHealth)
                  pauseMs = shortest;
              pauseFor(pauseMs, stop);
              pauseMs = std::min(pauseMs * 2, longestPauseMs);
          }
      })
{
}

TokenWatch::~TokenWatch() = default;

}  // namespace station::signing
