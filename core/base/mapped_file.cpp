#include "core/base/mapped_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace station {

Expected<MappedFile> MappedFile::open(const QString &path, qint64 mostBytes)
{
    const auto refused = [&path](Fault fault, const char *what) {
        return fail(fault, QLatin1String(what), QFileInfo(path).fileName());
    };
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return refused(Fault::FileMissing, "open");
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    void *bytes = MAP_FAILED;
    if (known && status.st_size > 0 && status.st_size <= mostBytes)
        bytes = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                       file, 0);
    ::close(file);
    if (!known)
        return refused(Fault::FileUnreadable, "not a file");
    if (status.st_size == 0)
        return refused(Fault::FileEmpty, "0 bytes");
    if (status.st_size > mostBytes)
        return refused(Fault::FileTooLarge, "bytes");
    if (bytes == MAP_FAILED)
        return refused(Fault::FileUnreadable, "mmap");
    MappedFile mapped;
    mapped.m_bytes = QByteArray::fromRawData(static_cast<const char *>(bytes), status.st_size);
    return mapped;
}

MappedFile::MappedFile(MappedFile &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.isEmpty())
        ::munmap(const_cast<char *>(m_bytes.constData()), static_cast<std::size_t>(m_bytes.size()));
}

void MappedFile::release(qsizetype begin, qsizetype end) const
{
    const auto page = static_cast<qsizetype>(::sysconf(_SC_PAGESIZE));
    begin = (begin + page - 1) / page * page;
    end = end / page * page;
    if (begin < end)
        ::madvise(const_cast<char *>(m_bytes.constData()) + begin,
                  static_cast<std::size_t>(end - begin), MADV_DONTNEED);
}

}  // namespace station
