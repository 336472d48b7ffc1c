#include "tests/faults/power_cut.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

/// Memory where there is some: images come and go by the thousand.
QString placeForImages()
{
    return (QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath()) +
           u"/station-cut-XXXXXX"_s;
}

}  // namespace

PowerCut::PowerCut(const Scenario &scenario, long killedAfter)
    : m_scenario(scenario), m_folder(placeForImages())
{
    const QString disk = m_folder.filePath(u"disk"_s);
    for (const auto *name : {"disk", "before", "pool"})
        QDir().mkpath(m_folder.filePath(QLatin1String(name)));
    if (!m_scenario.prepare(disk)) {
        m_trouble = u"not prepared"_s;
        return;
    }
    m_before.emplace(disk.toStdString());
    if (killedAfter > 0) {
        m_wasKilled = !run(killedAfter);
        m_first = readDiskLog(log().toStdString()).size();
    }
    if (!run(0)) {
        m_trouble = u"the run failed"_s;
        return;
    }
    m_records = readDiskLog(log().toStdString());
    Disk whole = *m_before;
    for (const auto &record : m_records)
        whole.apply(record);
    if (const auto difference = whole.difference(disk.toStdString()); !difference.empty())
        m_trouble = u"not all was recorded: "_s + QString::fromStdString(difference);
}

bool PowerCut::run(long until)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STATION_DISK_RECORDER));
    environment.insert(QLatin1String(recordedFolder), m_folder.filePath(u"disk"_s));
    environment.insert(QLatin1String(recordedTo), log());
    if (until > 0)
        environment.insert(QLatin1String(recordedUntil), QString::number(until));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(STATION_RECORDED_PROGRAM),
                  {m_scenario.name(), m_folder.filePath(u"disk"_s)});
    return program.waitForFinished(60'000) && program.exitStatus() == QProcess::NormalExit &&
           program.exitCode() == 0;
}

std::vector<long> PowerCut::delicateRecords(std::size_t count) const
{
    std::vector<long> all;
    for (std::size_t n = 0; n < m_records.size(); ++n) {
        const auto event = m_records[n].event;
        if (event == DiskEvent::MakeFolder || event == DiskEvent::Link ||
            event == DiskEvent::Rename)
            all.push_back(static_cast<long>(n) + 1);
    }
    std::vector<long> some;
    for (std::size_t n = 0; n < std::min(count, all.size()); ++n)
        some.push_back(all[n * all.size() / std::min(count, all.size())]);
    return some;
}

PowerCut::Report PowerCut::cut(int states, Omission omission, int enough) const
{
    Report report;
    Disk disk = *m_before;
    disk.omit(omission);
    QStringList acknowledged;
    std::set<std::pair<std::uint64_t, qsizetype>> seen;
    const auto lookAt = [&](std::uint64_t seed) {
        const auto image = disk.afterCut(seed);
        ++report.states;
        if (seen.insert({image.fingerprint(), acknowledged.size()}).second) {
            ++report.distinct;
            look(image, acknowledged, report);
        }
    };
    const auto count = records();
    std::uint64_t seed = 2;
    double due = 0;
    const double step = double(states) / double(count + 1);
    for (std::size_t n = 0; n <= m_records.size() && report.violating < enough; ++n) {
        for (due += n >= m_first ? step : 0; due >= 1; due -= 1, ++seed)
            lookAt(seed % 8 < 2 ? seed % 8 : seed);
        if (n == m_records.size())
            break;
        disk.apply(m_records[n]);
        if (m_records[n].event == DiskEvent::Acknowledgement)
            acknowledged
                << QString::fromStdString(m_records[n].data).split(u'\n', Qt::SkipEmptyParts);
    }
    return report;
}

void PowerCut::look(const DiskImage &image, const QStringList &acknowledged, Report &report) const
{
    const QString folder = m_folder.filePath(u"image"_s);
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    image.writeTo(folder.toStdString(), m_folder.filePath(u"pool"_s).toStdString());
    auto found = m_scenario.violations(folder, acknowledged);
    if (found.isEmpty())
        return;
    ++report.violating;
    static const QRegularExpression ids(u"[0-9a-f-]{36,64}"_s);
    found.replaceInStrings(ids, u"…"_s);
    found.removeDuplicates();
    for (const auto &violation : found)
        ++report.violations[violation];
}

}  // namespace station::faults
