#include "core/base/sha256.h"
#include "core/store/blob_folder.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const sealing::Sealer> aSealer()
{
    return sealing::Sealer::with(sealing::DataKeys::made().value()).value();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

struct SealedBlobs {
    QTemporaryDir data;
    std::shared_ptr<const sealing::Sealer> sealer = aSealer();
    BlobFolder blobs{data.path(), sealer};
    const QByteArray copy = "%PDF-1.7 Nguyễn Thị Hồng Đào " + QByteArray(3'000'000, 'x');
};

}  // namespace

TEST_CASE("a sealed blob keeps the name of its plain bytes and says nothing of them", "[store]")
{
    SealedBlobs world;
    const auto blob = world.blobs.put(world.copy);
    REQUIRE(blob);
    CHECK(blob->sha256 == sha256Hex(world.copy));
    CHECK(blob->size == world.copy.size());
    const auto onDisk = contentOf(world.blobs.path(blob->sha256));
    CHECK_FALSE(onDisk.contains("Nguy"));
    CHECK_FALSE(onDisk.contains("%PDF"));
    CHECK_FALSE(QFile::permissions(world.blobs.path(blob->sha256)) & QFile::ReadOther);

    CHECK(world.blobs.get(*blob).value() == world.copy);
    CHECK(world.blobs.verify(*blob));
    const auto source = world.blobs.open(*blob);
    REQUIRE(source);
    CHECK((*source)->size() == world.copy.size());
    CHECK((*source)->read(9, 10).value() == world.copy.mid(9, 10));
}

TEST_CASE("a finished file is sealed and its plain bytes are gone", "[store]")
{
    SealedBlobs world;
    const QString file = world.data.filePath(u"copy.pdf"_s);
    write(file, world.copy);
    const auto blob = world.blobs.take(file);
    REQUIRE(blob);
    CHECK_FALSE(QFile::exists(file));
    CHECK(world.blobs.get(*blob).value() == world.copy);
    QDirIterator files(world.data.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        CHECK_FALSE(contentOf(files.next()).contains("Nguy"));
    CHECK(world.blobs.take(file).error().fault == Fault::FileMissing);
}

TEST_CASE("a sealed blob opens only with its station's key", "[store]")
{
    SealedBlobs world;
    const auto blob = world.blobs.put(world.copy);
    const BlobFolder without(world.data.path());
    CHECK(without.get(*blob).error().fault == Fault::KeyUnavailable);
    CHECK(without.plainFile(*blob).error().fault == Fault::KeyUnavailable);
    const BlobFolder other(world.data.path(), aSealer());
    CHECK(other.get(*blob).error().fault == Fault::KeyUnavailable);
}

TEST_CASE("blobs of two stations and of two names cannot be exchanged", "[store]")
{
    SealedBlobs here;
    SealedBlobs there;
    const auto blob = here.blobs.put(here.copy);
    REQUIRE(there.blobs.put(there.copy).value() == *blob);
    const auto foreign = contentOf(there.blobs.path(blob->sha256));
    write(here.blobs.path(blob->sha256), foreign);
    CHECK(here.blobs.get(*blob).error().fault == Fault::KeyUnavailable);

    const auto other = here.blobs.put("another copy");
    write(here.blobs.path(blob->sha256), contentOf(here.blobs.path(other->sha256)));
    CHECK(here.blobs.get(*blob).error().fault == Fault::StorageFailed);
}

TEST_CASE("a sealed blob that the disk has changed is not given out", "[store]")
{
    SealedBlobs world;
    const auto blob = world.blobs.put(world.copy);
    auto onDisk = contentOf(world.blobs.path(blob->sha256));
    onDisk[2'000'000] = static_cast<char>(onDisk[2'000'000] ^ 1);
    write(world.blobs.path(blob->sha256), onDisk);
    CHECK(world.blobs.get(*blob).error().fault == Fault::StorageFailed);
    CHECK(world.blobs.verify(*blob).error().fault == Fault::StorageFailed);
    CHECK(world.blobs.plainFile(*blob).error().fault == Fault::StorageFailed);
}

TEST_CASE("libraries read a sealed blob as a file that is on no disk", "[store]")
{
    SealedBlobs world;
    const auto blob = world.blobs.put(world.copy);
    QString path;
    {
        const auto plain = world.blobs.plainFile(*blob);
        REQUIRE(plain);
        path = plain->path();
        CHECK(contentOf(path) == world.copy);
        CHECK(contentOf(path) == world.copy);
        CHECK(QFile::symLinkTarget(path).contains(u"memfd:"));
    }
    CHECK_FALSE(QFile::symLinkTarget(path).contains(u"memfd:"));

    // A plain one needs none.
    BlobFolder without(world.data.path());
    const auto old = without.put("old copy");
    CHECK(world.blobs.plainFile(*old)->path() == without.path(old->sha256));
}

TEST_CASE("blobs from before are read and sealed little by little", "[store]")
{
    SealedBlobs world;
    BlobFolder without(world.data.path());
    std::vector<dossier::Blob> old;
    for (int n = 0; n < 10; ++n)
        old.push_back(without.put("old copy " + QByteArray::number(n)).value());
    const auto damaged = without.put("damaged copy").value();
    write(without.path(damaged.sha256), "Damaged copy");
    CHECK(world.blobs.get(old.front()).value() == "old copy 0");
    CHECK((*world.blobs.open(old.front()))->read(4, 100).value() == "copy 0");
    CHECK(without.sealOld(100) == 0);

    int sealed = 0;
    for (int times = 0; times < 4; ++times)
        sealed += world.blobs.sealOld(3).value();
    CHECK(sealed == 10);
    CHECK(world.blobs.sealOld(3) == 0);
    for (std::size_t n = 0; n < old.size(); ++n) {
        CHECK_FALSE(contentOf(world.blobs.path(old[n].sha256)).contains("copy"));
        CHECK(world.blobs.get(old[n]).value() ==
              "old copy " + QByteArray::number(static_cast<int>(n)));
    }
    CHECK(contentOf(without.path(damaged.sha256)) == "Damaged copy");
}
