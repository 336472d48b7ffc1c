#include "core/sealing/key_place.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <future>
#include <set>

using namespace station;
using namespace station::sealing;
using namespace Qt::StringLiterals;

namespace {

/// A keyring that is locked, or of a session that has none.
class Silent final : public KeyPlace {
public:
    Expected<std::optional<DataKeys>> load() const override
    {
        return fail(Fault::KeyUnavailable, u"keyring: no service"_s);
    }
    Expected<> save(const DataKeys &) override { return fail(Fault::KeyUnavailable); }
    QString name() const override { return u"silent"_s; }
};

struct Places {
    Places()
    {
        // As a station has them: found in the file, made in the keyring.
        list.push_back(std::make_unique<KeyFile>(file));
        list.push_back(std::make_unique<Silent>());
    }
    Expected<FoundKeys> find(const QString &needed = {}) const
    {
        return findKeys(list, needed, lock);
    }

    QTemporaryDir folder;
    QString file = folder.filePath(u"config/sealing.key"_s);
    QString lock = folder.filePath(u"config/sealing.lock"_s);
    std::vector<std::unique_ptr<KeyPlace>> list;
};

}  // namespace

TEST_CASE("a first start makes a key that only its owner can read and later starts find it",
          "[sealing]")
{
    const Places places;
    const auto first = places.find();
    REQUIRE(first);
    CHECK(first->made);
    CHECK(first->place == places.file);
    CHECK_FALSE(QFile::permissions(places.file) & (QFile::ReadGroup | QFile::ReadOther));
    const auto id = first->keys.keys().back().id;

    const auto later = places.find();
    REQUIRE(later);
    CHECK_FALSE(later->made);
    CHECK(later->keys.keys().back().id == id);
    CHECK(places.find(id));
}

TEST_CASE("no other key is made when the one that data needs is lost", "[sealing]")
{
    const Places places;
    const auto lost = places.find(u"0123456789abcdef"_s);
    REQUIRE_FALSE(lost);
    CHECK(lost.error().fault == Fault::KeyUnavailable);
    CHECK(lost.error().detail.contains(u"0123456789abcdef"));
    CHECK(lost.error().detail.contains(u"no service"));
    CHECK_FALSE(QFile::exists(places.file));

    REQUIRE(places.find());
    CHECK(places.find(u"0123456789abcdef"_s).error().fault == Fault::KeyUnavailable);
}

TEST_CASE("a key file that others can read is refused", "[sealing]")
{
    const Places places;
    REQUIRE(places.find());
    QFile::setPermissions(places.file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    CHECK(places.find().error().fault == Fault::SettingsInvalid);
}

TEST_CASE("a key file that is damaged is not replaced", "[sealing]")
{
    const Places places;
    REQUIRE(places.find());
    QFile file(places.file);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("nothing of a key\n");
    file.close();
    CHECK(places.find().error().fault == Fault::SettingsInvalid);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "nothing of a key\n");
}

TEST_CASE("programs that start at once use one key", "[sealing]")
{
    const Places places;
    std::vector<std::future<QString>> starts;
    for (int n = 0; n < 8; ++n)
        starts.push_back(std::async(std::launch::async, [&] {
            const auto found = places.find();
            return found ? found->keys.keys().back().id : QString();
        }));
    std::set<QString> ids;
    for (auto &start : starts)
        ids.insert(start.get());
    CHECK(ids.size() == 1);
    CHECK_FALSE(ids.contains(QString()));
}

TEST_CASE("a restored key is found by its data and seals nothing new", "[sealing]")
{
    const Places places;
    const auto current = places.find()->keys.keys().back().id;
    auto lost = DataKeys::made().value();
    const auto needed = lost.keys().back().id;
    REQUIRE(places.find(needed).error().fault == Fault::KeyUnavailable);
    CHECK(restoreKeys(places.list, std::move(lost), places.lock).value() == places.file);
    const auto found = places.find(needed);
    REQUIRE(found);
    CHECK(found->keys.keys().back().id == current);
    CHECK(found->keys.contains(needed));
}
