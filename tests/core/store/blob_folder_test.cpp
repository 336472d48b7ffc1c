#include "core/base/sha256.h"
#include "core/store/blob_folder.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.write(bytes) == bytes.size());
}

}  // namespace

TEST_CASE("a blob is found under the hash of its bytes", "[store]")
{
    const QTemporaryDir data;
    BlobFolder blobs(data.path());
    const auto blob = blobs.put("signed copy");
    REQUIRE(blob);
    CHECK(blob->sha256 == sha256Hex("signed copy"));
    CHECK(blob->size == 11);
    CHECK(blobs.path(blob->sha256) ==
          data.path() + u"/blobs/"_s + blob->sha256.left(2) + u'/' + blob->sha256);
    CHECK(blobs.get(*blob) == QByteArray("signed copy"));
    CHECK(blobs.verify(*blob));
    CHECK(blobs.put("signed copy").value() == *blob);
}

TEST_CASE("a finished file is moved in and private whatever its mode was", "[store]")
{
    const QTemporaryDir data;
    const QString file = data.filePath(u"copy.pdf"_s);
    write(file, "signed copy");
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    BlobFolder blobs(data.path());
    const auto blob = blobs.take(file);
    REQUIRE(blob);
    CHECK(blob->sha256 == sha256Hex("signed copy"));
    CHECK_FALSE(QFile::exists(file));
    CHECK_FALSE(QFile::permissions(blobs.path(blob->sha256)) & QFile::ReadOther);
    CHECK(blobs.take(file).error().fault == Fault::FileMissing);
}

TEST_CASE("a blob that the disk has changed is not given out", "[store]")
{
    const QTemporaryDir data;
    BlobFolder blobs(data.path());
    const auto blob = blobs.put("signed copy");
    REQUIRE(blob);
    write(blobs.path(blob->sha256), "S");
    CHECK(blobs.get(*blob).error().fault == Fault::StorageFailed);
    CHECK(blobs.verify(*blob).error().fault == Fault::StorageFailed);
}
