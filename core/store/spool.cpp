#include "core/store/spool.h"

#include "core/base/durable_file.h"

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
