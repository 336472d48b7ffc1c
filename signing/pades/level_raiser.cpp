#include "signing/pades/level_raiser.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/pades/copy_proofs.h"
#include "signing/pades/evidence_collector.h"
#include "signing/pades/growing_copy.h"
#include "signing/pades/late_timestamp.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <utility>

namespace station::signing {
namespace {

constexpr qint64 dayMs = 86'400'000;

/// A file that is removed unless something else becomes of it.
class StepFile {
public:
    explicit StepFile(QString path = {}) : m_path(std::move(path)) {}
    StepFile(StepFile &&other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    StepFile &operator=(StepFile &&other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }
    ~StepFile()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    const QString &path() const { return m_path; }
    QString take() { return std::exchange(m_path, {}); }

private:
    QString m_path;
};

/// The disk's faults end everything; those of services only the way up.
bool isFatal(Fault fault)
{
    return fault == Fault::StorageFull || fault == Fault::StorageFailed;
}

qint64 renewalDueMs(const TimestampToken &stamp)
{
    const qint64 endsMs = stamp.authority.notAfterMs();
    return std::max(endsMs - LevelRaiser::renewWithinDays * dayMs,
                    stamp.timeMs + (endsMs - stamp.timeMs) / 2);
}

}  // namespace

/// One copy's way up.
class LevelRaiser::Ascent {
public:
    Ascent(LevelRaiser &raiser, QString source, QString destination, int patienceMs,
           std::stop_token stop)
        : m_raiser(raiser), m_source(std::move(source)), m_destination(std::move(destination)),
          m_patienceMs(patienceMs), m_stop(std::move(stop))
    {
        m_patience.start();
    }

    Expected<workflow::UpgradedFile> run(SignatureLevel wanted);

private:
    /// Makes the next file out of the newest one.
    using Step = std::function<Expected<>(const QString &from, const QString &to)>;

    Expected<> climb(SignatureLevel wanted);
    /// Keeps what the step made when it has at least that level.
    Expected<> step(SignatureLevel expected, const Step &make);
    Expected<> checkSigners();
    Expected<> stampSignature();
    Expected<> addEvidence(bool renews);
    Expected<> stampDocument();
    bool isRenewalDue() const;
    Expected<workflow::UpgradedFile> finished();

    StampMaker stampMaker();
    Expected<CopyProofs> look(const QString &path);
    const QString &newest() const { return m_gained.path().isEmpty() ? m_source : m_gained.path(); }

