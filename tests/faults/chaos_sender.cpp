// Sends all that is open as the station's programs do, whatever goes wrong, until it is done or
// killed; a person who tries dead ones again stands by and says what made each dead:
// chaos_sender DATA URL EPOCH_MS

#include "core/sync/outbox.h"
#include "tests/faults/chaos_world.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

using namespace station;

namespace {

constexpr qint64 hurry = 200;

/// For waits only; the same for all programs of a run, which find each other's in the database.
class HurriedClock final : public Clock {
public:
    explicit HurriedClock(qint64 epochMs) : m_epochMs(epochMs) {}
    qint64 nowMs() const override { return m_epochMs + (m_real.nowMs() - m_epochMs) * hurry; }

private:
    SystemClock m_real{};
    qint64 m_epochMs;
};

Expected<int> reviveDead(store::Store &store)
{
    const auto open = store.openHandovers();
    if (!open)
        return fail(open.error());
    for (const auto &row : *open) {
        if (row.wait.dead)
            std::printf("%s\n", qPrintable(row.wait.fault));
    }
    std::fflush(stdout);
    return store.retryHandovers({}, QStringLiteral("chaos"));
}

}  // namespace

int main(int argc, char **argv)
{
    constexpr int glanceMs = 5;  // while the other one sends
    const QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    faults::ChaosWorld world(QString::fromUtf8(argv[1]), QString::fromUtf8(argv[2]));
    if (!world.isGood())
        return 3;
    const HurriedClock clock(QByteArray(argv[3]).toLongLong());
    sync::Outbox outbox(*world.store, world.blobs, **world.repository, *world.key, clock);
    for (;;) {
        const auto sent = outbox.sendDue(sync::Outbox::Due::WhatIsDue);
        if (!sent && sent.error().fault != Fault::StorageInUse)
            return 4;
        if (sent && sent->waiting + sent->dead == 0)
            return 0;
        if (sent && sent->dead > 0 && !reviveDead(*world.store))
            return 5;
        QThread::msleep(sent ? static_cast<unsigned long>(sent->againInMs.value_or(0) / hurry)
                             : glanceMs);
    }
}
