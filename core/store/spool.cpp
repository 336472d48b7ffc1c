#include "core/store/spool.h"

#include "core/base/durable_file.h"

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

}  // namespace station::store
