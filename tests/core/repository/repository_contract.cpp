#include "repository_contract.h"
#include "core/base/digest.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::repository {
namespace {

using Put = Repository::Put;

Expected<Put> put(Repository &repository, const QString &key, const QByteArray &bytes)
{
    return repository.putIfAbsent(key, bytes, sha256Hex(bytes));
}

/// The storage of other cases is in the way of none.
QString fresh(const QString &prefix)
{
    return prefix + newUuid7();
}

void inThreads(int count, const std::function<void(int)> &work)
{
    std::vector<std::jthread> threads;
    for (int n = 0; n < count; ++n)
        threads.emplace_back([&work, n] { work(n); });
}

}  // namespace

Expected<QByteArray> PatternSource::read(qint64 offset, qint64 length) const
{
    if (onRead)
        onRead(offset);
    // In words, which are fast also where tests are compiled without optimization.
    const qint64 begin = offset / 8;
    const qint64 end = (std::min(offset + length, m_size) + 7) / 8;
    std::vector<quint64> words;
    for (qint64 word = begin; word < end; ++word)
        words.push_back((static_cast<quint64>(word) + 1) * 0x9E3779B97F4A7C15U +
                        static_cast<quint64>(m_seed));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()) + (offset - begin * 8),
                           std::min(length, m_size - offset));
    bytesRead += bytes.size();
    return bytes;
}

QString PatternSource::sha256() const
{
    Digest digest;
    for (qint64 offset = 0; offset < m_size; offset += 1'000'000)
        digest.add(PatternSource(m_size, m_seed).read(offset, 1'000'000).value());
    return digest.hex();
}

TEST_CASE("a key is created once and nothing takes its place", "[repository][contract]")
{
    const auto one = openRepository();
    const auto other = openRepository();
    const QString key = fresh(GENERATE(u"ctl/code/"_s, u"doc/man/v1/"_s));
    CHECK(one->head(key).error().fault == Fault::FileMissing);
    CHECK(one->get(key).error().fault == Fault::FileMissing);
    CHECK(one->verify(key, sha256Hex("mine"), {}).error().fault == Fault::FileMissing);
    CHECK(put(*one, key, "mine").value() == Put::Created);
    CHECK(put(*one, key, "mine").value() == Put::AlreadyThere);
    CHECK(put(*other, key, "mine").value() == Put::AlreadyThere);
    CHECK(put(*other, key, "theirs").error().fault == Fault::Conflict);
    CHECK(put(*other, key, {}).error().fault == Fault::Conflict);
    CHECK(other->get(key).value() == "mine");
    CHECK(other->head(key).value() == 4);
    CHECK(other->verify(key, sha256Hex("mine"), {}));
    CHECK(other->verify(key, sha256Hex("theirs"), {}).error().fault == Fault::RepositoryDamaged);
}

