#pragma once

#include "core/base/expected.h"
#include "core/dossier/copies.h"
#include "core/repository/province_key.h"
#include "core/repository/repository.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace station::sync {

/// A stored copy that its owner need not bring again.
struct ReusablePaper {
    dossier::ReusedCopy copy;  ///< Ready to be put into a component.
    QString paperType{};
    QString paperName{};
    std::optional<QDate> issuedOn{};
    std::optional<QDate> expiresOn{};  ///< The last day of validity.
};

class OwnerLookup {
public:
    OwnerLookup(repository::Repository &repository, const repository::ProvinceKey &key);

    /// Papers of the owner that are in force on `today`, newest first. Expired
    /// ones and entries that cannot be read are left out.
    Expected<std::vector<ReusablePaper>> papersOf(const QString &ownerId, const QDate &today);

private:
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
};

}  // namespace station::sync
