#include "core/store/backup.h"

#include "core/base/durable_file.h"
#include "core/base/file_lock.h"
#include "core/base/sha256.h"
#include "core/store/audit_table.h"
#include "core/store/blob_folder.h"
#include "core/store/database.h"
#include "core/store/file_copy.h"
#include "core/store/unsent_work.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <limits>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

const QString partEnding = u".part"_s;
/// The data key, wrapped for the office: nothing that could be read without its private key.
const QString recoveryFolder = u"recovery/"_s;
const QString nameFormat = u"yyyyMMdd-HHmmss"_s;

/// The calling thread steps back behind those of the counter; a busy station gets its backup all
/// the same.
void yieldToOthers()
{
    constexpr int nice = 10;
    constexpr int thisThread = 1;            // IOPRIO_WHO_PROCESS, which means a thread
    constexpr int lastInLine = 2 << 13 | 7;  // IOPRIO_CLASS_BE, lowest; glibc has no name for it
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
    (void)::syscall(SYS_ioprio_set, thisThread, 0, lastInLine);
}

qint64 changedAt(const QString &file)
{
    return QFileInfo(file).lastModified().toMSecsSinceEpoch();
}

bool isTemporary(const QString &name)
{
    return name.startsWith(u".tmp-"_s) || name.endsWith(partEnding);
}

/// The making of one backup, in a folder that gets its name at the end.
class Making {
public:
    /// `last` is the folder of the backup before, or empty.
    Making(const QString &dataDir, const QString &folder, const QString &last, std::stop_token stop,
           const BackupProgress &progress)
        : m_dataDir(dataDir + u'/'), m_folder(folder + u'/'), m_last(last + u'/'),
          m_stop(std::move(stop)), m_progress(progress)
    {
        const auto manifest = readBackupManifest(last);
        if (!manifest)
            return;
        for (const auto &file : manifest->files)
            m_known.insert(file.path, file);
    }

    /// Rows first: files that come later do no harm, rows without their files do.
    Expected<> run(qint64 nowMs)
    {
        m_report.manifest.madeAtMs = nowMs;
        QStringList wanted;
        if (auto taken = takeDatabase(wanted); !taken)
            return taken;
        int done = 0;
        for (const auto &path : wanted) {
            if (m_stop.stop_requested())
                return fail(Fault::Cancelled);
            if (auto added = add(path); !added)
                return added;
            if (m_progress)
                m_progress(++done, static_cast<int>(wanted.size()));
        }
        if (auto synced = syncFolders(m_folder); !synced)
            return synced;
        return writeDurably(m_folder + backupManifestName, toJson(m_report.manifest));
    }

    BackupReport report() && { return std::move(m_report); }

private:
    Expected<> takeDatabase(QStringList &wanted)
    {
        const QString snapshot = m_folder + u"station.db"_s;
        {
            const auto opened = openDatabase(m_dataDir, NewerSchema::Read);
            if (!opened)
                return fail(opened.error());
            if (auto written = writeSnapshot(*opened->database, snapshot); !written)
                return written;
        }
        const auto sha256 = sha256OfFile(snapshot);
        if (!sha256)
            return fail(sha256.error());
        auto &manifest = m_report.manifest;
        manifest.files.push_back({u"station.db"_s, QFileInfo(snapshot).size(), *sha256, 0});
        ++m_report.copied;
        return guarded([&]() -> Expected<> {
            SQLite::Database database(QFile::encodeName(snapshot).toStdString(),
                                      SQLite::OPEN_READONLY);
            const UnsentWork work(database);
            manifest.stationId = work.stationId();
            manifest.schema = work.schema();
            manifest.audit = AuditTable(database).head();
            const BlobFolder blobs(m_dataDir.chopped(1));
            for (const auto &blob : work.blobs()) {
                if (blobs.contains(blob))
                    wanted << blobs.path(blob).mid(m_dataDir.size());
                else
                    manifest.missing << blob;
            }
            for (const auto &uuid : work.dossiers())
                wanted << filesIn(u"spool/"_s + uuid + u'/');
            wanted << filesIn(recoveryFolder);
            return {};
        });
    }

    QStringList filesIn(const QString &folder) const
    {
        QStringList files;
        const auto names = QDir(m_dataDir + folder).entryList(QDir::Files | QDir::Hidden);
        for (const auto &name : names) {
            if (!isTemporary(name))
                files << folder + name;
        }
        return files;
    }

    Expected<> add(const QString &path)
    {
        const QString from = m_dataDir + path;
        const QString to = m_folder + path;
        const qint64 changedAtMs = changedAt(from);
        if (sharedWithLast(path, changedAtMs))
            return {};
        const auto copied = copyHashing(from, to);
        if (!copied && copied.error().fault == Fault::FileMissing)
            return {};  // the work went on: the file is not needed any more
        if (!copied)
            return fail(copied.error());
        m_report.manifest.files.push_back({path, copied->size, copied->sha256, changedAtMs});
        ++m_report.copied;
        return {};
    }

    /// As a second name of the file in the backup before.
    bool sharedWithLast(const QString &path, qint64 changedAtMs)
    {
        const auto known = m_known.constFind(path);
        if (known == m_known.constEnd() || known->changedAtMs != changedAtMs ||
            known->size != QFileInfo(m_dataDir + path).size())
            return false;
        const QString to = m_folder + path;
        const QString last = m_last + path;
        if (!makeDirectoryDurably(QFileInfo(to).absolutePath()) ||
            QFileInfo(last).size() != known->size ||
            ::link(QFile::encodeName(last).constData(), QFile::encodeName(to).constData()) != 0)
            return false;
        m_report.manifest.files.push_back(*known);
        return true;
    }

