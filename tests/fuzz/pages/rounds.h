#pragma once

#include <QElapsedTimer>
#include <QtGlobal>

#include <algorithm>
#include <ctime>

namespace station::testing {

/// A fixed number of rounds, the same in every run; with STATION_FUZZ_MINUTES as many more as
/// fit into that time, by hand. Knows how long the slowest round took.
class Rounds {
public:
    explicit Rounds(int count) : m_count(count) { m_clock.start(); }

    bool next()
    {
        const std::clock_t now = std::clock();
        if (m_done > 0)
            m_slowest = std::max(m_slowest, now - m_started);
        m_started = now;
        return ++m_done <= m_count || m_clock.elapsed() < minutes() * 60'000;
    }
    int done() const { return m_done - 1; }
    /// Processor time of this process.
    double slowestMs() const { return 1000.0 * double(m_slowest) / double(CLOCKS_PER_SEC); }
    static qint64 minutes() { return qEnvironmentVariableIntValue("STATION_FUZZ_MINUTES"); }

private:
    int m_count;
    int m_done = 0;
    std::clock_t m_started = 0;
    std::clock_t m_slowest = 0;
    QElapsedTimer m_clock{};
};

}  // namespace station::testing
