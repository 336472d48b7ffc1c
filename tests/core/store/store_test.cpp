#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTimeZone>

#include <SQLiteCpp/Database.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

const Blob pdf{sha256Hex("signed bytes"), 4711};

std::vector<PaperState> everyState()
{
    const auto extracted = sample::anExtractedCopy(pdf);
    const auto code = *codes::DigitizationCode::parse(sample::digitizationCode);
    const auto coded = assignCode(extracted, code);
    const auto stored = dossier::store(coded, sha256Hex("manifest"));
    return {OpenSlot{},
            DigitizeSlot{},
            CapturedPaper{extracted.copy.sides},
            extracted.copy,
            extracted,
            coded,
            stored,
            handOver(stored, newUuid7()),
            ReusedCopy{pdf, code},
            AttachedPaper{{sample::aSide()}},
            ShownPaper{},
            RefusedPaper{}};
}

Expected<> move(Store &store, const Dossier &dossier, PaperState from, PaperState next)
{
    return store.apply(
        {dossier.uuid, u"GT01"_s, std::move(from), std::move(next), sample::actor, u"test"_s, {}});
}

PaperState stateOf(const Store &store, const Dossier &dossier)
{
    return store.load(dossier.uuid)->component(u"GT01"_s)->state;
}

/// A store with one dossier whose component is in `state`.
struct Fixture {
    explicit Fixture(PaperState state = {})
    {
        dossier.components.front().state = std::move(state);
        REQUIRE(store.createDossier(dossier, sample::actor));
    }
    QTemporaryDir data;
    Store store = *Store::open(data.path());
    Dossier dossier = sample::aDossier();
};

QStringList uuidsOf(const Expected<std::vector<DossierSummary>> &list)
{
    REQUIRE(list);
    QStringList uuids;
    for (const auto &summary : *list)
        uuids << summary.uuid;
    return uuids;
}

}  // namespace

TEST_CASE("every step of a paper comes back as the same type and value", "[store]")
{
    REQUIRE(everyState().size() == std::variant_size_v<PaperState>);
    const auto index = GENERATE(range(0, static_cast<int>(std::variant_size_v<PaperState>)));
    const Fixture fixture(everyState()[static_cast<std::size_t>(index)]);
    const auto again = Store::open(fixture.data.path());
    REQUIRE(again);
    const auto loaded = again->load(fixture.dossier.uuid);
    REQUIRE(loaded);
    CHECK(*loaded == fixture.dossier);
    CHECK(again->load(sample::dossierCode).value() == *loaded);
}

TEST_CASE("a dossier code can be on a station only once", "[store]")
{
    Fixture fixture;
    const auto refused = fixture.store.createDossier(sample::aDossier(), sample::actor);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::DuplicateDossier);

    auto withoutCode = sample::aDossier();
    withoutCode.code.reset();
    CHECK(fixture.store.createDossier(withoutCode, sample::actor));
    withoutCode.uuid = newUuid7();
    CHECK(fixture.store.createDossier(withoutCode, sample::actor));
}

TEST_CASE("what does not exist is named as such", "[store]")
{
    Fixture fixture;
    CHECK(fixture.store.load(u"nothing"_s).error().fault == Fault::UnknownDossier);
    CHECK(fixture.store
              .addSide(sample::newSide(fixture.dossier, u"GT99"_s, sample::aSide()), sample::actor)
              .error()
              .fault == Fault::UnknownComponent);
}

TEST_CASE("a day begins at midnight in Vietnam", "[store]")
{
    const QTemporaryDir data;
    auto store = Store::open(data.path());
    REQUIRE(store);
    const qint64 midnight =
        QDateTime({2024, 7, 15}, {0, 0}, QTimeZone(7 * 3600)).toMSecsSinceEpoch();
    QStringList uuids;
    for (const qint64 atMs :
         {midnight - 1, midnight, midnight + 86'399'999, midnight + 86'400'000}) {
        auto dossier = sample::aDossier();
        dossier.code.reset();
        dossier.receivedAtMs = atMs;
        REQUIRE(store->createDossier(dossier, sample::actor));
        uuids << dossier.uuid;
    }
    CHECK(uuidsOf(store->listDay({2024, 7, 15})) == uuids.mid(1, 2));
}