    LevelRaiser &m_raiser;
    QString m_source;
    QString m_destination;
    int m_patienceMs;
    std::stop_token m_stop;
    QElapsedTimer m_patience{};
    QByteArrayList m_fetched{};  // certificates, DER
    bool m_mayFetch = true;      // until it fails
    CopyProofs m_proofs{};
    StepFile m_gained{};  // of the last good step
    workflow::UpgradedFile m_result{};
};

StampMaker LevelRaiser::Ascent::stampMaker()
{
    return [this](const QByteArray &sha256) -> Expected<QByteArray> {
        const qint64 left = std::max<qint64>(0, m_patienceMs - m_patience.elapsed());
        const auto answer = m_raiser.m_timestamps.stamp(sha256, static_cast<int>(left), m_stop);
        if (!answer)
            return fail(answer.error());
        m_result.clockOffsetMs = answer->clockOffsetMs;
        return answer->token.der;
    };
}

Expected<CopyProofs> LevelRaiser::Ascent::look(const QString &path)
{
    auto proofs = readProofs(path);
    if (!proofs)
        return proofs;
    const qint64 nowMs = m_raiser.m_clock.nowMs();
    const auto &anchors = m_raiser.m_trust.anchors;
    for (const auto &der : m_fetched)
        proofs->evidence.addCertificate(der);
    for (auto subject : proofs->subjects) {
        subject.atMs = subject.atMs == 0 ? nowMs : subject.atMs;
        m_mayFetch = m_mayFetch && fetchIssuers(proofs->evidence, subject, anchors,
                                                m_raiser.m_revocation, m_stop);
    }
    m_fetched = proofs->evidence.certificates(EvidencePool::outside);
    const auto judged = judge(*proofs, path,
                              {.anchors = anchors,
                               .nowMs = nowMs,
                               .policy = m_raiser.m_trust.policy,
                               .certificates = m_fetched});
    if (!judged)
        return fail(judged.error());
    return proofs;
}

Expected<> LevelRaiser::Ascent::step(SignatureLevel expected, const Step &make)
{
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    StepFile next(temporaryBeside(m_destination));
    if (const auto made = make(newest(), next.path()); !made)
        return made;
    auto proofs = look(next.path());
    if (!proofs)
        return fail(proofs.error());
    if (proofs->level < expected)
        return fail(Fault::SignatureInvalid,
                    QStringLiteral("only %1").arg(levelName(proofs->level)));
    m_proofs = std::move(*proofs);
    m_gained = std::move(next);
    return {};
}

Expected<> LevelRaiser::Ascent::checkSigners()
{
    EvidenceCollector collector(m_proofs.evidence, m_raiser.m_trust.anchors, m_raiser.m_revocation,
                                m_stop);
    for (const auto &subject : m_proofs.subjects) {
        if (subject.use == ChainUse::Signing &&
            collector.isRevoked(subject, m_raiser.m_clock.nowMs()))
            return fail(Fault::CertificateRevoked);
    }
    return {};
}

Expected<> LevelRaiser::Ascent::stampSignature()
{
    // In place as long as nothing follows the signature; otherwise over everything, and so
    // for several signatures at once.
    const auto unproven = std::ranges::count_if(
        m_proofs.subjects, [](const ProofSubject &subject) { return subject.atMs == 0; });
    return step(SignatureLevel::T, [&](const QString &from, const QString &to) {
        if (unproven > 1)
            return addDocumentTimestamp(from, to, stampMaker());
        const auto stamped = stampInPlace(from, to, stampMaker());
        if (!stamped && stamped.error().fault == Fault::WrongOrder)
            return addDocumentTimestamp(from, to, stampMaker());
        return stamped;
    });
}

Expected<> LevelRaiser::Ascent::addEvidence(bool renews)
{
    EvidenceCollector collector(m_proofs.evidence, m_raiser.m_trust.anchors, m_raiser.m_revocation,
                                m_stop);
    for (const auto &subject : m_proofs.subjects) {
        // What an old stamp proves hangs on its authority being good until today.
        const bool isRenewed = renews && subject.use == ChainUse::TimeStamping &&
                               subject.atMs == m_proofs.newestStamp->timeMs;
        const auto age =
            isRenewed ? EvidenceCollector::Age::Now : EvidenceCollector::Age::SinceProof;
        if (const auto added = collector.add(subject, age); !added)
            return added;
    }
    const auto done = step(SignatureLevel::LT, [&](const QString &from, const QString &to) {
        return addValidationData(from, to, collector.found());
    });
    if (!done && done.error().fault == Fault::NothingToDo)
        return {};
    return done;
}

Expected<> LevelRaiser::Ascent::stampDocument()
{
    return step(SignatureLevel::LTA, [this](const QString &from, const QString &to) {
        return addDocumentTimestamp(from, to, stampMaker());
    });
}

bool LevelRaiser::Ascent::isRenewalDue() const
{
    return m_proofs.newestStamp && m_raiser.m_clock.nowMs() >= renewalDueMs(*m_proofs.newestStamp);
}

Expected<> LevelRaiser::Ascent::climb(SignatureLevel wanted)
{
    const bool renews =
        wanted == SignatureLevel::LTA && m_proofs.level == SignatureLevel::LTA && isRenewalDue();
    if (m_proofs.level >= wanted && !renews)
        return {};
    if (m_proofs.level < SignatureLevel::LT) {
        if (const auto fine = checkSigners(); !fine)
            return fine;
    }
    if (m_proofs.level < SignatureLevel::T) {
        if (const auto done = stampSignature(); !done)
            return done;
    }
    if (wanted >= SignatureLevel::LT && (m_proofs.level < SignatureLevel::LT || renews)) {
        if (const auto done = addEvidence(renews); !done)
            return done;
    }
    if (wanted >= SignatureLevel::LTA && (m_proofs.level < SignatureLevel::LTA || renews))
        return stampDocument();
    return {};
}

Expected<workflow::UpgradedFile> LevelRaiser::Ascent::finished()
{
    m_result.level = m_proofs.level;
    m_result.stampedAtMs = m_proofs.provenAtMs;
    if (m_proofs.newestStamp) {
        m_result.stampSerial = m_proofs.newestStamp->serial;
        m_result.renewBeforeMs = m_proofs.newestStamp->authority.notAfterMs();
    }
    if (m_gained.path().isEmpty())
        return m_result;
    const auto sha256 = sha256OfFile(m_gained.path());
    if (!sha256)
        return fail(Fault::StorageFailed, sha256.error().detail);
    m_result.file = {.sha256 = *sha256, .size = QFileInfo(m_gained.path()).size()};
    if (const auto kept = moveDurably(m_gained.path(), m_destination); !kept)
        return fail(kept.error());
    m_gained.take();
    return m_result;
}

Expected<workflow::UpgradedFile> LevelRaiser::Ascent::run(SignatureLevel wanted)
{
    auto proofs = look(m_source);
    if (!proofs && proofs.error().fault == Fault::CertificateRevoked) {
        m_result.halted = proofs.error();
        return m_result;
    }
    if (!proofs)
        return fail(proofs.error().fault == Fault::FileMissing ? Fault::FileUnreadable
                                                               : proofs.error().fault,
                    proofs.error().detail, QFileInfo(m_source).fileName());
    m_proofs = std::move(*proofs);
    if (const auto done = climb(wanted); !done) {
        const bool isGained = !m_gained.path().isEmpty();
        if (isFatal(done.error().fault) || (done.error().fault == Fault::Cancelled && !isGained))
            return fail(done.error());
        m_result.halted = done.error();
    }
    return finished();
}

LevelRaiser::LevelRaiser(Trust trust, TimestampService &timestamps, RevocationService &revocation,
                         const Clock &clock)
    : m_trust(std::move(trust)), m_timestamps(timestamps), m_revocation(revocation), m_clock(clock)
{
}

Expected<workflow::UpgradedFile> LevelRaiser::upgrade(const QString &sourcePdf,
                                                      const QString &destinationPdf,
                                                      SignatureLevel wanted, int patienceMs,
                                                      std::stop_token stop)
{
    return Ascent(*this, sourcePdf, destinationPdf, patienceMs, std::move(stop)).run(wanted);
}

}  // namespace station::signing
