#include "core/base/sha256.h"
#include "core/repository/folder_repository.h"
#include "repository_contract.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

TEST_CASE("a folder keeps what a repository promises", "[repository]")
{
    const QTemporaryDir root;
    checkRepositoryContract([&] { return std::make_unique<FolderRepository>(root.path()); });
}

TEST_CASE("a key cannot lead out of the repository", "[repository]")
{
    const QTemporaryDir root;
    FolderRepository repository(root.filePath(u"inner"_s));
    const QString key =
        GENERATE(u"../outside"_s, u"/etc/outside"_s, u"doc/../../outside"_s, u"doc/.hidden"_s,
                 u"doc//double"_s, u"doc/"_s, u"other/area"_s, u"doc/a b"_s, u"doc/ơ"_s, u""_s);
    CAPTURE(key);
    CHECK(repository.putIfAbsent(key, "x", sha256Hex("x")).error().fault == Fault::InvalidInput);
    CHECK(repository.get(key).error().fault == Fault::InvalidInput);
    CHECK(repository.head(key).error().fault == Fault::InvalidInput);
}

TEST_CASE("an object that changed on the disk is no longer the one that was put", "[repository]")
{
    const QTemporaryDir root;
    FolderRepository repository(root.path());
    const QByteArray bytes = "signed copy";
    const QString key = u"doc/v1/aa/copy"_s;
    REQUIRE(repository.putIfAbsent(key, bytes, sha256Hex(bytes)));
    {
        QFile file(root.filePath(key));
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write("S");
    }
    CHECK(sha256Hex(repository.get(key).value()) != sha256Hex(bytes));
    CHECK(repository.putIfAbsent(key, bytes, sha256Hex(bytes)).error().fault == Fault::Conflict);
}

TEST_CASE("a folder that cannot be written leaves the work queued", "[repository]")
{
    const QTemporaryDir root;
    QFile file(root.filePath(u"doc"_s));  // a file where a folder should be
    REQUIRE(file.open(QIODevice::WriteOnly));
    FolderRepository repository(root.path());
    CHECK(repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x")).error().fault ==
          Fault::RepositoryDown);
}

TEST_CASE("no other user of the machine can read the repository", "[repository]")
{
    const QTemporaryDir root;
    const mode_t before = ::umask(0);
    FolderRepository repository(root.filePath(u"inner"_s));
    REQUIRE(repository.putIfAbsent(u"doc/v1/aa/x"_s, "x", sha256Hex("x")));
    ::umask(before);
    QDirIterator files(root.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        files.next();
        CHECK_FALSE(files.fileInfo().permissions() &
                    (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                     QFile::WriteOther | QFile::ExeOther));
        ++seen;
    }
    CHECK(seen == 5);
}
