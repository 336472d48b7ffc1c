#include "core/sync/owner_lookup.h"

#include "core/repository/layout.h"
#include "core/sync/owner_index.h"

#include <algorithm>
#include <utility>

namespace station::sync {
namespace {

bool isValid(const OwnerIndexEntry &entry, const QDate &today)
{
    return entry.inForce && (!entry.expiresOn || *entry.expiresOn >= today);
}

}  // namespace

OwnerLookup::OwnerLookup(repository::Repository &repository, const repository::ProvinceKey &key)
    : m_repository(repository), m_key(key)
{
}

Expected<std::vector<ReusablePaper>> OwnerLookup::papersOf(const QString &ownerId,
                                                           const QDate &today)
{
    auto keys = m_repository.list(repository::layout::ownerIndex(m_key, ownerId));
    if (!keys)
        return fail(keys.error());
    std::ranges::reverse(*keys);  // they begin with the day

    std::vector<ReusablePaper> papers;
    for (const auto &key : std::as_const(*keys)) {
        const auto bytes = m_repository.get(key);
        if (!bytes)
            return fail(bytes.error());
        const auto entry = openEntry(*bytes, key, m_key);
        if (!entry || !isValid(*entry, today))
            continue;
        if (const auto code = codes::DigitizationCode::parse(entry->code)) {
            papers.push_back({{entry->pdf, *code},
                              entry->paperType,
                              entry->paperName,
                              entry->issuedOn,
                              entry->expiresOn});
        }
    }
    return papers;
}

}  // namespace station::sync
