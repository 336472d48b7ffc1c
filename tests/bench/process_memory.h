#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace station::bench {

/// The most memory that this process and all that it started have held together:
/// the sum of their proportional set sizes, so that shared libraries and mapped
/// files count once. Sampled five times a second while it lives.
class PeakMemory {
public:
    PeakMemory();
    ~PeakMemory();

    qint64 peakMb() const { return m_peakKb / 1024; }

private:
    std::atomic<qint64> m_peakKb = 0;
    std::jthread m_thread;
};

}  // namespace station::bench
