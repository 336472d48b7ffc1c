#include "tests/bench/process_memory.h"

#include <QDir>
#include <QFile>
#include <QMap>

#include <unistd.h>

#include <chrono>

namespace station::bench {
namespace {

qint64 parentOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    // The name, in parentheses, may hold anything.
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

qint64 proportionalKb(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

qint64 familyKb()
{
    QMap<qint64, qint64> parents;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (const qint64 pid = name.toLongLong(); pid > 0)
            parents.insert(pid, parentOf(pid));
    }
    qint64 sum = 0;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        qint64 ancestor = it.key();
        while (ancestor > 1 && ancestor != ::getpid())
            ancestor = parents.value(ancestor);
        if (ancestor == ::getpid())
            sum += proportionalKb(it.key());
    }
    return sum;
}

}  // namespace

PeakMemory::PeakMemory()
    : m_thread([this](const std::stop_token &stop) {
          while (!stop.stop_requested()) {
              m_peakKb = std::max<qint64>(m_peakKb, familyKb());
              std::this_thread::sleep_for(std::chrono::milliseconds(200));
          }
      })
{
}

PeakMemory::~PeakMemory() = default;

}  // namespace station::bench
