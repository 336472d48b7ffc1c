#pragma once

#include "core/sync/handover.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::sync {

/// What one round of sending came to.
struct SendReport {
    int done = 0;                 ///< Hand-overs that are complete now.
    std::vector<Error> failed{};  ///< One for each that was tried; the subject is its dossier.
    std::optional<Error> halt{};  ///< What stopped the round for all of them.
    int waiting = 0;              ///< Open ones that go on by themselves.
    int dead = 0;                 ///< Open ones that wait for a person.
    /// When the next one is due; nothing when none goes by itself.
    std::optional<qint64> againInMs{};
};

/// Sends what waits: urgent hand-overs first, the newest of them before, then the oldest. One
/// worker for each data folder, over all programs of the station; `<data>/outbox.lock` says so.
///
/// Used by one thread, which owns the store. Keeps between rounds only how long the repository
/// has been out of reach.
class Outbox {
public:
    using OnProgress = std::function<void(int done, int total)>;

    /// `parallel`: objects of one hand-over on their way at once.
    Outbox(store::Store &store, const store::BlobFolder &blobs, repository::Repository &repository,
           const repository::ProvinceKey &key, const Clock &clock, int parallel = 4,
           const Notifiers &notifiers = {});

    enum class Due { WhatIsDue, Everything };  ///< Dead ones never without Store::retryHandovers.

    /// StorageInUse when another program of the station is sending.
    Expected<SendReport> sendDue(Due due, const OnProgress &onProgress = {},
                                 const std::stop_token &stop = {});

    /// One hand-over at once, whatever it waits for. Somebody else who is sending is waited for
    /// (`patienceMs`) – he may well send this one; then StorageInUse, and it stays queued.
    Expected<HandoverResult> sendNow(const QString &handoverId, int patienceMs,
                                     const std::stop_token &stop = {});

private:
    Expected<HandoverResult> attempt(const store::HandoverRow &row, const std::stop_token &stop);
    Expected<> count(SendReport &report) const;

    store::Store &m_store;
    Handover m_handover;
    const Clock &m_clock;
    int m_stationFailures = 0;
    qint64 m_stationWaitMs = 0;
};

}  // namespace station::sync
