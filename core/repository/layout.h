#pragma once

#include "core/repository/province_key.h"

#include <QDate>
#include <QString>
#include <QStringList>

/// Every key of the repository. No name, personal id, dossier code or
/// digitization code ever stands in one; they go through ProvinceKey.
namespace station::repository::layout {

/// A key is relative, has the area `doc/` or `ctl/`, and only [A-Za-z0-9._-]
/// between its slashes; no part is empty or begins with a dot.
bool isKey(const QString &key);

QString blob(const QString &sha256);  ///< doc/v1/aa/<sha256>
QString manifests(int year, const QString &office, const QString &dossierUuid);  ///< Prefix.
QString manifest(int year, const QString &office, const QString &dossierUuid,
                 const QString &sha256);  ///< doc/man/v1/<yyyy>/<office>/<uuid>/<sha256>.json
QString dossierPointer(const ProvinceKey &key, const QString &dossierCode);  ///< ctl/dos/<hmac>
QString codeClaim(const ProvinceKey &key, const QString &digitizationCode);  ///< ctl/code/<hmac>
QString ownerIndex(const ProvinceKey &key, const QString &ownerId);  ///< Prefix ctl/own/<hmac>/
// What is hidden by an older version of the key is looked for there, too. The newest first.
QStringList dossierPointers(const ProvinceKey &key, const QString &dossierCode);
QStringList codeClaims(const ProvinceKey &key, const QString &digitizationCode);
QStringList ownerIndexes(const ProvinceKey &key, const QString &ownerId);
QString ownerIndexEntry(const ProvinceKey &key, const QString &ownerId, const QDate &day,
                        const QString &digitizationCode,
                        const QString &sha256);  ///< …<yyyymmdd>-<hmac8 of both>.json
QString events(const QString &department);       ///< Prefix ctl/evt/<department>/
QString eventsOf(const QString &department, const QDate &day);  ///< …<yyyymmdd>/
QString event(const QString &department, const QDate &day,
              const QString &eventId);  ///< …<yyyymmdd>/<uuidv7>.json
QString acknowledgement(const QString &department,
                        const QString &eventId);  ///< ctl/ack/<department>/<uuidv7>.json

}  // namespace station::repository::layout
