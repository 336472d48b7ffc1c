#pragma once

#include "core/repository/folder_repository.h"
#include "core/sync/handover.h"
#include "core/sync/inbox.h"
#include "core/sync/outbox.h"
#include "core/sync/owner_lookup.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <QDir>
#include <QFileInfo>

#include <atomic>
#include <functional>

namespace station::sync {

using namespace Qt::StringLiterals;

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return now; }
    qint64 now = sample::receivedAtMs + 3'600'000;
};

/// Passes every call on. `before` and `after` see each write with its number,
/// from 1; a fault returned by one of them is what the caller gets.
class HookedRepository final : public repository::Repository {
public:
    using Hook = std::function<std::optional<Fault>(int call)>;
    explicit HookedRepository(Repository &inner) : m_inner(inner) {}

    using Repository::putIfAbsent;
    Expected<Put> putIfAbsent(const QString &key, const ByteSource &content, const QString &sha256,
                              const std::stop_token &stop) override
    {
        const int call = ++calls;
        if (const auto fault = before ? before(call) : std::nullopt)
            return fail(*fault);
        const auto put = m_inner.putIfAbsent(key, content, sha256, stop);
        if (const auto fault = after ? after(call) : std::nullopt)
            return fail(*fault);
        return put;
    }
    Expected<QByteArray> get(const QString &key) override
    {
        ++reads;
        return m_inner.get(key);
    }
    Expected<> verify(const QString &key, const QString &sha256,
                      const std::stop_token &stop) override
    {
        return m_inner.verify(key, sha256, stop);
    }
    Expected<repository::Capabilities> probe() override { return m_inner.probe(); }
    Expected<qint64> head(const QString &key) override { return m_inner.head(key); }
    Expected<QStringList> list(const QString &prefix, const QString &from) override
    {
        ++lists;
        if (away)
            return fail(Fault::RepositoryDown);
        return m_inner.list(prefix, from);
    }

    Hook before{};  ///< A fault here: the object never arrived.
    Hook after{};   ///< A fault here: it arrived and the answer was lost.
    std::atomic<int> calls = 0;
    bool away = false;  ///< Nobody answers a list.
    int lists = 0;
    int reads = 0;

private:
    Repository &m_inner;
};

inline codes::DigitizationCode codeOf(const QString &number, int sequence = 1)
{
    return codes::DigitizationCode::parse(sample::ownerId + u".KQ.G04.000012."_s + number + u'.' +
                                          u"%1"_s.arg(sequence, 2, 10, QLatin1Char('0')))
        .value();
}

/// In memory where the system has such a place: a killed program loses nothing
/// there, and power cuts are another test's matter.
inline QString fastFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/sync-tests-XXXXXX"_s;
}

/// A station with one dossier: two digitized papers, one plain attachment and
/// one that was only shown, all ready to be handed over.
struct World {
    World()
    {
        dossier = sample::aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s, u"GT04"_s});
        dossier.components[0].state = sample::anExtractedCopy(blobs.put("first copy").value());
        dossier.components[1].state = sample::anExtractedCopy(blobs.put("second copy").value());
        dossier.components[2].state = dossier::AttachedPaper{{sample::aSide()}};
        dossier.components[3].state = dossier::ShownPaper{};
        attachment = blobs.put("plain scan").value();
        REQUIRE(openStore().createDossier(dossier, sample::actor));
    }

    store::Store openStore() const { return *store::Store::open(data.path(), clock); }
    dossier::Dossier load() const { return *openStore().load(dossier.uuid); }

    HandoverRequest request() const
    {
        return {
            .dossier = load(),
            .office = u"H62.16.1"_s,
            .department = u"H62.16"_s,
            .actor = sample::actor,
            .papers = {
                {.component = u"GT01"_s,
                 .paperType = u"KQ.G04.000012"_s,
                 .paperName = u"Giấy phép lái xe"_s,
                 .proposedCode = codeOf(u"88-0123"_s)},
                {.component = u"GT02"_s,
                 .paperType = u"KQ.G04.000013"_s,
                 .paperName = u"Giấy khám sức khỏe"_s,
                 .proposedCode = codeOf(u"99-0001"_s),
                 .reusableUntil = QDate(2026, 12, 31)},
                {.component = u"GT03"_s, .paperName = u"Đơn đề nghị"_s, .attachment = attachment}}};
    }

    /// GT01 was handed over; now it has another copy, signed and confirmed.
    HandoverRequest corrected(const codes::DigitizationCode &code, const QByteArray &copy,
                              const QByteArray &former = "first copy")
    {
        auto store = openStore();
        REQUIRE(store.beginCorrection(dossier.uuid, u"GT01"_s, sample::actor));
        const auto captured = load().component(u"GT01"_s)->state;
        auto next = sample::anExtractedCopy(blobs.put(copy).value());
        next.copy.sides = dossier::sidesOf(captured);
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = u"GT01"_s,
                             .from = captured,
                             .next = next,
                             .actor = sample::actor,
                             .action = u"test"_s}));
        auto wanted = request();
        wanted.papers[0].proposedCode = code;
        wanted.papers[0].replacesSha256 = sha256Hex(former);
        return wanted;
    }

    Expected<HandoverResult> handOver(repository::Repository &target) const
    {
        auto store = openStore();
        Handover handover(store, blobs, target, key, clock);
        const auto id = handover.plan(request());
        return id ? handover.send(*id) : Expected<HandoverResult>(fail(id.error()));
    }
    Expected<HandoverResult> handOver() { return handOver(repository); }

    std::vector<StoredPaper> storedPapers(const repository::ProvinceKey &with)
    {
        auto store = openStore();
        return OwnerLookup(repository, with)
            .papersOf(store, sample::ownerId, clock.nowMs())
            ->papers;
    }
    std::vector<HandoverEvent> events()
    {
        return Inbox(repository, key).events(u"H62.16"_s).value();
    }

    QTemporaryDir data{fastFolder()};
    QTemporaryDir root{fastFolder()};
    FixedClock clock;
    store::BlobFolder blobs{data.path()};
    repository::FolderRepository repository{root.path()};
    repository::ProvinceKey key =
        *repository::ProvinceKey::loadOrCreate(data.filePath(u"province.key"_s));
    dossier::Dossier dossier = sample::aDossier();
    dossier::Blob attachment{};
};

}  // namespace station::sync
