#include "core/base/durable_file.h"
#include "core/base/file_hashes.h"
#include "core/base/sha256.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

/// By this process so far, as the kernel counts it.
qint64 bytesRead()
{
    QFile io(u"/proc/self/io"_s);
    REQUIRE(io.open(QIODevice::ReadOnly));
    return io.readLine().mid(sizeof "rchar:").trimmed().toLongLong();
}

}  // namespace

TEST_CASE("a file's hash is that of what lies there now", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"page.jpg"_s);
    FileHashes hashes;
    CHECK(hashes.of(path).error().fault == Fault::FileMissing);
    REQUIRE(writeDurably(path, "one"));
    CHECK(hashes.of(path) == sha256Hex("one"));
    CHECK(hashes.of(path) == sha256Hex("one"));
    REQUIRE(writeDurably(path, "two"));  // as long, within the same moment
    CHECK(hashes.of(path) == sha256Hex("two"));
    REQUIRE(QFile::remove(path));
    CHECK(hashes.of(path).error().fault == Fault::FileMissing);
}

TEST_CASE("a file is read once for its hash", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"page.jpg"_s);
    const QByteArray page(1'000'000, 'x');
    REQUIRE(writeDurably(path, page));
    FileHashes hashes;
    const qint64 before = bytesRead();
    CHECK(hashes.of(path) == sha256Hex(page));
    const qint64 once = bytesRead();
    CHECK(once - before >= page.size());
    for (int i = 0; i < 10; ++i)
        CHECK(hashes.of(path) == sha256Hex(page));
    CHECK(bytesRead() - once < page.size());
}
