#include "core/sync/owner_index.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

QString isoText(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

std::optional<QDate> dateFrom(const QJsonValue &value)
{
    const auto date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

}  // namespace

Expected<QByteArray> sealedEntry(const OwnerIndexEntry &entry, const QString &key,
                                 const repository::ProvinceKey &provinceKey)
{
    const QJsonObject json{{u"schema"_s, 1},
                           {u"code"_s, entry.code},
                           {u"paper_type"_s, entry.paperType},
                           {u"paper_name"_s, entry.paperName},
                           {u"sha256"_s, entry.pdf.sha256},
                           {u"size"_s, entry.pdf.size},
                           {u"issued_on"_s, isoText(entry.issuedOn)},
                           {u"expires_on"_s, isoText(entry.expiresOn)},
                           {u"in_force"_s, entry.inForce},
                           {u"replaces"_s, entry.replacesSha256}};
    return provinceKey.seal(QJsonDocument(json).toJson(QJsonDocument::Compact), key.toUtf8());
}

Expected<OwnerIndexEntry> openEntry(const QByteArray &bytes, const QString &key,
                                    const repository::ProvinceKey &provinceKey)
{
    const auto plain = provinceKey.unseal(bytes, key.toUtf8());
    if (!plain)
        return fail(plain.error());
    const auto json = QJsonDocument::fromJson(*plain).object();
    if (json[u"schema"_s].toInt() != 1)
        return fail(Fault::RepositoryDamaged, u"owner index schema"_s);
    return OwnerIndexEntry{.code = json[u"code"_s].toString(),
                           .paperType = json[u"paper_type"_s].toString(),
                           .paperName = json[u"paper_name"_s].toString(),
                           .pdf = {json[u"sha256"_s].toString(), json[u"size"_s].toInteger()},
                           .issuedOn = dateFrom(json[u"issued_on"_s]),
                           .expiresOn = dateFrom(json[u"expires_on"_s]),
                           .inForce = json[u"in_force"_s].toBool(),
                           .replacesSha256 = json[u"replaces"_s].toString()};
}

}  // namespace station::sync
