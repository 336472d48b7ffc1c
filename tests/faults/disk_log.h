#pragma once

#include <cstdint>

namespace station::faults {

/// What one record of a disk log says. Paths are relative to the folder that is recorded; a node
/// is an inode, the identity of a file or folder whatever it is called.
enum class DiskEvent : std::uint32_t {
    Create,           ///< A file `node` at `first`.
    MakeFolder,       ///< A folder `node` at `first`.
    Write,            ///< `data` into `node` at `offset`.
    Resize,           ///< `node` to `offset` bytes.
    Sync,             ///< `node`, a file or a folder.
    Rename,           ///< `first` to `second`.
    Link,             ///< `node` also at `second`.
    Remove,           ///< The file `first`.
    RemoveFolder,     ///< The folder `first`.
    Acknowledgement,  ///< `data` was told to the world outside.
};

/// In the file followed by `first`, `second` and `data`.
struct DiskRecordHead {
    DiskEvent event = DiskEvent::Sync;
    std::uint32_t firstLength = 0;
    std::uint32_t secondLength = 0;
    std::uint32_t dataLength = 0;
    std::uint64_t node = 0;
    std::int64_t offset = 0;
};

// The environment of a recorded program.
constexpr const char *recordedFolder = "STATION_RECORDED_FOLDER";  ///< Absolute, no links in it.
constexpr const char *recordedTo = "STATION_RECORDED_TO";          ///< The log; appended to.
/// Ends the program like kill -9 right after its n-th record, from 1.
constexpr const char *recordedUntil = "STATION_RECORDED_UNTIL";

}  // namespace station::faults