TEST_CASE("bytes that do not fit their hash are not stored", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString key = fresh(GENERATE(u"ctl/"_s, u"doc/v1/aa/"_s));
    const QByteArray bytes = GENERATE(QByteArray("bytes"), QByteArray());
    const auto refused = repository->putIfAbsent(key, bytes, sha256Hex("other bytes"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::RepositoryDamaged);
    CHECK(repository->head(key).error().fault == Fault::FileMissing);
}

TEST_CASE("every byte of an object comes back whatever its size", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString key = fresh(u"doc/v1/aa/"_s);
    const PatternSource content(GENERATE(1, 65'537, 1'048'576, 3'000'001));
    CHECK(repository->putIfAbsent(key, content, content.sha256(), {}).value() == Put::Created);
    CHECK(repository->get(key).value() == content.read(0, content.size()).value());
    CHECK(repository->head(key).value() == content.size());

    const QString empty = fresh(u"ctl/empty-"_s);
    CHECK(put(*repository, empty, {}).value() == Put::Created);
    CHECK(repository->get(empty).value().isEmpty());
    CHECK(repository->head(empty).value() == 0);
    CHECK(put(*repository, empty, {}).value() == Put::AlreadyThere);
}

TEST_CASE("a hundred megabytes go through in pieces", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString key = fresh(u"doc/v1/aa/"_s);
    const PatternSource content(100'000'000);
    const QString sha256 = content.sha256();
    CHECK(repository->putIfAbsent(key, content, sha256, {}).value() == Put::Created);
    CHECK(repository->head(key).value() == content.size());
    CHECK(repository->verify(key, sha256, {}));
    const PatternSource smaller(20'000'000);
    const QString otherKey = fresh(u"doc/v1/aa/"_s);
    CHECK(repository->putIfAbsent(otherKey, smaller, sha256, {}).error().fault ==
          Fault::RepositoryDamaged);
    CHECK(repository->head(otherKey).error().fault == Fault::FileMissing);
    CHECK(repository->putIfAbsent(otherKey, smaller, smaller.sha256(), {}).value() == Put::Created);
    CHECK(repository->putIfAbsent(otherKey, smaller, smaller.sha256(), {}).value() ==
          Put::AlreadyThere);
    const PatternSource other(20'000'000, 1);
    CHECK(repository->putIfAbsent(otherKey, other, other.sha256(), {}).error().fault ==
          Fault::Conflict);
}

TEST_CASE("a list has the keys of a prefix in their order after the last one seen",
          "[repository][contract]")
{
    const auto repository = openRepository();
    const QString top = fresh(u"ctl/evt/"_s) + u'/';
    const QStringList keys{top + u"D-1/20240101/a.json"_s, top + u"D/20240101/a.json"_s,
                           top + u"D/20240101/b.json"_s, top + u"D/20240102/a.json"_s};
    for (const auto &key : {keys[2], keys[0], keys[3], keys[1]})
        REQUIRE(put(*repository, key, key.toLatin1()));
    CHECK(repository->list(top).value() == keys);
    CHECK(repository->list(top + u"D/"_s).value() == keys.mid(1));
    CHECK(repository->list(top + u"D/2024010"_s).value() == keys.mid(1));
    CHECK(repository->list(top + u"D/"_s, keys[1]).value() == keys.mid(2));
    CHECK(repository->list(top + u"D/"_s, keys[1] + u"a"_s).value() == keys.mid(2));
    CHECK(repository->list(top + u"D/"_s, keys[3]).value().isEmpty());
    CHECK(repository->list(fresh(u"ctl/none/"_s)).value().isEmpty());
}

TEST_CASE("a list is whole beyond a thousand keys", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString top = fresh(u"ctl/own/"_s) + u'/';
    constexpr int threads = 6;
    constexpr int each = 176;
    std::atomic<int> stored = 0;
    inThreads(threads, [&](int thread) {
        for (int n = 0; n < each; ++n)
            stored +=
                put(*repository, top + u"%1-%2"_s.arg(thread).arg(n, 4, 10, QLatin1Char('0')), "x")
                    ? 1
                    : 0;
    });
    REQUIRE(stored == threads * each);
    const auto all = repository->list(top).value();
    CHECK(all.size() == threads * each);
    CHECK(std::is_sorted(all.cbegin(), all.cend()));
    CHECK(repository->list(top, all[9]).value() == all.mid(10));
    CHECK(repository->list(top, all[1050]).value() == all.mid(1051));
}

TEST_CASE("of several writers of one key exactly one creates it", "[repository][contract]")
{
    constexpr int rounds = 20;
    constexpr int writers = 4;
    std::vector<std::unique_ptr<Repository>> stations;
    for (int writer = 0; writer < writers; ++writer)
        stations.push_back(openRepository());
    for (int round = 0; round < rounds; ++round) {
        const QString key = fresh(u"ctl/code/race-"_s);
        std::atomic<int> created{0};
        std::atomic<int> conflicts{0};
        inThreads(writers, [&](int writer) {
            const auto result =
                put(*stations[static_cast<std::size_t>(writer)], key, QByteArray::number(writer));
            created += result && *result == Put::Created ? 1 : 0;
            conflicts += !result && result.error().fault == Fault::Conflict ? 1 : 0;
        });
        CHECK(created == 1);
        CHECK(conflicts == writers - 1);
    }
}

TEST_CASE("several threads share one access", "[repository][contract]")
{
    const auto repository = openRepository();
    std::atomic<int> good = 0;
    constexpr int threads = 8;
    constexpr int each = 10;
    inThreads(threads, [&](int thread) {
        for (int n = 0; n < each; ++n) {
            const QString key = fresh(u"doc/v1/aa/"_s);
            const PatternSource content(20'000 + n * 1'000, thread);
            const bool stored =
                repository->putIfAbsent(key, content, content.sha256(), {}).has_value();
            const bool same = repository->get(key).value_or(QByteArray()) ==
                              content.read(0, content.size()).value();
            const bool proved = repository->verify(key, content.sha256(), {}).has_value();
            good += stored && same && proved ? 1 : 0;
        }
    });
    CHECK(good == threads * each);
}

TEST_CASE("a put that is stopped leaves nothing that counts", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString key = fresh(u"doc/v1/aa/"_s);
    const qint64 size = GENERATE(4'000'000, 24'000'000);
    const PatternSource plain(size);
    PatternSource stopping(size);
    std::stop_source stop;
    stopping.onRead = [&](qint64 offset) {
        if (offset > size / 2)
            stop.request_stop();
    };
    const auto stopped = repository->putIfAbsent(key, stopping, plain.sha256(), stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::Cancelled);
    CHECK(repository->head(key).error().fault == Fault::FileMissing);
    CHECK(repository->putIfAbsent(key, plain, plain.sha256(), {}).value() == Put::Created);
    CHECK(repository->verify(key, plain.sha256(), stop.get_token()).error().fault ==
          Fault::Cancelled);
    CHECK(repository->verify(key, plain.sha256(), {}));
}

TEST_CASE("a source that fails half way is told as its own fault", "[repository][contract]")
{
    class Broken final : public ByteSource {
    public:
        qint64 size() const override { return 20'000'000; }
        Expected<QByteArray> read(qint64 offset, qint64 length) const override
        {
            if (offset + length > 10'000'000)
                return fail(Fault::StorageFailed, u"input/output error"_s);
            return QByteArray(length, 'x');
        }
    };
    const auto repository = openRepository();
    const QString key = fresh(u"doc/v1/aa/"_s);
    CHECK(repository->putIfAbsent(key, Broken(), sha256Hex("?"), {}).error().fault ==
          Fault::StorageFailed);
    CHECK(repository->head(key).error().fault == Fault::FileMissing);
}

TEST_CASE("a key cannot lead out of its area", "[repository][contract]")
{
    const auto repository = openRepository();
    const QString key =
        GENERATE(u"../outside"_s, u"/etc/outside"_s, u"doc/../../outside"_s, u"doc/.hidden"_s,
                 u"doc//double"_s, u"doc/"_s, u"other/area"_s, u"doc/a b"_s, u"doc/ơ"_s, u""_s);
    CAPTURE(key);
    CHECK(put(*repository, key, "x").error().fault == Fault::InvalidInput);
    CHECK(repository->get(key).error().fault == Fault::InvalidInput);
    CHECK(repository->head(key).error().fault == Fault::InvalidInput);
    CHECK(repository->verify(key, sha256Hex("x"), {}).error().fault == Fault::InvalidInput);
}

TEST_CASE("what was tried fits for claims and for purge", "[repository][contract]")
{
    const auto found = openRepository()->probe();
    REQUIRE(found);
    CAPTURE(found->findings.join(u'\n'));
    CHECK(found->fitsForClaims());
    CHECK(found->fitsForPurge());
    CHECK(std::abs(found->clockOffsetMs) < 5'000);
    CHECK(found->findings.size() >= 3);
}

}  // namespace station::repository
