#include "core/base/clock.h"
#include "core/store/blob_folder.h"
#include "core/store/column_form.h"
#include "core/store/store.h"
#include "core/text/vietnamese.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const sealing::Sealer> aSealer()
{
    return sealing::Sealer::with(sealing::DataKeys::made().value()).value();
}

const QString explanation = u"bà Đào giữ lại một tờ"_s;

FieldProposals someProposals()
{
    return {{.key = field_key::ownerName, .value = u"Nguyễn Thị Hồng Đàu"_s, .asRead = u"Hống"_s},
            {.key = field_key::address, .value = u"12 Nguyễn Huệ"_s}};
}

/// Everything that a dossier says of persons, written by all ways into the database.
void fill(Store &store, const Dossier &dossier)
{
    REQUIRE(store.createDossier(dossier, sample::actor));
    REQUIRE(store.saveProposals(dossier.uuid, u"GT01"_s, someProposals()));
    const Clerk clerk{u"Clerk"_s, u"01"_s, u"02"_s};
    const SignedCopy copy{Blob{sha256Hex("pdf"), 3}, {}, clerk, 5};
    const auto move = [&](const PaperState &from, const PaperState &next) {
        REQUIRE(store.apply({.dossierUuid = dossier.uuid,
                             .componentCode = u"GT01"_s,
                             .from = from,
                             .next = next,
                             .actor = sample::actor,
                             .action = u"test"_s}));
    };
    REQUIRE(store.saveCount(dossier.uuid, u"GT02"_s,
                            {.expected = 2, .explanation = explanation, .explainedTally = u"1"_s},
                            sample::actor));
    move(OpenSlot{}, copy);
    const ExtractedCopy extracted{copy, sample::someFields()};
    move(copy, extracted);
    move(extracted,
         CodedCopy{extracted, *codes::DigitizationCode::parse(sample::digitizationCode)});
}

/// The same text as the station finds it again.
void checkFilled(const Store &store, const Dossier &dossier)
{
    const auto loaded = store.load(sample::dossierCode);
    REQUIRE(loaded);
    CHECK(loaded->uuid == dossier.uuid);
    CHECK(loaded->owner == dossier.owner);
    CHECK(loaded->code->text() == sample::dossierCode);
    const auto &coded = std::get<CodedCopy>(loaded->component(u"GT01"_s)->state);
    CHECK(coded.code.text() == sample::digitizationCode);
    CHECK(coded.copy.fields == sample::someFields());
    CHECK(loaded->component(u"GT02"_s)->count.explanation == explanation);
    CHECK(store.proposals(dossier.uuid, u"GT01"_s).value() == someProposals());
    for (const auto &search : {u"dao hong"_s, u"ĐÀO"_s, u"026185001234"_s, u"0261850012"_s,
                               u"h62-240715-0001"_s, sample::dossierCode}) {
        const auto found = store.search(search);
        REQUIRE(found);
        REQUIRE(found->size() == 1);
        CHECK(found->front().ownerName.reveal() == sample::ownerName);
        CHECK(found->front().code == sample::dossierCode);
    }
    CHECK(store.search(u"hoang"_s)->empty());
    CHECK(store.search(u"026185001235"_s)->empty());
    CHECK(store.listOwner(sample::ownerId)->size() == 1);
    CHECK(store.listOwner(u"026185001235"_s)->empty());
    CHECK(store.listDay({2024, 7, 15})->front().ownerName.reveal() == sample::ownerName);
}

/// Files of the data folder in which one of the words stands that nobody may read there.
QStringList filesThatTell(const QString &folder)
{
    QList<QByteArray> words;
    for (const auto &text : {sample::ownerName, sample::ownerId, sample::dossierCode,
                             sample::digitizationCode, explanation, u"12 Nguyễn Huệ"_s}) {
        words << text.toUtf8() << text::folded(text).toUtf8() << text.toUtf8().toHex();
        for (const auto &word : text.split(u' ')) {
            if (word.size() > 3)
                words << word.toUtf8() << text::folded(word).toUtf8();
        }
    }
    for (const auto &field : sample::someFields())
        words << field.value.toUtf8();
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (const auto &word : words) {
            if (bytes.contains(word))
                files << QFileInfo(file).fileName() + u": "_s + QString::fromUtf8(word);
        }
    }
    return files;
}

struct Station {
    Store open() const { return Store::open(data.path(), clock, sealer).value(); }

    SystemClock clock;
    QTemporaryDir data;
    std::shared_ptr<const sealing::Sealer> sealer = aSealer();
    Dossier dossier = sample::aDossier({u"GT01"_s, u"GT02"_s});
};

}  // namespace

