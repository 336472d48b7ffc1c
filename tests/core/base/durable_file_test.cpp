#include "core/base/durable_file.h"

#include "core/base/sha256.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace station;

TEST_CASE("a durable write replaces the whole file and is private to its owner", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a/b/file"));
    REQUIRE(writeDurably(path, "first"));
    REQUIRE(writeDurably(path, "second"));
    CHECK(readWhole(path) == QByteArray("second"));
    CHECK((QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    CHECK(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("exclusive create lets exactly one writer win and keeps its bytes", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("claim"));
    REQUIRE(createDurably(path, "mine"));
    const auto second = createDurably(path, "yours");
    REQUIRE_FALSE(second);
    CHECK(second.error().fault == Fault::Conflict);
    CHECK(readWhole(path) == QByteArray("mine"));
}

TEST_CASE("a file larger than the limit is refused before it is read", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("big"));
    REQUIRE(writeDurably(path, QByteArray(1000, 'x')));
    const auto read = readWhole(path, 999);
    REQUIRE_FALSE(read);
    CHECK(read.error().fault == Fault::FileTooLarge);
    CHECK(sha256OfFile(path) == sha256Hex(QByteArray(1000, 'x')));
}