TEST_CASE("a name is found by the beginnings of its words without tone marks", "[store]")
{
    Fixture fixture;
    const auto found = [&](const QString &text) {
        return !uuidsOf(fixture.store.search(text)).isEmpty();
    };
    CHECK(found(u"hong dao"_s));
    CHECK(found(u"NGUYỄN Đà"_s));
    CHECK(found(u"H62-240715"_s));
    CHECK(found(sample::ownerId));
    CHECK_FALSE(found(u"hong tran"_s));
    CHECK_FALSE(found(u"\"* OR"_s));
    CHECK_FALSE(found(u"  "_s));
    CHECK(uuidsOf(fixture.store.listOwner(sample::ownerId)) == QStringList{fixture.dossier.uuid});
}

TEST_CASE("sides stay in the order of capture and are known by later steps", "[store]")
{
    Fixture fixture(DigitizeSlot{});
    Sides sides;
    for (int sheet = 1; sheet <= 5; ++sheet) {
        sides.push_back(sample::aSide(sheet));
        REQUIRE(fixture.store.addSide(sample::newSide(fixture.dossier, u"GT01"_s, sides.back()),
                                      sample::actor));
    }
    sides[2].cleaned = true;
    sides[2].blank = true;
    sides[2].widthPx = 2400;
    REQUIRE(fixture.store.updateSide(fixture.dossier.uuid, sides[2], sample::actor));
    const auto captured = stateOf(fixture.store, fixture.dossier);
    CHECK(captured == PaperState(CapturedPaper{sides}));
}

TEST_CASE("a signed paper takes no further side", "[store]")
{
    Fixture fixture(everyState()[3]);
    const auto refused = fixture.store.addSide(
        sample::newSide(fixture.dossier, u"GT01"_s, sample::aSide()), sample::actor);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::WrongOrder);
}

TEST_CASE("a step from where the paper no longer is changes nothing", "[store]")
{
    Fixture fixture(DigitizeSlot{});
    const auto before = fixture.store.auditHead();
    const auto refused = move(fixture.store, fixture.dossier, OpenSlot{}, ShownPaper{});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::Conflict);
    CHECK(stateOf(fixture.store, fixture.dossier) == PaperState(DigitizeSlot{}));
    CHECK(fixture.store.auditHead().value() == before.value());
}

TEST_CASE("a side captured meanwhile stops the signature that does not hold it", "[store]")
{
    Fixture fixture(DigitizeSlot{});
    REQUIRE(fixture.store.addSide(sample::newSide(fixture.dossier, u"GT01"_s, sample::aSide(1)),
                                  sample::actor));
    const auto seen = std::get<CapturedPaper>(stateOf(fixture.store, fixture.dossier));
    REQUIRE(fixture.store.addSide(sample::newSide(fixture.dossier, u"GT01"_s, sample::aSide(2)),
                                  sample::actor));
    const auto refused = move(fixture.store, fixture.dossier, seen,
                              sign(seen, pdf, sample::aClerk(), sample::receivedAtMs));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::Conflict);
    CHECK(sidesOf(stateOf(fixture.store, fixture.dossier)).size() == 2);
}

TEST_CASE("proposals and half-confirmed fields are kept until the paper is extracted", "[store]")
{
    Fixture fixture(everyState()[3]);
    const auto &uuid = fixture.dossier.uuid;
    const FieldProposals proposals{{.key = field_key::issuingAgency,
                                    .value = u"SỞ TÀI CHÍNH"_s,
                                    .confidence = 0.4,
                                    .asRead = u"SƠ TÀI CHÍNH"_s},
                                   {.key = field_key::subject,
                                    .value = u"Giấy khám sức khỏe"_s,
                                    .source = FieldSource::Ocr,
                                    .confidence = 0.71,
                                    .sure = true,
                                    .evidence = FieldEvidence{1, {1, 2, 3, 4}}},
                                   {.key = field_key::signer}};
    REQUIRE(fixture.store.saveProposals(uuid, u"GT01"_s, proposals));
    REQUIRE(fixture.store.saveProposals(uuid, u"GT01"_s, proposals));
    CHECK(fixture.store.proposals(uuid, u"GT01"_s) == proposals);

    const auto fields = sample::someFields();
    REQUIRE(fixture.store.saveFields(uuid, u"GT01"_s, fields, sample::actor));
    CHECK(fixture.store.fields(uuid, u"GT01"_s) == fields);
    CHECK(std::holds_alternative<SignedCopy>(stateOf(fixture.store, fixture.dossier)));
}

