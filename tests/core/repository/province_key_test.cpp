#include "core/base/durable_file.h"
#include "core/repository/province_key.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

const QByteArray knownLine = "3 " + QByteArray(64, '0') + "\n";

struct KeyFile {
    explicit KeyFile(const QByteArray &line) { REQUIRE(writeDurably(path, line)); }
    QTemporaryDir folder;
    QString path = folder.filePath(u"province.key"_s);
};

}  // namespace

TEST_CASE("hidden values are the keyed hash that other stations compute too", "[repository]")
{
    const KeyFile file(knownLine);
    const auto key = ProvinceKey::load(file.path);
    REQUIRE(key);
    // printf 'owner\x00''026185001234' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00
    CHECK(key->hidden("owner", u"026185001234"_s) == u"k3-fd9f30a9aa640662b2c529232a8ce2e0");
    CHECK(key->hidden("owner", u"026185001234"_s) != key->hidden("code", u"026185001234"_s));
}

TEST_CASE("a key that is made once is the same at the next start", "[repository]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sub/province.key"_s);
    const auto made = ProvinceKey::loadOrCreate(path);
    const auto again = ProvinceKey::loadOrCreate(path);
    REQUIRE(made);
    REQUIRE(again);
    CHECK(made->hidden("owner", u"1"_s) == again->hidden("owner", u"1"_s));
    CHECK(again->unseal(made->seal("block", "context").value(), "context").value() == "block");
    const QTemporaryDir elsewhere;
    const auto other = ProvinceKey::loadOrCreate(elsewhere.filePath(u"province.key"_s));
    CHECK(other->hidden("owner", u"1"_s) != made->hidden("owner", u"1"_s));
    CHECK_FALSE(other->unseal(made->seal("block", "context").value(), "context"));
}

TEST_CASE("a malformed or readable key file is refused", "[repository]")
{
    const QByteArray line =
        GENERATE(QByteArray(""), QByteArray("0 ") + QByteArray(64, 'a'),
                 QByteArray("1 ") + QByteArray(63, 'a'), QByteArray("1 ") + QByteArray(64, 'g'),
                 QByteArray(64, 'a'), QByteArray("300 ") + QByteArray(64, 'a'),
                 knownLine + knownLine, knownLine + "\n" + "4 0123");
    CHECK(ProvinceKey::load(KeyFile(line).path).error().fault == Fault::SettingsInvalid);

    const KeyFile readable(knownLine);
    QFile::setPermissions(readable.path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    CHECK(ProvinceKey::load(readable.path).error().fault == Fault::SettingsInvalid);
    CHECK(ProvinceKey::load(u"/nowhere/key"_s).error().fault == Fault::FileMissing);
}

TEST_CASE("a sealed block opens only whole and in its own place", "[repository]")
{
    const KeyFile file(knownLine);
    const auto key = ProvinceKey::load(file.path);
    REQUIRE(key);
    const QByteArray plain = "owner 026185001234";
    const auto sealed = key->seal(plain, "ctl/own/one");
    REQUIRE(sealed);
    CHECK(key->unseal(*sealed, "ctl/own/one").value() == plain);
    CHECK_FALSE(sealed->contains("026185001234"));
    CHECK(*sealed != key->seal(plain, "ctl/own/one").value());

    CHECK(key->unseal(*sealed, "ctl/own/two").error().fault == Fault::RepositoryDamaged);
    CHECK(key->unseal(sealed->chopped(1), "ctl/own/one").error().fault == Fault::RepositoryDamaged);
    CHECK(key->unseal({}, "ctl/own/one").error().fault == Fault::RepositoryDamaged);
    for (qsizetype position = 0; position < sealed->size(); ++position) {
        auto flipped = *sealed;
        flipped[position] = static_cast<char>(flipped[position] ^ 1);
        CHECK_FALSE(key->unseal(flipped, "ctl/own/one"));
    }
    CHECK(key->unseal(key->seal({}, {}).value(), {}).value().isEmpty());
}

TEST_CASE("a further version writes and the older ones still read", "[repository]")
{
    const KeyFile file(knownLine);
    const auto old = ProvinceKey::load(file.path);
    const QString elsewhere = file.folder.filePath(u"next.key"_s);
    CHECK(ProvinceKey::addVersion(file.path, elsewhere).value_or(0) == 4);
    CHECK(ProvinceKey::load(file.path)->version() == 3);  // not touched
    CHECK(ProvinceKey::addVersion(elsewhere, elsewhere).value_or(0) == 5);
    const auto both = ProvinceKey::load(elsewhere);
    REQUIRE(old);
    REQUIRE(both);
    CHECK(both->versions() == std::vector{5, 4, 3});

    const auto names = both->hiddenByEach("owner", u"026185001234"_s);
    REQUIRE(names.size() == 3);
    CHECK(names.front() == both->hidden("owner", u"026185001234"_s));
    CHECK(names.back() == old->hidden("owner", u"026185001234"_s));
    CHECK(names.front().mid(3) != names.back().mid(3));

    CHECK(both->unseal(old->seal("block", "context").value(), "context").value() == "block");
    const auto unread = old->unseal(both->seal("block", "context").value(), "context");
    REQUIRE_FALSE(unread);
    CHECK(unread.error().fault == Fault::KeyUnavailable);
    CHECK(unread.error().detail == u"province key, version 5");
}
