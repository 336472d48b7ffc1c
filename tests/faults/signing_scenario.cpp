#include "tests/faults/scenario.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/store/blob_folder.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "tests/core/store/sample_dossier.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace station::faults {
namespace {

const QString paper = u"GT01"_s;
constexpr qint64 hourMs = 60 * 60'000;

class SettableClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = sample::receivedAtMs + hourMs;
};

/// Papers are signed and get more proof, with the calls that the steps of core/workflow make.
class Signer {
public:
    explicit Signer(const QString &dataDir)
        : m_store(store::Store::open(dataDir, m_clock)), m_blobs(dataDir), m_spool(dataDir)
    {
    }

    bool work()
    {
        for (int dossier = 0; m_store && dossier < 3; ++dossier) {
            if (!open() || !sign() || !improve())
                return false;
            m_clock.now += 2 * hourMs;  // what is loose may go
            if (!m_store->removeLooseBlobs())
                return false;
        }
        return m_store.has_value();
    }

private:
    bool saved(const Expected<> &done)
    {
        if (done)
            acknowledgeAudit(*m_store, m_dossier.uuid);
        return done.has_value();
    }

    dossier::PaperState state() const
    {
        return m_store->load(m_dossier.uuid)->component(paper)->state;
    }

    bool open()
    {
        m_dossier = sample::aDossier({paper});
        m_dossier.code = *codes::DossierCode::parse(freeDossierCode(*m_store));
        m_dossier.components.front().state = dossier::DigitizeSlot{};
        const auto side = sample::aSide();
        return m_spool.folder(m_dossier.uuid) &&
               saved(m_store->createDossier(m_dossier, sample::actor)) &&
               writeDurably(m_spool.file(m_dossier.uuid, side.id, u"jpg"_s), "side") &&
               saved(m_store->addSide(sample::newSide(m_dossier, paper, side), sample::actor));
    }

    /// A file of a token's or an authority's making: written by a library, not synced.
    QString workFile(const QByteArray &bytes)
    {
        const QString path = *m_spool.folder(m_dossier.uuid) + u'/' + newUuid7() + u".pdf.part"_s;
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path
                                                                                    : QString();
    }

    Expected<dossier::Blob> moved(const QByteArray &bytes)
    {
        const QString file = workFile(bytes);
        if (const auto noted = m_store->announceBlob(sha256Hex(bytes), m_clock.now + hourMs);
            !noted)
            return fail(noted.error());
        return m_blobs.take(file);
    }

    bool sign()
    {
        const auto captured = std::get<dossier::CapturedPaper>(state());
        const auto blob = moved(QByteArray(20'000, 's') + newUuid7().toLatin1());
        return blob &&
               saved(m_store->apply(
                   {.dossierUuid = m_dossier.uuid,
                    .componentCode = paper,
                    .from = captured,
                    .next = dossier::sign(captured, *blob, sample::aClerk(), m_clock.now),
                    .actor = sample::actor,
                    .action = u"sign"_s,
                    .objectSha256 = blob->sha256,
                    .upgrade = store::NewUpgrade{SignatureLevel::T, SignatureLevel::T, 0}}));
    }

    bool improve()
    {
        const QString claim = newUuid7();
        const auto claimed =
            m_store->claimUpgrade(m_dossier.uuid, paper, claim, m_clock.now + hourMs);
        const auto from = dossier::signedCopyOf(state())->pdf;
        const auto old = m_blobs.get(from);
        if (!claimed || !*claimed || !old)
            return false;
        const auto blob = moved(*old + QByteArray(6'000, 'p'));
        return blob && saved(m_store->saveUpgrade({.dossierUuid = m_dossier.uuid,
                                                   .componentCode = paper,
                                                   .claim = claim,
                                                   .fromSha256 = from.sha256,
                                                   .pdf = *blob,
                                                   .level = SignatureLevel::T,
                                                   .provenAtMs = m_clock.now,
                                                   .isComplete = true,
                                                   .actor = sample::actor}));
    }

    SettableClock m_clock;
    Expected<store::Store> m_store;
    store::BlobFolder m_blobs;
    store::Spool m_spool;
    dossier::Dossier m_dossier = sample::aDossier();
};

class Signing final : public Scenario {
public:
    QString name() const override { return u"sign"_s; }

    bool prepare(const QString &disk) const override
    {
        return store::Store::open(disk + u"/data"_s).has_value();
    }

    bool run(const QString &disk) const override { return Signer(disk + u"/data"_s).work(); }

    QStringList violations(const QString &disk, const QStringList &acked) const override
    {
        const QString data = disk + u"/data"_s;
        QStringList found = stationViolations(data, acked);
        // What nobody names any more goes in the end, and nothing else does.
        SettableClock later;
        later.now += 1000 * hourMs;
        auto store = store::Store::open(data, later);
        if (!store || !store->removeLooseBlobs())
            return found << u"loose blobs stay"_s;
        return found << stationViolations(data, acked);
    }
};

}  // namespace

std::unique_ptr<Scenario> signingScenario()
{
    return std::make_unique<Signing>();
}

}  // namespace station::faults
