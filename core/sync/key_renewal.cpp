#include "core/sync/key_renewal.h"

#include "core/base/sha256.h"
#include "core/repository/layout.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace station::sync {

namespace layout = repository::layout;

namespace {

constexpr int atOnce = 50;
constexpr qint64 atEnd = std::numeric_limits<qint64>::max();

}  // namespace

KeyRenewal::KeyRenewal(store::Store &store, repository::Repository &repository,
                       const repository::ProvinceKey &key)
    : m_store(store), m_repository(repository), m_key(key)
{
}

QString KeyRenewal::task() const
{
    return u"renewed k%1"_s.arg(m_key.version());
}

Expected<bool> KeyRenewal::isDue() const
{
    if (m_key.versions().size() < 2)
        return false;
    const auto reached = m_store.upkeepMark(task());
    if (!reached)
        return fail(reached.error());
    return *reached != atEnd;
}

Expected<RenewalReport> KeyRenewal::run(const std::stop_token &stop, const OnProgress &onProgress)
{
    RenewalReport report;
    const auto due = isDue();
    if (!due)
        return fail(due.error());
    report.complete = !*due;
    while (!report.complete) {
        const auto reached = m_store.upkeepMark(task());
        const auto next =
            reached ? m_store.handedOverAfter(*reached, atOnce)
                    : Expected<std::vector<store::NumberedDossier>>(fail(reached.error()));
        if (!next)
            return fail(next.error());
        qint64 mark = atEnd;
        for (const auto &dossier : *next) {
            if (stop.stop_requested())
                return fail(Fault::Cancelled);
            const auto renewed = renewDossier(dossier.uuid);
            if (!renewed)
                return fail(renewed.error());
            report.objects += *renewed;
            ++report.dossiers;
            mark = dossier.number;
        }
        if (const auto noted = m_store.noteUpkeepMark(task(), mark); !noted)
            return fail(noted.error());
        report.complete = next->empty();
        if (onProgress)
            onProgress(report);
    }
    return report;
}

Expected<int> KeyRenewal::renewDossier(const QString &uuid)
{
    const auto dossier = m_store.load(uuid);
    if (!dossier)
        return fail(dossier.error());
    int renewed = 0;
    const auto add = [&](const Expected<int> &some) -> Expected<> {
        if (!some)
            return fail(some.error());
        renewed += *some;
        return {};
    };
    for (const auto &component : dossier->components) {
        const QString code = dossier::finalCodeOf(component.state);
        if (code.isEmpty())
            continue;
        if (const auto done = add(copyToNewest(layout::codeClaims(m_key, code))); !done)
            return fail(done.error());
    }
    if (dossier->code) {
        const auto keys = layout::dossierPointers(m_key, dossier->code->text());
        if (const auto done = add(copyToNewest(keys)); !done)
            return fail(done.error());
    }
    const QString owner = dossier->owner.id.reveal();
    if (!owner.isEmpty() && owner != m_lastOwner) {
        if (const auto done = add(renewOwner(owner)); !done)
            return fail(done.error());
        m_lastOwner = owner;
    }
    return renewed;
}

/// Their bytes are the same under each version.
Expected<int> KeyRenewal::copyToNewest(const QStringList &keys)
{
    for (const auto &older : keys.mid(1)) {
        const auto bytes = m_repository.get(older);
        if (!bytes && bytes.error().fault == Fault::FileMissing)
            continue;
        if (!bytes)
            return fail(bytes.error());
        const auto put = m_repository.putIfAbsent(keys.front(), *bytes, sha256Hex(*bytes));
        // A station that no longer has the older version was faster: its word counts.
        if (!put && put.error().fault != Fault::Conflict)
            return fail(put.error());
        return put && *put == repository::Repository::Put::Created ? 1 : 0;
    }
    return 0;
}

Expected<int> KeyRenewal::renewOwner(const QString &ownerId)
{
    const auto prefixes = layout::ownerIndexes(m_key, ownerId);
    const auto present = m_repository.list(prefixes.front());
    if (!present)
        return fail(present.error());
    int renewed = 0;
    for (const auto &prefix : prefixes.mid(1)) {
        const auto entries = m_repository.list(prefix);
        if (!entries)
            return fail(entries.error());
        for (const auto &entry : *entries) {
            const QString renewedKey = prefixes.front() + entry.mid(prefix.size());
            if (present->contains(renewedKey))
                continue;
            const auto bytes = m_repository.get(entry);
            if (!bytes)
                return fail(bytes.error());
            const auto plain = m_key.unseal(*bytes, entry.toUtf8());
            if (!plain)
                continue;
            const auto sealed = m_key.seal(*plain, renewedKey.toUtf8());
            if (!sealed)
                return fail(sealed.error());
            const auto put = m_repository.putIfAbsent(renewedKey, *sealed, sha256Hex(*sealed));
            // Sealed anew by another station at the same time.
            if (!put && put.error().fault != Fault::Conflict)
                return fail(put.error());
            ++renewed;
        }
    }
    return renewed;
}

}  // namespace station::sync
