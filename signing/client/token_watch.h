#pragma once

#include "core/base/worker_channel.h"
#include "signing/client/token_environment.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace station::signing {

/// Tells when tokens come and go: an agent of its own in watch mode (p11-kit only,
/// no login) that may hang or die without harm; it is restarted with growing
/// pauses. Modules are asked only when something may have changed: the agent
/// says so, or `look`. Nothing wakes up in between.
///
/// `onChange` gets the labels and serials that are present ("label\tserial"), on a
/// thread of the watch; not after destruction.
class TokenWatch {
public:
    using OnChange = std::function<void(const QStringList &present)>;

    TokenWatch(TokenEnvironment environment, OnChange onChange);
    ~TokenWatch();
    TokenWatch(const TokenWatch &) = delete;
    TokenWatch &operator=(const TokenWatch &) = delete;

    /// Asks the modules now, without waiting for the answer. Any thread.
    void look();
    /// While a token is unlocked: now, and again each `closeWatchMs`, because not every driver's
    /// token is one that USB or pcscd tell of. Any thread.
    void lookClosely(bool closely);

private:
    class Looks;

    void run(const std::stop_token &stop);
    void listen(const std::stop_token &stop);
    bool ask(WorkerChannel &agent, Looks &looks, const std::stop_token &stop);
    bool waitForReason(WorkerChannel &agent, Looks &looks, const std::stop_token &stop);
    void takeWish();
    std::stop_token bell() const;
    int closeWatchMs() const;

    const TokenEnvironment m_environment;
    const OnChange m_onChange;
    std::optional<QStringList> m_last{};  // of the thread
    mutable std::mutex m_mutex{};         // guards the two below
    std::stop_source m_bell{};            // rings for a wish and at the end, once; then a new one
    bool m_closely = false;
    std::jthread m_thread;
};

}  // namespace station::signing
