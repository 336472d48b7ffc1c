#pragma once

#include "tests/faults/disk_history.h"
#include "tests/faults/scenario.h"

#include <QMap>
#include <QString>
#include <QTemporaryDir>

#include <optional>
#include <vector>

namespace station::faults {

/// One scenario as it was recorded, and the question what every power cut would have left of it.
class PowerCut {
public:
    /// Runs the scenario; with `killedAfter`, it is killed after so many records, then runs again
    /// to its end, and only that second run is cut.
    explicit PowerCut(const Scenario &scenario, long killedAfter = 0);

    /// Empty when the run went well and the log tells all that happened to the disk.
    const QString &trouble() const { return m_trouble; }
    std::size_t records() const { return m_records.size() - m_first; }
    /// At most `count` records after which a kill leaves names that nobody has made to last.
    std::vector<long> delicateRecords(std::size_t count) const;
    bool wasKilled() const { return m_wasKilled; }

    struct Report {
        int states = 0;    ///< Cuts that were looked at.
        int distinct = 0;  ///< Those whose disk, or what was acknowledged, was new.
        int violating = 0;
        QMap<QString, int> violations{};  ///< Each with how many states had it.
    };
    /// About `states` disks, spread over the whole run. `enough` violating ones end it.
    Report cut(int states, Omission omission = Omission::None, int enough = 20) const;

private:
    bool run(long until);
    QString log() const { return m_folder.filePath(QStringLiteral("log")); }
    void look(const DiskImage &image, const QStringList &acknowledged, Report &report) const;

    const Scenario &m_scenario;
    QTemporaryDir m_folder;
    QString m_trouble{};
    bool m_wasKilled = false;
    std::optional<Disk> m_before{};
    std::vector<DiskRecord> m_records{};
    std::size_t m_first = 0;  ///< Record from which on there are cuts.
};

}  // namespace station::faults
