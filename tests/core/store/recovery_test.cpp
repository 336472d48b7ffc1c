#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

void touch(const QString &path, const QDateTime &modified = QDateTime::currentDateTimeUtc())
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("P6");
    file.flush();
    REQUIRE(file.setFileTime(modified, QFileDevice::FileModificationTime));
}

}  // namespace

TEST_CASE("after a crash old temporary files go and a scan without a row is kept", "[store]")
{
    const QTemporaryDir data;
    auto store = Store::open(data.path());
    REQUIRE(store);
    auto dossier = sample::aDossier();
    dossier.components.front().state = dossier::DigitizeSlot{};
    REQUIRE(store->createDossier(dossier, sample::actor));
    const Spool spool(data.path());
    const auto folder = spool.folder(dossier.uuid);
    REQUIRE(folder);
    REQUIRE(BlobFolder(data.path()).put("blob"));

    const auto side = sample::aSide();
    touch(spool.file(dossier.uuid, side.id, u"pnm"_s));
    REQUIRE(store->addSide(sample::newSide(dossier, u"GT01"_s, side), sample::actor));
    const QString orphan = *folder + u"/orphan.pnm"_s;
    touch(orphan);
    const auto longAgo = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QString stalePart = *folder + u"/stale.part"_s;
    const QString freshPart = *folder + u"/fresh.part"_s;
    const QString staleBlob = data.filePath(u"blobs/.tmp-1"_s);
    touch(stalePart, longAgo);
    touch(freshPart);
    touch(staleBlob, longAgo);

    const auto report = recover(*store, sample::actor);
    REQUIRE(report);
    CHECK(report->temporaryFilesRemoved == 2);
    CHECK_FALSE(QFile::exists(stalePart));
    CHECK_FALSE(QFile::exists(staleBlob));
    CHECK(QFile::exists(freshPart));  // another program is scanning
    REQUIRE(report->orphans.size() == 1);
    CHECK(report->orphans.front().dossierUuid == dossier.uuid);
    CHECK(report->orphans.front().file == orphan);
    CHECK(report->orphans.front().why.fault == Fault::FileUnreadable);
    CHECK(report->adopted.empty());
    CHECK(QFile::exists(orphan));
    CHECK(report->sidesWithoutFile.isEmpty());
    CHECK(report->blobsMissing.isEmpty());
}

TEST_CASE("a raw scan goes once its side is clean and its original is safe", "[store]")
{
    const QTemporaryDir data;
    auto store = Store::open(data.path());
    REQUIRE(store);
    auto dossier = sample::aDossier();
    dossier.components.front().state = dossier::DigitizeSlot{};
    REQUIRE(store->createDossier(dossier, sample::actor));
    const Spool spool(data.path());
    REQUIRE(spool.folder(dossier.uuid));
    auto clean = sample::aSide();
    const auto raw = sample::aSide(2);
    for (const auto &side : {clean, raw}) {
        touch(spool.file(dossier.uuid, side.id, u"pnm"_s));
        touch(spool.file(dossier.uuid, side.id, u"original.jpg"_s));
        REQUIRE(store->addSide(sample::newSide(dossier, u"GT01"_s, side), sample::actor));
    }
    clean.cleaned = true;
    REQUIRE(store->updateSide(dossier.uuid, clean, sample::actor));
    REQUIRE(recover(*store, sample::actor));
    CHECK_FALSE(QFile::exists(spool.file(dossier.uuid, clean.id, u"pnm"_s)));
    CHECK(QFile::exists(spool.file(dossier.uuid, raw.id, u"pnm"_s)));
}

TEST_CASE("files that rows name and the disk has lost are reported", "[store]")
{
    const QTemporaryDir data;
    auto store = Store::open(data.path());
    REQUIRE(store);
    auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s});
    const dossier::Blob lost{sha256Hex("lost"), 4};
    dossier.components[0].state = dossier::DigitizeSlot{};
    dossier.components[1].state = sample::anExtractedCopy(lost).copy;
    REQUIRE(store->createDossier(dossier, sample::actor));
    const auto side = sample::aSide();
    REQUIRE(store->addSide(sample::newSide(dossier, u"GT01"_s, side), sample::actor));
    const auto report = recover(*store, sample::actor);
    REQUIRE(report);
    CHECK(report->sidesWithoutFile.contains(side.id));
    CHECK(report->blobsMissing == QStringList{lost.sha256});
}
