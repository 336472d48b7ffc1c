#pragma once

#include "core/base/expected.h"
#include "core/dossier/copies.h"
#include "core/repository/province_key.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace station::sync {

/// One entry below `ctl/own/<hmac>/`: a stored copy of this owner. The whole
/// body is sealed; its key is the context, so an entry that was moved to
/// another owner does not open.
struct OwnerIndexEntry {
    QString code{};
    QString paperType{};
    QString paperName{};
    dossier::Blob pdf{};
    std::optional<QDate> issuedOn{};
    std::optional<QDate> expiresOn{};
    bool inForce = true;       ///< False: whoever stored the copy took it back.
    QString replacesSha256{};  ///< The copy whose place this one took; empty: it is the first.

    bool operator==(const OwnerIndexEntry &) const = default;
};

Expected<QByteArray> sealedEntry(const OwnerIndexEntry &entry, const QString &key,
                                 const repository::ProvinceKey &provinceKey);
Expected<OwnerIndexEntry> openEntry(const QByteArray &bytes, const QString &key,
                                    const repository::ProvinceKey &provinceKey);

}  // namespace station::sync
