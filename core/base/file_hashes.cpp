#include "core/base/file_hashes.h"

#include "core/base/sha256.h"

#include <QFile>

#include <sys/stat.h>

namespace station {
namespace {

constexpr qsizetype mostKnown = 10'000;  // two megabytes; a dossier has some dozen

}  // namespace

/// All zero: there is none.
FileHashes::Identity FileHashes::identityOf(const QString &path)
{
    struct stat file = {};
    if (::stat(QFile::encodeName(path).constData(), &file) != 0)
        return {};
    return {file.st_dev, file.st_ino, file.st_size, file.st_ctim.tv_sec, file.st_ctim.tv_nsec};
}

Expected<QString> FileHashes::of(const QString &path)
{
    // Before it is read: what takes its place meanwhile is another file the next time.
    const Identity file = identityOf(path);
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.constFind(path);
        if (known != m_known.cend() && known->file == file)
            return known->sha256;
    }
    auto sha256 = sha256OfFile(path);
    if (sha256) {
        const std::lock_guard lock(m_mutex);
        if (m_known.size() >= mostKnown)
            m_known.clear();
        m_known.insert(path, {file, *sha256});
    }
    return sha256;
}

}  // namespace station
