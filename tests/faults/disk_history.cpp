#include "tests/faults/disk_history.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fs = std::filesystem;

namespace station::faults {
namespace {

constexpr std::int64_t pieceSize = 4096;

std::string readFile(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeFile(const std::string &path, const std::string &bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const auto written = file < 0 ? -1 : ::write(file, bytes.data(), bytes.size());
    if (written != static_cast<ssize_t>(bytes.size()))
        std::abort();  // the disk of the test is full
    ::close(file);
}

/// Shared memory of SQLite; it means nothing after a start and is written by mapping.
bool isForgotten(const std::string &path)
{
    return path.ends_with("-shm");
}

/// In a path that is `from` or lies below it, `to` instead.
void moveBelow(std::string &path, const std::string &from, const std::string &to)
{
    if (path == from || path.starts_with(from + '/'))
        path = to + path.substr(from.size());
}

void put(std::string &bytes, std::int64_t offset, std::string_view data)
{
    const auto at = static_cast<std::size_t>(offset);
    if (bytes.size() < at + data.size())
        bytes.resize(at + data.size());
    std::memcpy(bytes.data() + at, data.data(), data.size());
}

std::uint64_t nodeAt(const fs::path &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

std::uint64_t hashOf(std::string_view bytes)
{
    return std::hash<std::string_view>{}(bytes);
}

}  // namespace

bool isOfDatabase(const std::string &path)
{
    return path.ends_with("station.db") || path.ends_with("station.db-wal") ||
           path.ends_with("station.db-journal") || path.ends_with("station.db-shm");
}

/// "." for what lies in the recorded folder itself; nothing has no parent.
std::string Disk::parentOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return path.empty() ? path : slash == std::string::npos ? "." : path.substr(0, slash);
}

Disk::Disk(const std::string &folder)
{
    m_folderNodes[nodeAt(folder)] = ".";
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        const auto path = fs::relative(entry.path(), folder).string();
        if (entry.is_directory()) {
            m_folderNodes[nodeAt(entry.path())] = path;
            m_seenFolders.insert(path);
        } else {
            const auto node = nodeAt(entry.path());
            if (!m_nodes.contains(node)) {
                m_nodes[node] = m_files.size();
                m_files.push_back(
                    {.lasting = std::make_shared<const std::string>(readFile(entry.path())),
                     .ofDatabase = isOfDatabase(path)});
            }
            m_seenFiles[path] = m_nodes[node];
        }
    }
    m_lastingFiles = m_seenFiles;
    m_lastingFolders = m_seenFolders;
}

Disk::FileId Disk::fileOf(std::uint64_t node) const
{
    const auto found = m_nodes.find(node);
    if (found == m_nodes.end())
        std::abort();  // a file that was never made: the log is not whole
    return found->second;
}

void Disk::apply(const DiskRecord &record)
{
    switch (record.event) {
    case DiskEvent::Create:
        m_nodes[record.node] = m_files.size();
        m_files.push_back({.ofDatabase = isOfDatabase(record.first)});
        if (!record.first.empty())  // else without a name until it is linked
            change({{}, record.first, m_files.size() - 1, false});
        break;
    case DiskEvent::MakeFolder:
        m_folderNodes[record.node] = record.first;
        m_newFolderIn.insert(parentOf(record.first));
        change({{}, record.first, 0, true});
        break;
    case DiskEvent::Write:
        if (m_waitingLog && isMainDatabase(fileOf(record.node)))
            syncFile(*std::exchange(m_waitingLog, std::nullopt));  // a checkpoint begins
        m_files[fileOf(record.node)].pending.push_back({false, record.offset, record.data});
        break;
    case DiskEvent::Resize:
        m_files[fileOf(record.node)].pending.push_back({true, record.offset, {}});
        break;
    case DiskEvent::Sync:
        sync(record.node);
        break;
    case DiskEvent::Rename:
        if (m_seenFolders.contains(record.first)) {
            renameFolder(record.first, record.second);
            break;
        }
        if (!isOfDatabase(record.second))
            m_newFileIn.insert(parentOf(record.second));
        change({record.first, record.second, m_seenFiles.at(record.first), false});
        break;
    case DiskEvent::Link:
        if (isOfDatabase(record.second))
            m_files[fileOf(record.node)].ofDatabase = true;
        else
            m_newFileIn.insert(parentOf(record.second));
        change({{}, record.second, fileOf(record.node), false});
        break;
    case DiskEvent::Remove:
        change({record.first, {}, 0, false});
        break;
    case DiskEvent::RemoveFolder:
        change({record.first, {}, 0, true});
        break;
    case DiskEvent::Acknowledgement:
        break;
    }
}

void Disk::sync(std::uint64_t node)
{
    const auto folder = m_folderNodes.find(node);
    if (folder == m_folderNodes.end()) {
        const auto file = fileOf(node);
        if (!m_files[file].ofDatabase) {
            if (m_omission != Omission::FileSync)
                syncFile(file);
        } else if (m_omission == Omission::CommitSync && !isMainDatabase(file)) {
            m_waitingLog = file;
        } else if (m_omission != Omission::DatabaseSync) {
            syncFile(file);
        }
        return;
    }
    const bool hasNewFile = m_newFileIn.erase(folder->second) > 0;
    const bool hasNewFolder = m_newFolderIn.erase(folder->second) > 0;
    const bool isOmitted = (m_omission == Omission::FolderSync && hasNewFile) ||
                           (m_omission == Omission::ParentOfFolderSync && hasNewFolder);
    if (!isOmitted)
        syncFolder(folder->second);
}

bool Disk::isMainDatabase(FileId file) const
{
    return std::ranges::any_of(m_seenFiles, [&](const auto &name) {
        return name.second == file && name.first.ends_with("station.db");
    });
}

void Disk::syncFile(FileId id)
{
    auto &file = m_files[id];
    file.lasting = whole(file);
    file.pending.clear();
}

void Disk::enter(const Entry &entry, std::map<std::string, FileId> &files,
                 std::set<std::string> &folders) const
{
    if (entry.isFolder) {
        if (!entry.removed.empty() && !entry.added.empty()) {
            std::set<std::string> movedFolders;
            for (auto path : folders) {
                moveBelow(path, entry.removed, entry.added);
                movedFolders.insert(path);
            }
            std::map<std::string, FileId> movedFiles;
            for (const auto &[old, id] : files) {
                auto path = old;
                moveBelow(path, entry.removed, entry.added);
                movedFiles[path] = id;
            }
            folders = std::move(movedFolders);
            files = std::move(movedFiles);
            return;
        }
        if (!entry.removed.empty())
            folders.erase(entry.removed);
        if (!entry.added.empty())
            folders.insert(entry.added);
        return;
    }
    if (!entry.removed.empty())
        files.erase(entry.removed);
    if (!entry.added.empty())
        files[entry.added] = entry.file;
}

void Disk::change(Entry entry)
{
    enter(entry, m_seenFiles, m_seenFolders);
    m_pending.push_back(std::move(entry));
}

void Disk::renameFolder(const std::string &from, const std::string &to)
{
    for (auto &[node, path] : m_folderNodes)
        moveBelow(path, from, to);
    for (auto &entry : m_pending) {
        moveBelow(entry.removedIn, from, to);
        moveBelow(entry.addedIn, from, to);
    }
    change({from, to, 0, true});
}

void Disk::syncFolder(const std::string &folder)
{
    std::vector<Entry> left;
    for (auto &entry : m_pending) {
        const bool ofOld = entry.removedIn == folder;
        const bool ofNew = entry.addedIn == folder;
        if (!ofOld && !ofNew) {
            left.push_back(std::move(entry));
            continue;
        }
        if (entry.isFolder && !entry.removed.empty() && !entry.added.empty()) {
            // What happened in it before will happen under its new name.
            for (auto &before : left) {
                moveBelow(before.removed, entry.removed, entry.added);
                moveBelow(before.added, entry.removed, entry.added);
            }
        } else if (ofNew && !ofOld && !entry.removed.empty()) {
            Entry old{entry.removed, {}, 0, false};  // the old name may stay
            old.removedIn = entry.removedIn;
            left.push_back(std::move(old));
            entry.removed.clear();
        }
        enter(entry, m_lastingFiles, m_lastingFolders);
    }
    m_pending = std::move(left);
}

Disk::Bytes Disk::whole(const File &file) const
{
    if (file.pending.empty())
        return file.lasting;
    std::string bytes = *file.lasting;
    for (const auto &change : file.pending) {
        if (change.resizes)
            bytes.resize(static_cast<std::size_t>(change.offset));
        else
            put(bytes, change.offset, change.data);
    }
    return std::make_shared<const std::string>(std::move(bytes));
}

Disk::Bytes Disk::torn(const File &file, std::mt19937_64 &random) const
{
    if (file.pending.empty())
        return file.lasting;
    switch (random() % 4) {
    case 0:
        return file.lasting;
    case 1:
        return whole(file);
    default:
        break;
    }
    const auto keptOfEight = 1 + random() % 7;
    const auto isKept = [&] { return random() % 8 < keptOfEight; };
    std::string bytes = *file.lasting;
    std::int64_t size = static_cast<std::int64_t>(bytes.size());
    for (const auto &change : file.pending) {
        if (change.resizes) {
            if (isKept()) {
                bytes.resize(static_cast<std::size_t>(change.offset));
                size = change.offset;
            }
            continue;
        }
        const auto end = change.offset + static_cast<std::int64_t>(change.data.size());
        size = std::max(size, end);
        for (auto at = change.offset; at < end;) {
            const auto next = std::min(end, (at / pieceSize + 1) * pieceSize);
            if (isKept())
                put(bytes, at,
                    std::string_view(change.data)
                        .substr(static_cast<std::size_t>(at - change.offset),
                                static_cast<std::size_t>(next - at)));
            at = next;
        }
    }
    // The size may be known before the data is there.
    if (random() % 2 == 0 && size > static_cast<std::int64_t>(bytes.size()))
        bytes.resize(static_cast<std::size_t>(size));
    return std::make_shared<const std::string>(std::move(bytes));
}

DiskImage Disk::afterCut(std::uint64_t seed) const
{
    std::mt19937_64 random(seed);
    auto files = m_lastingFiles;
    auto folders = m_lastingFolders;
    const bool apart = seed > 1 && random() % 2 == 0;
    const auto cutOf = [&](std::size_t count) {
        return seed == 0 ? 0 : seed == 1 ? count : random() % (count + 1);
    };
    std::map<std::string, std::size_t> left;  // of each folder; "" for all together
    const auto folderOf = [&](const Entry &entry) {
        return !apart ? std::string() : entry.added.empty() ? entry.removedIn : entry.addedIn;
    };
    for (const auto &entry : m_pending)
        ++left[folderOf(entry)];
    for (auto &[folder, count] : left)
        count = cutOf(count);
    for (const auto &entry : m_pending) {
        auto &count = left[folderOf(entry)];
        if (count == 0)
            continue;
        --count;
        enter(entry, files, folders);
    }

    DiskImage image;
    for (const auto &folder : folders) {
        const auto parent = parentOf(folder);
        if (parent == "." || image.folders.contains(parent))
            image.folders.insert(folder);
    }
    std::map<FileId, Bytes> contents;  // one file may have two names
    for (const auto &[path, id] : files) {
        const auto parent = parentOf(path);
        if (isForgotten(path) || (parent != "." && !image.folders.contains(parent)))
            continue;
        auto &bytes = contents[id];
        if (!bytes)
            bytes = seed == 0   ? m_files[id].lasting
                    : seed == 1 ? whole(m_files[id])
                                : torn(m_files[id], random);
        image.files[path] = bytes;
    }
    return image;
}

std::string Disk::difference(const std::string &folder) const
{
    const Disk real(folder);
    if (real.m_seenFolders != m_seenFolders)
        return "folders";
    const auto namesOf = [](const std::map<std::string, FileId> &files) {
        std::vector<std::string> names;
        for (const auto &[path, id] : files) {
            if (!isForgotten(path))
                names.push_back(path);
        }
        return names;
    };
    const auto names = namesOf(m_seenFiles);
    if (namesOf(real.m_seenFiles) != names)
        return "files";
    for (const auto &name : names) {
        if (*whole(m_files[m_seenFiles.at(name)]) !=
            *whole(real.m_files[real.m_seenFiles.at(name)]))
            return name;
    }
    return {};
}

void DiskImage::writeTo(const std::string &folder, const std::string &pool) const
{
    for (const auto &path : folders)
        ::mkdir((folder + '/' + path).c_str(), 0700);
    for (const auto &[path, bytes] : files) {
        const std::string to = folder + '/' + path;
        if (isOfDatabase(path)) {
            writeFile(to, *bytes);
            continue;
        }
        const std::string kept =
            pool + '/' + std::to_string(hashOf(*bytes)) + '-' + std::to_string(bytes->size());
        if (::access(kept.c_str(), F_OK) != 0)
            writeFile(kept, *bytes);
        if (::link(kept.c_str(), to.c_str()) != 0)
            std::abort();
    }
}

std::uint64_t DiskImage::fingerprint() const
{
    std::uint64_t sum = 0;
    const auto add = [&](std::uint64_t hash) { sum = (sum ^ hash) * 0x9E3779B97F4A7C15U + 1; };
    for (const auto &path : folders)
        add(hashOf(path));
    for (const auto &[path, bytes] : files) {
        add(hashOf(path));
        add(hashOf(*bytes));
    }
    return sum;
}

std::vector<DiskRecord> readDiskLog(const std::string &file)
{
    const std::string bytes = readFile(file);
    std::vector<DiskRecord> records;
    for (std::size_t at = 0; at + sizeof(DiskRecordHead) <= bytes.size();) {
        DiskRecordHead head;
        std::memcpy(&head, bytes.data() + at, sizeof head);
        at += sizeof head;
        if (at + head.firstLength + head.secondLength + head.dataLength > bytes.size())
            break;
        const auto take = [&](std::uint32_t length) {
            at += length;
            return bytes.substr(at - length, length);
        };
        DiskRecord record{head.event, head.node, head.offset, {}, {}, {}};
        record.first = take(head.firstLength);
        record.second = take(head.secondLength);
        record.data = take(head.dataLength);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace station::faults
