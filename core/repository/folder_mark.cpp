#include "core/repository/folder_mark.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"

#include <utility>

namespace station::repository {
namespace {

constexpr qint64 mostBytes = 8192;

QString lineOf(const QByteArray &bytes, int number)
{
    return QString::fromUtf8(bytes.split('\n').value(number));
}

}  // namespace

FolderMark::FolderMark(QString root, QString memory)
    : m_root(std::move(root)), m_memory(std::move(memory))
{
}

QString FolderMark::there() const
{
    const auto bytes = readWhole(m_root + QStringLiteral("/.tram-so-hoa"), mostBytes);
    return bytes ? lineOf(*bytes, 0) : QString();
}

void FolderMark::remember(const QString &id)
{
    m_known = id;
    (void)writeDurably(m_memory, id.toUtf8() + '\n' + m_root.toUtf8() + '\n');
}

Expected<> FolderMark::compare()
{
    if (m_memory.isEmpty())
        return {};
    if (m_known.isEmpty()) {
        const auto bytes = readWhole(m_memory, mostBytes);
        if (bytes && lineOf(*bytes, 1) == m_root)
            m_known = lineOf(*bytes, 0);
    }
    const QString id = there();
    if (m_known.isEmpty() && !id.isEmpty())
        remember(id);
    if (id == m_known)
        return {};
    return fail(Fault::RepositoryDown,
                id.isEmpty() ? QStringLiteral("the folder has lost its mark: share not mounted?")
                             : QStringLiteral("another folder is mounted there"));
}

Expected<> FolderMark::check()
{
    const std::lock_guard lock(m_mutex);
    return compare();
}

Expected<> FolderMark::checkOrMake()
{
    const std::lock_guard lock(m_mutex);
    if (const auto same = compare(); !same || m_memory.isEmpty() || !m_known.isEmpty())
        return same;
    const auto made =
        createDurably(m_root + QStringLiteral("/.tram-so-hoa"), newUuid7().toUtf8() + '\n');
    // Another station was faster: its mark counts.
    if (!made && made.error().fault != Fault::Conflict)
        return made;
    remember(there());
    return {};
}

Expected<> FolderMark::forget(const QString &memory)
{
    return removeDurably(memory);
}

}  // namespace station::repository
