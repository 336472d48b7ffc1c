#pragma once

#include "core/workflow/copy_signer.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace station::desk {

/// Holds the unlocked token between two batches and locks it: some minutes after the
/// last signature, when it is pulled out, and when somebody says so. A token that
/// is in use is locked when it is given back. Thread-safe.
class TokenKeeper {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Now = std::function<Time()>;

    /// `onChange` is told on any thread whenever the token is unlocked or locked.
    TokenKeeper(std::chrono::milliseconds idle, std::function<void(bool unlocked)> onChange,
                Now now = &std::chrono::steady_clock::now);

    void keep(std::unique_ptr<workflow::CopySigner> token, const QString &serial);
    bool isUnlocked() const;
    QString serial() const;  ///< Of the token that is held; empty: locked.

    /// For one batch; null: locked. Give it back in any case.
    workflow::CopySigner *borrow();
    void giveBack(bool stillGood);

    void lock();
    void lockIfIdle();  ///< Done by itself when its time has come.
    /// Serials of the tokens that are plugged in, told when they change. A token that was never
    /// among them is not missed: not every module tells.
    void tokensPresent(const QStringList &serials);

private:
    using Held = std::unique_ptr<workflow::CopySigner>;

    Held takeOut();  ///< With the lock held; to be destroyed without it.
    void end(Held held);
    void watchIdle(const std::stop_token &stop);

    const std::chrono::milliseconds m_idle;
    const std::function<void(bool)> m_onChange;
    const Now m_now;
    mutable std::mutex m_mutex{};
    std::condition_variable_any m_unlocked{};
    Held m_token{};  // null: locked
    QString m_serial{};
    Time m_lastUse{};
    QStringList m_present{};  // serials
    bool m_inUse = false;
    bool m_lockWanted = false;
    std::jthread m_thread;
};

}  // namespace station::desk
