#include "core/store/spool.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace station::store {

Spool::Spool(const QString &dataDir) : m_root(dataDir + QStringLiteral("/spool/")) {}

Expected<QString> Spool::folder(const QString &dossierUuid) const
{
    const QString path = m_root + dossierUuid;
    if (const auto made = makeDirectoryDurably(path); !made)
        return fail(made.error());
    return path;
}

QString Spool::file(const QString &dossierUuid, const QString &sideId, const QString &ending) const
{
    return m_root + dossierUuid + QLatin1Char('/') + sideId + QLatin1Char('.') + ending;
}

QStringList Spool::files(const QString &dossierUuid, const QString &sideId) const
{
    QStringList paths;
    const QDir folder(m_root + dossierUuid);
    const auto names = folder.entryList({sideId + QStringLiteral(".*")}, QDir::Files);
    for (const auto &name : names)
        paths << folder.filePath(name);
    return paths;
}

Expected<> Spool::remove(const QString &dossierUuid, const QString &sideId) const
{
    for (const auto &file : files(dossierUuid, sideId)) {
        if (auto removed = removeDurably(file); !removed)
            return removed;
    }
    return {};
}

void Spool::removeEmpty(const QString &dossierUuid) const
{
    QDir().rmdir(m_root + dossierUuid);
}

Expected<> Spool::shareOriginal(const QString &dossierUuid, const QString &from,
                                const QString &to) const
{
    const auto parent = folder(dossierUuid);
    if (!parent)
        return fail(parent.error());
    const QString ending = QStringLiteral("original.jpg");
    const QString source = file(dossierUuid, from, ending);
    // Under a name that recovery removes, should a kill come now.
    const QString temporary = *parent + QStringLiteral("/.tmp-") + to;
    const bool shared = ::link(QFile::encodeName(source).constData(),
                               QFile::encodeName(temporary).constData()) == 0;
    if (!shared && !QFile::copy(source, temporary))
        return fail(Fault::StorageFailed, QStringLiteral("copy of an original"));
    return renameDurably(temporary, file(dossierUuid, to, ending));
}

}  // namespace station::store
