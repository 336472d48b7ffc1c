#include "core/repository/layout.h"

#include <QRegularExpression>

namespace station::repository::layout {
namespace {

QString compact(const QDate &day)
{
    return day.toString(QStringLiteral("yyyyMMdd"));
}

QStringList keysBelow(const char *place, const QStringList &names, const char *end = "")
{
    QStringList keys;
    for (const auto &name : names)
        keys << QLatin1String(place) + name + QLatin1String(end);
    return keys;
}

}  // namespace

bool isKey(const QString &key)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        QStringLiteral("(doc|ctl)(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")));
    return form.match(key).hasMatch();
}

QString blob(const QString &sha256)
{
    return QStringLiteral("doc/v1/%1/%2").arg(sha256.left(2), sha256);
}

QString manifests(int year, const QString &office, const QString &dossierUuid)
{
    return QStringLiteral("doc/man/v1/%1/%2/%3/").arg(QString::number(year), office, dossierUuid);
}

QString manifest(int year, const QString &office, const QString &dossierUuid, const QString &sha256)
{
    return manifests(year, office, dossierUuid) + sha256 + QStringLiteral(".json");
}

QString dossierPointer(const ProvinceKey &key, const QString &dossierCode)
{
    return dossierPointers(key, dossierCode).front();
}

QStringList dossierPointers(const ProvinceKey &key, const QString &dossierCode)
{
    return keysBelow("ctl/dos/", key.hiddenByEach("dossier", dossierCode));
}

QString codeClaim(const ProvinceKey &key, const QString &digitizationCode)
{
    return codeClaims(key, digitizationCode).front();
}

QStringList codeClaims(const ProvinceKey &key, const QString &digitizationCode)
{
    return keysBelow("ctl/code/", key.hiddenByEach("code", digitizationCode));
}

QString ownerIndex(const ProvinceKey &key, const QString &ownerId)
{
    return ownerIndexes(key, ownerId).front();
}

QStringList ownerIndexes(const ProvinceKey &key, const QString &ownerId)
{
    return keysBelow("ctl/own/", key.hiddenByEach("owner", ownerId), "/");
}

QString ownerIndexEntry(const ProvinceKey &key, const QString &ownerId, const QDate &day,
                        const QString &digitizationCode, const QString &sha256)
{
    // A corrected copy has its code from the one before, maybe of the same day.
    const QString copy = digitizationCode + QLatin1Char(' ') + sha256;
    const QString name = key.hidden("copy", copy).section(QLatin1Char('-'), 1);
    return ownerIndex(key, ownerId) + QStringLiteral("%1-%2.json").arg(compact(day), name.left(8));
}

QString events(const QString &department)
{
    return QStringLiteral("ctl/evt/%1/").arg(department);
}

QString eventsOf(const QString &department, const QDate &day)
{
    return events(department) + compact(day) + QLatin1Char('/');
}

QString event(const QString &department, const QDate &day, const QString &eventId)
{
    return eventsOf(department, day) + eventId + QStringLiteral(".json");
}

QString acknowledgement(const QString &department, const QString &eventId)
{
    return QStringLiteral("ctl/ack/%1/%2.json").arg(department, eventId);
}

}  // namespace station::repository::layout