TEST_CASE("a dossier is unfinished until it was handed over and nothing is in work", "[store]")
{
    Fixture fixture(DigitizeSlot{});
    auto &store = fixture.store;
    CHECK(uuidsOf(store.listUnfinished()) == QStringList{fixture.dossier.uuid});

    REQUIRE(move(store, fixture.dossier, DigitizeSlot{}, ShownPaper{}));
    const OutboxStep event{.handoverId = newUuid7(), .kind = StepKind::Event};
    REQUIRE(store.beginHandover({.id = event.handoverId, .dossierUuid = fixture.dossier.uuid},
                                {event}, {}));
    CHECK(uuidsOf(store.listUnfinished()).size() == 1);
    auto verified = event;
    verified.state = StepState::Verified;
    REQUIRE(store.saveOutcomes({{verified, {}}}));
    CHECK(uuidsOf(store.listUnfinished()).isEmpty());
    CHECK(store.listDay({2024, 7, 15})->front().handedOver);
    CHECK(store.openHandovers()->empty());

    REQUIRE(move(store, fixture.dossier, ShownPaper{}, DigitizeSlot{}));
    CHECK(uuidsOf(store.listUnfinished()).size() == 1);
}

TEST_CASE("a list tells how many papers a dossier has and how many need nothing more", "[store]")
{
    Fixture fixture(DigitizeSlot{});
    const auto finished = [&] {
        const auto listed = fixture.store.listDay({2024, 7, 15})->front();
        CHECK(listed.components == static_cast<int>(fixture.dossier.components.size()));
        return listed.finished;
    };
    const int before = finished();
    REQUIRE(move(fixture.store, fixture.dossier, DigitizeSlot{}, ShownPaper{}));
    CHECK(finished() == before + 1);
    REQUIRE(move(fixture.store, fixture.dossier, ShownPaper{}, RefusedPaper{}));
    CHECK(finished() == before + 1);
    REQUIRE(move(fixture.store, fixture.dossier, RefusedPaper{}, DigitizeSlot{}));
    CHECK(finished() == before);
}

TEST_CASE("a database of a newer program is left alone", "[store]")
{
    const Fixture fixture;
    {
        SQLite::Database database((fixture.data.path() + u"/station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 99");
    }
    const auto refused = Store::open(fixture.data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageNewer);
}

TEST_CASE("a damaged database is reported and not replaced", "[store]")
{
    const QTemporaryDir data;
    QFile file(data.filePath(u"station.db"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto refused = Store::open(data.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageFailed);
    CHECK(file.size() == 8192);
}

TEST_CASE("programs that start at once make one store and one audit chain", "[store]")
{
    const QTemporaryDir data;
    constexpr int programs = 4;
    constexpr int records = 25;
    std::vector<pid_t> children;
    for (int program = 0; program < programs; ++program) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = Store::open(data.path());
            bool good = store.has_value();
            for (int n = 0; good && n < records; ++n)
                good = store->record({}, {}, sample::actor, u"test"_s).has_value();
            ::_exit(good ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    const auto head = Store::open(data.path())->verifyAudit();
    REQUIRE(head);
    CHECK(head->seq == programs * records);
}

TEST_CASE("nothing in the data folder can be read by another user", "[store]")
{
    const QTemporaryDir parent;
    const QString data = parent.filePath(u"data"_s);
    const mode_t before = ::umask(0);
    auto store = Store::open(data);
    REQUIRE(store);
    REQUIRE(store->createDossier(sample::aDossier(), sample::actor));
    ::umask(before);
    int seen = 0;
    QDirIterator files(data, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    while (files.hasNext()) {
        files.next();
        CAPTURE(files.filePath());
        CHECK_FALSE(files.fileInfo().permissions() & others);
        ++seen;
    }
    CHECK(seen >= 3);  // database, journal, shared memory
    CHECK_FALSE(QFileInfo(data).permissions() & others);
}