TEST_CASE("nothing of a person is readable in the data of a sealed station", "[store]")
{
    const Station station;
    {
        auto store = station.open();
        fill(store, station.dossier);
        BlobFolder blobs(station.data.path(), station.sealer);
        REQUIRE(blobs.put(sample::ownerName.toUtf8()));
        // Also in the journal, while the database is open.
        CHECK(filesThatTell(station.data.path()).join(u'\n').toStdString() == std::string());
        checkFilled(store, station.dossier);
    }
    CHECK(filesThatTell(station.data.path()).join(u'\n').toStdString() == std::string());
    checkFilled(station.open(), station.dossier);
    CHECK(sealingKeyOf(station.data.path()).value() == station.sealer->keyId());
    CHECK_FALSE(hasTraces(station.data.path()).value());
}

TEST_CASE("a station without a key keeps everything readable", "[store]")
{
    const Station station;
    {
        auto store = Store::open(station.data.path()).value();
        fill(store, station.dossier);
        checkFilled(store, station.dossier);
    }
    CHECK_FALSE(filesThatTell(station.data.path()).isEmpty());
    CHECK(sealingKeyOf(station.data.path()).value().isEmpty());
}

TEST_CASE("a database from before is sealed with all that is in it and leaves no traces", "[store]")
{
    const Station station;
    {
        auto store = Store::open(station.data.path()).value();
        fill(store, station.dossier);
    }
    const QString copy = station.data.filePath(u"station.db.before-0005"_s);
    REQUIRE(QFile::copy(station.data.filePath(u"station.db"_s), copy));

    checkFilled(station.open(), station.dossier);
    CHECK(hasTraces(station.data.path()).value());
    {
        // Somebody works.
        const auto store = station.open();
        CHECK(sweepTraces(station.data.path()).error().fault == Fault::StorageInUse);
        CHECK(QFile::exists(copy));
    }
    REQUIRE(sweepTraces(station.data.path()));
    CHECK_FALSE(hasTraces(station.data.path()).value());
    CHECK_FALSE(QFile::exists(copy));
    CHECK(filesThatTell(station.data.path()).join(u'\n').toStdString() == std::string());
    checkFilled(station.open(), station.dossier);
}

TEST_CASE("a sealed database opens with its key alone", "[store]")
{
    const Station station;
    {
        auto store = station.open();
        fill(store, station.dossier);
    }
    CHECK(Store::open(station.data.path()).error().fault == Fault::KeyUnavailable);
    const auto other = Store::open(station.data.path(), station.clock, aSealer());
    REQUIRE_FALSE(other);
    CHECK(other.error().fault == Fault::KeyUnavailable);
    CHECK(other.error().detail.contains(station.sealer->keyId()));
    checkFilled(station.open(), station.dossier);
}

TEST_CASE("a sealed value that was put into another row is not believed", "[store]")
{
    const Station station;
    auto other = sample::aDossier();
    other.code.reset();
    other.owner.name = Pii(u"Trần Văn Khác"_s);
    {
        auto store = station.open();
        REQUIRE(store.createDossier(station.dossier, sample::actor));
        REQUIRE(store.createDossier(other, sample::actor));
        REQUIRE(store.load(other.uuid));
    }
    {
        SQLite::Database database(station.data.filePath(u"station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE);
        database.exec("UPDATE dossiers SET identity = (SELECT identity FROM dossiers WHERE id = 1)"
                      " WHERE id = 2");
    }
    const auto store = station.open();
    CHECK(store.load(other.uuid).error().fault == Fault::StorageFailed);
    CHECK(store.load(station.dossier.uuid));
}

TEST_CASE("a code is taken once also where it is sealed", "[store]")
{
    const Station station;
    auto store = station.open();
    REQUIRE(store.createDossier(station.dossier, sample::actor));
    const auto again = store.createDossier(sample::aDossier(), sample::actor);
    REQUIRE_FALSE(again);
    CHECK(again.error().fault == Fault::DuplicateDossier);
}

TEST_CASE("a search gives the newest first and no more than wanted", "[store]")
{
    const Station station;
    auto store = station.open();
    QStringList uuids;
    for (int n = 0; n < 30; ++n) {
        auto dossier = sample::aDossier();
        dossier.code.reset();
        REQUIRE(store.createDossier(dossier, sample::actor));
        uuids.prepend(dossier.uuid);
    }
    QStringList found;
    const auto list = store.search(u"ng"_s, 20);
    REQUIRE(list);
    for (const auto &summary : *list)
        found << summary.uuid;
    CHECK(found == uuids.first(20));
}
