#include "repository_contract.h"
#include "core/base/sha256.h"
#include "tests/support/catch.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::repository {
namespace {

using Open = std::function<std::unique_ptr<Repository>()>;
using Put = Repository::Put;

Expected<Put> put(Repository &repository, const QString &key, const QByteArray &bytes)
{
    return repository.putIfAbsent(key, bytes, sha256Hex(bytes));
}

void checkCreateOnce(const Open &open)
{
    const auto one = open();
    const auto other = open();
    const QString key = u"ctl/code/once"_s;
    CHECK(one->head(key).error().fault == Fault::FileMissing);
    CHECK(one->get(key).error().fault == Fault::FileMissing);
    CHECK(put(*one, key, "mine").value() == Put::Created);
    CHECK(put(*one, key, "mine").value() == Put::AlreadyThere);
    CHECK(put(*other, key, "mine").value() == Put::AlreadyThere);
    CHECK(put(*other, key, "theirs").error().fault == Fault::Conflict);
    CHECK(put(*other, key, {}).error().fault == Fault::Conflict);
    CHECK(other->get(key).value() == "mine");
    CHECK(other->head(key).value() == 4);
}

void checkWrongHash(const Open &open)
{
    const auto repository = open();
    const QString key = u"doc/v1/aa/wrong"_s;
    const auto refused = repository->putIfAbsent(key, "bytes", sha256Hex("other bytes"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::RepositoryDamaged);
    CHECK(repository->head(key).error().fault == Fault::FileMissing);
}

void checkBytes(const Open &open)
{
    const auto repository = open();
    QByteArray every;
    for (int n = 0; n < 300'000; ++n)
        every.append(static_cast<char>(n * 7 + n / 256));
    CHECK(put(*repository, u"doc/v1/aa/every"_s, every).value() == Put::Created);
    CHECK(repository->get(u"doc/v1/aa/every"_s).value() == every);
    CHECK(put(*repository, u"ctl/empty"_s, {}).value() == Put::Created);
    CHECK(repository->get(u"ctl/empty"_s).value().isEmpty());
}

void checkList(const Open &open)
{
    const auto repository = open();
    const QStringList keys{u"ctl/evt/D-1/20240101/a.json"_s, u"ctl/evt/D/20240101/a.json"_s,
                           u"ctl/evt/D/20240101/b.json"_s, u"ctl/evt/D/20240102/a.json"_s};
    for (const auto &key : {keys[2], keys[0], keys[3], keys[1]})
        REQUIRE(put(*repository, key, key.toLatin1()));
    CHECK(repository->list(u"ctl/evt/"_s).value() == keys);
    CHECK(repository->list(u"ctl/evt/D/"_s).value() == keys.mid(1));
    CHECK(repository->list(u"ctl/evt/D/2024010"_s).value() == keys.mid(1));
    CHECK(repository->list(u"ctl/evt/D/"_s, keys[1]).value() == keys.mid(2));
    CHECK(repository->list(u"ctl/evt/D/"_s, keys[3]).value().isEmpty());
    CHECK(repository->list(u"ctl/none/"_s).value().isEmpty());
}

void checkRace(const Open &open)
{
    constexpr int rounds = 20;
    constexpr int writers = 4;
    for (int round = 0; round < rounds; ++round) {
        const QString key = u"ctl/code/race-%1"_s.arg(round);
        std::atomic<int> created{0};
        std::atomic<int> conflicts{0};
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                const auto result = put(*open(), key, QByteArray::number(writer));
                if (result && *result == Put::Created)
                    ++created;
                if (!result && result.error().fault == Fault::Conflict)
                    ++conflicts;
            });
        }
        threads.clear();
        CHECK(created == 1);
        CHECK(conflicts == writers - 1);
    }
}

}  // namespace

void checkRepositoryContract(const Open &open)
{
    checkCreateOnce(open);
    checkWrongHash(open);
    checkBytes(open);
    checkList(open);
    checkRace(open);
}

}  // namespace station::repository
