#include "core/sync/owner_lookup.h"

#include "core/base/clock.h"
#include "core/repository/layout.h"
#include "core/sync/owner_index.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::sync {

namespace layout = repository::layout;

using store::OwnerEntry;

namespace {

constexpr qint64 freshMs = 10LL * 60 * 1000;
constexpr qint64 silentMs = 60LL * 1000;

/// A time in the future was noted by a wrong clock.
bool isWithin(qint64 atMs, qint64 nowMs, qint64 ageMs)
{
    return atMs > 0 && atMs <= nowMs && nowMs - atMs < ageMs;
}

QString nameOf(const QString &key)
{
    return key.section(u'/', -1);
}

struct ReadEntry {
    OwnerIndexEntry entry{};
    QDate storedOn{};
};

/// Once each: under a further version of the key an entry has the same name. The newest first.
std::vector<ReadEntry> readable(const std::vector<OwnerEntry> &entries,
                                const repository::ProvinceKey &key)
{
    std::vector<ReadEntry> read;
    QSet<QString> names;
    for (const auto &[entryKey, body] : entries) {
        const QString name = nameOf(entryKey);
        auto entry = openEntry(body, entryKey, key);
        if (!entry || names.contains(name))
            continue;
        names.insert(name);
        read.push_back({*std::move(entry), QDate::fromString(name.left(8), u"yyyyMMdd"_s)});
    }
    std::ranges::stable_sort(read, std::ranges::greater(), &ReadEntry::storedOn);
    return read;
}

std::vector<StoredPaper> papersIn(const std::vector<ReadEntry> &entries, const QDate &today)
{
    QHash<QString, QString> newerCode;  // by the copy whose place it took
    QSet<QString> withdrawn;
    for (const auto &[entry, day] : entries) {
        if (!entry.inForce)
            withdrawn.insert(entry.pdf.sha256);
        if (!entry.replacesSha256.isEmpty())
            newerCode.insert(entry.replacesSha256, entry.code);
    }
    std::vector<StoredPaper> papers;
    QSet<QString> seen;
    for (const auto &[entry, day] : entries) {
        const auto code = codes::DigitizationCode::parse(entry.code);
        if (!code || seen.contains(entry.code + u' ' + entry.pdf.sha256))
            continue;
        seen.insert(entry.code + u' ' + entry.pdf.sha256);
        StoredPaper paper{.copy = {entry.pdf, *code},
                          .paperType = entry.paperType,
                          .paperName = entry.paperName,
                          .issuedOn = entry.issuedOn,
                          .expiresOn = entry.expiresOn,
                          .storedOn = day,
                          .supersededBy = newerCode.value(entry.pdf.sha256)};
        if (withdrawn.contains(entry.pdf.sha256))
            paper.standing = Standing::Withdrawn;
        else if (!paper.supersededBy.isEmpty())
            paper.standing = Standing::Superseded;
        else if (entry.expiresOn && *entry.expiresOn < today)
            paper.standing = Standing::Expired;
        papers.push_back(std::move(paper));
    }
    std::ranges::stable_sort(papers, {}, &StoredPaper::standing);
    return papers;
}

}  // namespace

OwnerLookup::OwnerLookup(repository::Repository &repository, const repository::ProvinceKey &key)
    : m_repository(repository), m_key(key)
{
}

Expected<OwnerPapers> OwnerLookup::papersOf(store::Store &store, const QString &ownerId,
                                            qint64 nowMs, Ask ask)
{
    const auto prefixes = layout::ownerIndexes(m_key, ownerId);
    const auto known = [&]() -> Expected<store::OwnerAnswer> {
        store::OwnerAnswer all;
        for (const auto &prefix : prefixes) {
            auto answer = store.ownerAnswer(prefix);
            if (!answer)
                return answer;
            if (prefix == prefixes.front()) {
                all.askedAtMs = answer->askedAtMs;
                all.triedAtMs = answer->triedAtMs;
            }
            std::ranges::move(answer->entries, std::back_inserter(all.entries));
        }
        return all;
    };
    auto answer = known();
    if (!answer)
        return fail(answer.error());
    const bool isSilent =
        answer->triedAtMs != answer->askedAtMs && isWithin(answer->triedAtMs, nowMs, silentMs);
    OwnerPapers result;
    if (ask == Ask::WhenOld && isSilent) {
        result.unanswered = Error{Fault::RepositoryDown, u"asked a moment ago"_s};
    } else if (ask == Ask::Always || !isWithin(answer->askedAtMs, nowMs, freshMs)) {
        const auto keys = refresh(store, prefixes, answer->entries);
        const auto noted = keys ? Expected<>() : store.noteNoOwnerAnswer(prefixes.front());
        answer = noted ? known() : Expected<store::OwnerAnswer>(fail(noted.error()));
        if (!answer)
            return fail(answer.error());
        if (keys) {
            const QSet<QString> present(keys->begin(), keys->end());
            std::erase_if(answer->entries,
                          [&](const OwnerEntry &entry) { return !present.contains(entry.key); });
        } else {
            result.unanswered = keys.error();
        }
    }
    result.asOfMs = answer->askedAtMs;
    result.papers = papersIn(readable(answer->entries, m_key), inVietnam(nowMs).date());
    return result;
}

Expected<QStringList> OwnerLookup::refresh(store::Store &store, const QStringList &prefixes,
                                           const std::vector<OwnerEntry> &known)
{
    QStringList present;
    std::vector<OwnerEntry> fetched;
    for (const auto &prefix : prefixes) {
        const auto keys = m_repository.list(prefix);
        if (!keys)
            return fail(keys.error());
        for (const auto &key : *keys) {
            if (std::ranges::find(known, key, &OwnerEntry::key) != known.end()) {
                present << key;
                continue;
            }
            auto bytes = m_repository.get(key);
            if (bytes) {
                present << key;
                fetched.push_back({key, *std::move(bytes)});
                continue;
            }
            // One entry that is damaged hides no other.
            const auto fault = bytes.error().fault;
            if (fault != Fault::RepositoryDamaged && fault != Fault::FileMissing)
                return fail(bytes.error());
        }
    }
    if (const auto saved = store.saveOwnerAnswer(prefixes.front(), fetched); !saved)
        return fail(saved.error());
    return present;
}

}  // namespace station::sync
