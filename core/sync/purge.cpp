#include "core/sync/purge.h"

#include "core/base/sha256.h"
#include "core/repository/layout.h"
#include "core/store/spool.h"

#include <QFileInfo>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int atOnce = 100;  // others may write in between

QString paperName(const QString &dossierUuid, const QString &component)
{
    return component.isEmpty() ? dossierUuid : dossierUuid + u' ' + component;
}

}  // namespace

Purge::Purge(store::Store &store, const store::BlobFolder &blobs,
             repository::Repository &repository, const Clock &clock, const PurgeRules &rules)
    : m_store(store), m_blobs(blobs), m_repository(repository), m_clock(clock), m_rules(rules),
      m_audit(store, blobs, repository)
{
}

qint64 Purge::beforeMs() const
{
    return m_clock.nowMs() - m_rules.afterDays * dayMs;
}

void Purge::addPictures(const store::ProvenCopy &copy, PurgeReport &report) const
{
    const store::Spool spool(m_store.dataDir());
    for (const auto &side : copy.sides) {
        const auto files = spool.files(copy.dossierUuid, side);
        report.pictures += files.isEmpty() ? 0 : 1;
        for (const auto &file : files)
            report.pictureBytes += QFileInfo(file).size();
    }
}

Expected<PurgeReport> Purge::preview() const
{
    const auto copies = m_store.purgeable(beforeMs(), std::numeric_limits<int>::max());
    if (!copies)
        return fail(copies.error());
    PurgeReport report{.copies = static_cast<int>(copies->size())};
    QSet<QString> files;
    for (const auto &copy : *copies) {
        addPictures(copy, report);
        if (files.contains(copy.pdf.sha256) || !m_blobs.contains(copy.pdf.sha256))
            continue;
        files.insert(copy.pdf.sha256);
        report.bytes += copy.pdf.size;
    }
    report.files = static_cast<int>(files.size());
    return report;
}

Expected<> Purge::checkRepository(const QString &actor, const std::stop_token &stop,
                                  const SampleAudit::OnProgress &onAudit)
{
    const auto due = m_audit.isDue(m_rules.auditEveryDays, m_clock);
    if (!due)
        return fail(due.error());
    if (*due) {
        const auto audited = m_audit.run(m_rules.auditSample, actor, stop, onAudit);
        if (!audited)
            return fail(audited.error());
    }
    const auto lost = m_audit.lost();
    if (!lost)
        return fail(lost.error());
    if (!lost->empty())
        return fail(Fault::RepositoryDamaged, lost->front().key,
                    paperName(lost->front().dossierUuid, lost->front().component));
    const auto found = m_repository.probe();
    if (!found)
        return fail(found.error());
    if (!found->fitsForPurge()) {
        const QString seen = found->findings.join(u"; "_s);
        return fail(Fault::RepositoryUnfit, seen, seen);
    }
    return {};
}

/// The last look before the file goes: a moment ago nothing was wrong with the sample, but this
/// one may not have been in it.
Expected<> Purge::checkThere(const store::ProvenCopy &copy)
{
    const QString key = repository::layout::blob(copy.pdf.sha256);
    const auto size = m_repository.head(key);
    if (size && *size == copy.pdf.size)
        return {};
    if (!size && size.error().fault != Fault::FileMissing)
        return fail(size.error());
    const auto steps = m_store.steps(copy.handoverId);
    if (!steps)
        return fail(steps.error());
    for (const auto &step : *steps) {
        if (step.key != key)
            continue;
        const auto kept =
            m_audit.remember({.dossierUuid = copy.dossierUuid,
                              .component = copy.componentCode,
                              .handoverId = copy.handoverId,
                              .position = step.position,
                              .key = key,
                              .fault = size ? Fault::RepositoryDamaged : Fault::FileMissing,
                              .ownCopy = true});
        if (!kept)
            return kept;
    }
    return fail(Fault::RepositoryDamaged, key, paperName(copy.dossierUuid, copy.componentCode));
}

Expected<PurgeReport> Purge::run(const QString &actor, const std::stop_token &stop,
                                 const SampleAudit::OnProgress &onAudit)
{
    PurgeReport report;
    for (;;) {
        const auto copies = m_store.purgeable(beforeMs(), atOnce);
        if (!copies)
            return fail(copies.error());
        if (copies->empty())
            return report;
        if (report.copies == 0) {
            if (const auto fit = checkRepository(actor, stop, onAudit); !fit)
                return fail(fit.error());
        }
        for (const auto &copy : *copies) {
            if (stop.stop_requested())
                return fail(Fault::Cancelled);
            if (const auto there = checkThere(copy); !there)
                return fail(there.error());
        }
        PurgeReport part;
        QSet<QString> files;
        for (const auto &copy : *copies) {
            addPictures(copy, part);
            if (m_blobs.contains(copy.pdf.sha256))
                files.insert(copy.pdf.sha256);
        }
        const auto purged = m_store.purge(*copies, actor);
        const auto removed = purged ? m_store.removeLooseBlobs() : purged;
        const auto pictures = removed ? m_store.removePurgedPictures() : removed;
        if (!pictures)
            return fail(pictures.error());
        report.copies += *purged;
        report.pictures += part.pictures;
        report.pictureBytes += part.pictureBytes;
        for (const auto &copy : *copies) {
            if (!files.contains(copy.pdf.sha256) || m_blobs.contains(copy.pdf.sha256))
                continue;
            files.remove(copy.pdf.sha256);
            ++report.files;
            report.bytes += copy.pdf.size;
        }
        if (*purged == 0)
            return report;  // the dossiers are being worked on
    }
}

Expected<int> fetchBack(store::Store &store, store::BlobFolder &blobs,
                        repository::Repository &repository, const Clock &clock,
                        const QString &dossierUuid, const QString &component, const QString &actor)
{
    const auto dossier = store.load(dossierUuid);
    if (!dossier)
        return fail(dossier.error());
    if (!component.isEmpty() && !dossier->component(component))
        return fail(Fault::UnknownComponent, {}, component);
    const auto purged = store.purged(dossier->uuid);
    if (!purged)
        return fail(purged.error());
    int fetched = 0;
    for (const auto &code : purged->keys()) {
        const auto *copy = dossier::signedCopyOf(dossier->component(code)->state);
        if (!copy || (!component.isEmpty() && code != component))
            continue;
        const QString key = repository::layout::blob(copy->pdf.sha256);
        const auto bytes = repository.get(key);
        if (!bytes)
            return fail(bytes.error());
        if (sha256Hex(*bytes) != copy->pdf.sha256)
            return fail(Fault::RepositoryDamaged, key, code);
        // Until its row says so nobody names the file.
        const auto announced = store.announceBlob(copy->pdf.sha256, clock.nowMs() + dayMs);
        if (!announced)
            return fail(announced.error());
        if (const auto put = blobs.put(*bytes); !put)
            return fail(put.error());
        const auto done = store.unpurge(dossier->uuid, code, copy->pdf.sha256, actor);
        if (!done)
            return fail(done.error());
        ++fetched;
    }
    return fetched;
}

}  // namespace station::sync
