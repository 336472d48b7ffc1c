#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/store/store.h"
#include "core/sync/notifier.h"
#include "core/sync/outbox.h"

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::sync {

/// What one round of telling came to.
struct TellReport {
    int told = 0;
    std::vector<Error> failed{};  ///< One for each that was tried; the subject is its dossier.
    int waiting = 0;              ///< Open ones that go on by themselves.
    int dead = 0;                 ///< Open ones that wait for a person.
    std::optional<qint64> againInMs{};
};

/// Tells notifiers of hand-overs that are complete, the oldest first. A failure that
/// sync::retryAfter lets stop the station stops its target alone; where only a person can help, the
/// whole target waits for Store::retryHandovers, so that a wrong login is tried once.
///
/// One teller for each data folder, over all programs; `<data>/notices.lock` says so. Apart from
/// Outbox: neither its lock nor its thread ever waits for a portal. Used by one thread, which owns
/// the store. Keeps between rounds only how long a target has been out of reach.
class Telling {
public:
    Telling(store::Store &store, Notifiers notifiers, const Clock &clock);

    /// StorageInUse when another program of the station is telling.
    Expected<TellReport> tellDue(Outbox::Due due, const std::stop_token &stop = {});

private:
    struct Silence {
        int failures = 0;
        qint64 waitMs = 0;
    };
    using Notices = std::vector<store::Notice>;
    Expected<> tellOne(Notifier &notifier, const Notices &notices, Outbox::Due due,
                       TellReport &report, const std::stop_token &stop);
    /// Nothing once it was told.
    Expected<std::optional<Error>> attempt(Notifier &notifier, store::Notice notice,
                                           const std::stop_token &stop);
    Expected<> count(TellReport &report) const;

    store::Store &m_store;
    Notifiers m_notifiers;
    const Clock &m_clock;
    std::map<store::NoticeTarget, Silence> m_silent{};
};

}  // namespace station::sync