    QString m_dataDir;
    QString m_folder;
    QString m_last;
    std::stop_token m_stop;
    const BackupProgress &m_progress;
    QHash<QString, BackupFile> m_known;  // of the backup before, by path
    BackupReport m_report;
};

/// Named after the second they were made in (UTC); names of other things give nothing.
std::optional<qint64> madeAt(const QString &name)
{
    auto time = QDateTime::fromString(name, nameFormat);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

struct NamedBackup {
    QString folder;
    qint64 madeAtMs = 0;
};

/// Of one station, newest first; those from the future, when the clock was wrong, are last.
std::vector<NamedBackup> backupsOf(const QString &station, qint64 nowMs)
{
    std::vector<NamedBackup> backups;
    const auto names = QDir(station).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &name : names) {
        if (const auto ms = madeAt(name))
            backups.push_back({station + u'/' + name, *ms});
    }
    const auto rank = [&](const NamedBackup &one) {
        return std::pair(one.madeAtMs <= nowMs, one.madeAtMs);
    };
    std::sort(backups.begin(), backups.end(),
              [&](const auto &one, const auto &other) { return rank(one) > rank(other); });
    return backups;
}

}  // namespace

Backup::Backup(QString dataDir, BackupPlan plan, const Clock &clock)
    : m_dataDir(std::move(dataDir)), m_plan(std::move(plan)), m_clock(clock)
{
}

Expected<QString> Backup::stationFolder() const
{
    if (!QFileInfo(m_plan.folder).isDir())
        return fail(Fault::FileMissing, u"backup folder"_s, m_plan.folder);
    const auto opened = openDatabase(m_dataDir, NewerSchema::Read);
    if (!opened)
        return fail(opened.error());
    return guarded([&]() -> Expected<QString> {
        return m_plan.folder + u'/' + UnsentWork(*opened->database).stationId();
    });
}

Expected<bool> Backup::isDue() const
{
    if (m_plan.folder.isEmpty())
        return false;
    const auto folder = stationFolder();
    if (!folder)
        return fail(folder.error());
    const qint64 nowMs = m_clock.nowMs();
    const auto made = backupsOf(*folder, nowMs);
    if (made.empty())
        return true;
    const qint64 ageMs = nowMs - made.front().madeAtMs;
    return ageMs < 0 || ageMs >= m_plan.everyMinutes * 60'000LL;
}

Expected<BackupReport> Backup::make(std::stop_token stop, const BackupProgress &progress)
{
    const auto station = stationFolder();
    if (!station)
        return fail(station.error());
    if (const auto made = makeDirectoryDurably(*station); !made)
        return fail(made.error());
    const auto alone = FileLock::acquire(m_dataDir + u"/backup.lock"_s, FileLock::Kind::Exclusive);
    if (!alone)
        return fail(alone.error());
    const QDir there(*station);
    const auto halfMade = there.entryList({u'*' + partEnding}, QDir::Dirs);
    for (const auto &half : halfMade)
        QDir(there.filePath(half)).removeRecursively();

    const qint64 nowMs = m_clock.nowMs();
    const auto before = backupsOf(*station, nowMs);
    const QString name =
        there.filePath(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(nameFormat));
    if (QFileInfo::exists(name))
        return fail(Fault::PlaceTaken, u"a backup of this second"_s, name);
    const QString temporary = name + partEnding;
    if (const auto made = makeDirectoryDurably(temporary); !made)
        return fail(made.error());
    Making making(m_dataDir, temporary, before.empty() ? QString() : before.front().folder, stop,
                  progress);
    Expected<> done;
    std::thread([&] {
        yieldToOthers();
        done = making.run(nowMs);
    }).join();
    if (done)
        done = renameDurably(temporary, name);
    if (!done) {
        QDir(temporary).removeRecursively();
        return fail(done.error());
    }
    for (std::size_t old = static_cast<std::size_t>(std::max(m_plan.keep, 1)) - 1;
         old < before.size(); ++old)
        QDir(before[old].folder).removeRecursively();
    auto report = std::move(making).report();
    report.folder = name;
    report.sameDisk = isSameDisk(m_dataDir, *station);
    return report;
}

Expected<std::optional<BackupReport>> Backup::runIfDue(std::stop_token stop)
{
    const auto due = isDue();
    if (!due)
        return fail(due.error());
    if (!*due)
        return std::nullopt;
    auto made = make(std::move(stop));
    if (!made && made.error().fault == Fault::StorageInUse)
        return std::nullopt;  // another program does it
    if (!made)
        return fail(made.error());
    return *std::move(made);
}

std::vector<BackupEntry> backupsIn(const QString &folder)
{
    std::vector<BackupEntry> entries;
    const auto look = [&](const QString &path) {
        if (auto manifest = readBackupManifest(path))
            entries.push_back({path, *std::move(manifest)});
    };
    const auto lookInside = [&](const QString &station) {
        for (const auto &backup : backupsOf(station, std::numeric_limits<qint64>::max()))
            look(backup.folder);
    };
    look(folder);
    if (entries.empty())
        lookInside(folder);
    if (entries.empty()) {
        const auto stations = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const auto &station : stations)
            lookInside(folder + u'/' + station);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto &one, const auto &other) {
        return one.manifest.madeAtMs > other.manifest.madeAtMs;
    });
    return entries;
}

}  // namespace station::store
