#pragma once

#include "tests/faults/disk_log.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace station::faults {

struct DiskRecord {
    DiskEvent event = DiskEvent::Sync;
    std::uint64_t node = 0;
    std::int64_t offset = 0;
    std::string first{};
    std::string second{};
    std::string data{};
};

/// Bugs that a program could have and ours must not: calls that it leaves out.
enum class Omission {
    None,
    FileSync,            ///< Files beside the database are renamed without fsync.
    FolderSync,          ///< A folder is not synced after a rename or link into it.
    ParentOfFolderSync,  ///< A folder is made and its parent is not synced.
    CommitSync,          ///< PRAGMA synchronous = NORMAL
    DatabaseSync,        ///< PRAGMA synchronous = OFF
};

/// What a disk may hold after a cut.
struct DiskImage {
    std::set<std::string> folders{};  ///< Parents come before what is in them.
    std::map<std::string, std::shared_ptr<const std::string>> files{};

    /// Writes all of it below an empty folder. What is the same in many images is linked from
    /// `pool`, unless a program changes such files in place.
    void writeTo(const std::string &folder, const std::string &pool) const;
    std::uint64_t fingerprint() const;
};

/// A disk as the calls of a program changed it, and what of that lasts.
///
/// The model is meaner than one file system: data that is not synced is lost, kept, or kept in
/// pieces of 4 KiB, and the size of the file may have grown without it; of what happened to
/// folders and was not synced, a first part is kept: of all together or of each folder apart.
/// A rename is one step; when only its new folder was synced, the file may also still have its
/// old name. As SQLite does we trust that a write changes no byte beside its own.
class Disk {
public:
    /// Everything in `folder` lasts already.
    explicit Disk(const std::string &folder);
    /// From now on the program has that bug.
    void omit(Omission omission) { m_omission = omission; }

    void apply(const DiskRecord &record);

    /// Nothing that is not synced: seed 0; all of it: seed 1; else something between.
    DiskImage afterCut(std::uint64_t seed) const;
    /// Without a cut; empty when `folder` holds the very same. Names the first file that differs:
    /// the recorder did not see all calls.
    std::string difference(const std::string &folder) const;

private:
    using Bytes = std::shared_ptr<const std::string>;
    struct Change {  ///< Of a file's content.
        bool resizes = false;
        std::int64_t offset = 0;
        std::string data{};
    };
    struct File {
        Bytes lasting = std::make_shared<const std::string>();
        std::vector<Change> pending{};
        bool ofDatabase = false;
    };
    using FileId = std::size_t;
    struct Entry {  ///< A change of folders; both names are whole paths.
        std::string removed{};
        std::string added{};
        FileId file = 0;
        bool isFolder = false;
        // Where the two lie by now: a folder above may have got another name.
        std::string removedIn = parentOf(removed);
        std::string addedIn = parentOf(added);
    };
    static std::string parentOf(const std::string &path);

    FileId fileOf(std::uint64_t node) const;
    void enter(const Entry &entry, std::map<std::string, FileId> &files,
               std::set<std::string> &folders) const;
    void change(Entry entry);
    void sync(std::uint64_t node);
    void syncFile(FileId file);
    bool isMainDatabase(FileId file) const;
    void syncFolder(const std::string &folder);
    void renameFolder(const std::string &from, const std::string &to);
    Bytes whole(const File &file) const;
    Bytes torn(const File &file, std::mt19937_64 &random) const;

    Omission m_omission = Omission::None;
    std::vector<File> m_files{};
    std::unordered_map<std::uint64_t, FileId> m_nodes{};
    std::unordered_map<std::uint64_t, std::string> m_folderNodes{};
    // The names as programs see them, and those that last.
    std::map<std::string, FileId> m_seenFiles{}, m_lastingFiles{};
    std::set<std::string> m_seenFolders{}, m_lastingFolders{};
    std::vector<Entry> m_pending{};
    // For omissions: what came since the last sync of a folder, and a journal to be synced.
    std::set<std::string> m_newFileIn{}, m_newFolderIn{};
    std::optional<FileId> m_waitingLog{};
};

/// The log in its order. A record that a kill cut off is left out.
std::vector<DiskRecord> readDiskLog(const std::string &file);

/// SQLite's files.
bool isOfDatabase(const std::string &path);

}  // namespace station::faults
