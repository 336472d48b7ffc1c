#include "core/workflow/file_signing.h"

#include "core/base/error_code.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/store/store.h"
#include "core/workflow/copy_mark.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::workflow {
namespace {

/// A folder of the spool that is gone with its owner.
class WorkFolder {
public:
    explicit WorkFolder(const QString &dataDir) : m_path(dataDir + u"/spool/"_s + newUuid7()) {}
    ~WorkFolder() { QDir(m_path).removeRecursively(); }
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

/// The rule profile's mark, in the corner that was asked for.
std::optional<CopyMark> markIn(std::optional<MarkCorner> corner, const rules::MarkRule &rule,
                               const QString &signer, qint64 atMs, bool training)
{
    if (!corner)
        return std::nullopt;
    CopyMark mark = markOf(rule, signer, atMs, training);
    mark.corner = *corner;
    return mark;
}

}  // namespace

FileSigning::FileSigning(const StationContext &context, worker::PageWorkerPool &pool,
                         CopyUpgrader &upgrader)
    : m_context(context), m_pool(pool), m_upgrader(upgrader)
{
}

InkMap FileSigning::inkOf(const QString &pdf) const
{
    const WorkFolder folder(m_context.dataDir);
    const auto page = m_pool.decodeFirst(pdf, folder.path(), m_context.law.profile.defaultDpi);
    return page ? inkMapOf(m_pool.inkOf(page->file, page->dpi)) : InkMap();
}

Expected<SignedOutcome> FileSigning::sign(const FileToSign &wanted, CopySigner &signer) const
{
    if (QFileInfo(wanted.source).absoluteFilePath() ==
        QFileInfo(wanted.destination).absoluteFilePath())
        return fail(Fault::InvalidInput, u"source and destination are one file"_s,
                    QFileInfo(wanted.destination).fileName());
    const qint64 now = m_context.clock.nowMs();
    const auto file = signer.sign({.sourcePdf = wanted.source,
                                   .destinationPdf = wanted.destination,
                                   .mark = markIn(wanted.mark, m_context.law.profile.mark,
                                                  signer.clerk().name, now, m_context.training),
                                   .ink = wanted.mark ? inkOf(wanted.source) : InkMap(),
                                   .signedAtMs = now});
    if (!file)
        return fail(file.error());
    SignedOutcome outcome{.file = *file};
    if (wanted.level == SignatureLevel::B)
        return outcome;
    const auto raised =
        m_upgrader.upgrade(wanted.destination, wanted.destination, wanted.level, wanted.patienceMs);
    if (!raised) {
        outcome.halted = raised.error();
        return outcome;
    }
    outcome.level = raised->level;
    outcome.halted = raised->halted;
    if (raised->level > SignatureLevel::B)
        outcome.file = raised->file;
    return outcome;
}

Expected<SignedOutcome> FileSigning::run(const FileToSign &wanted, CopySigner &signer)
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject facts{{u"certificate"_s, signer.clerk().certificateSha256}};
    if (const auto before = sha256OfFile(wanted.source))
        facts[u"before"_s] = *before;
    const auto outcome = sign(wanted, signer);
    facts[u"duration_ms"_s] = timer.elapsed();
    facts[u"result"_s] = outcome ? u"signed"_s : errorCode(outcome.error().fault);
    if (outcome) {
        facts[u"after"_s] = outcome->file.sha256;
        facts[u"size"_s] = outcome->file.size;
        facts[u"level"_s] = levelName(outcome->level);
        if (outcome->halted)
            facts[u"halted"_s] = errorCode(outcome->halted->fault);
    }
    auto store = m_context.openStore();
    const auto recorded = store ? store->record({}, {}, signer.clerk().certificateSerial,
                                                outcome ? u"sign_file"_s : u"sign_file_failed"_s,
                                                outcome ? outcome->file.sha256 : QString(), facts)
                                : fail(store.error());
    // A signature that the journal does not know of must not be used.
    if (outcome && !recorded) {
        QFile::remove(wanted.destination);
        return fail(recorded.error());
    }
    return outcome;
}

}  // namespace station::workflow
