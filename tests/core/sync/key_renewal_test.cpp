#include "core/base/durable_file.h"
#include "core/repository/layout.h"
#include "core/sync/code_claims.h"
#include "core/sync/key_renewal.h"
#include "handover_world.h"

#include <QSet>

#include <thread>

using namespace station;
using namespace station::repository;
using namespace station::sync;

namespace {

/// A dossier was handed over; then the province's key got a further version.
struct RenewalWorld : World {
    RenewalWorld()
    {
        REQUIRE(handOver());
        REQUIRE(ProvinceKey::addVersion(data.filePath(u"province.key"_s), newFile));
        renewed = *ProvinceKey::load(newFile);
        // As a station that never had the first version.
        const auto lines = readWhole(newFile)->split('\n');
        REQUIRE(writeDurably(data.filePath(u"only.key"_s), lines.at(1) + '\n'));
    }
    /// Entries of the owner that a station with this key finds and opens.
    std::size_t papersOf(const ProvinceKey &with)
    {
        QSet<QString> names;
        for (const auto &prefix : layout::ownerIndexes(with, sample::ownerId)) {
            const auto keys = repository.list(prefix);
            REQUIRE(keys);
            for (const auto &entry : *keys) {
                if (with.unseal(repository.get(entry).value(), entry.toUtf8()))
                    names.insert(entry.section(u'/', -1));
            }
        }
        return std::size_t(names.size());
    }

    QString newFile = data.filePath(u"new.key"_s);
    ProvinceKey renewed = *ProvinceKey::load(data.filePath(u"province.key"_s));
    ProvinceKey newOnly() const { return *ProvinceKey::load(data.filePath(u"only.key"_s)); }
    store::Store store = openStore();
};

}  // namespace

TEST_CASE("what was stored under an older key is found under the newest after a renewal", "[sync]")
{
    RenewalWorld world;
    const auto newOnly = world.newOnly();
    REQUIRE(world.papersOf(world.key) == 2);
    CHECK(world.papersOf(newOnly) == 0);

    KeyRenewal renewal(world.store, world.repository, world.renewed);
    CHECK(renewal.isDue().value_or(false));
    const auto report = renewal.run();
    REQUIRE(report);
    CHECK(report->complete);
    CHECK(report->dossiers == 1);
    CHECK(report->objects == 5);  // two entries, two claims, the pointer
    CHECK_FALSE(renewal.isDue().value_or(true));
    CHECK(world.papersOf(newOnly) == 2);
    CHECK(world.papersOf(world.key) == 2);  // for a station that has only the old one
    CHECK(renewal.run()->objects == 0);
    CHECK_FALSE(KeyRenewal(world.store, world.repository, world.key).isDue().value_or(true));

    // A code that was claimed under the old key is taken under the new one alone.
    const auto code = codeOf(u"88-0123"_s);
    CHECK(CodeClaims(world.repository, newOnly)
              .claim(code, {newUuid7(), u"GT01"_s, sha256Hex("other")})
              .value() == codeOf(u"88-0123"_s, 2));
}

TEST_CASE("a renewal that is cut anywhere goes on and writes nothing twice", "[sync]")
{
    RenewalWorld world;
    HookedRepository hooked(world.repository);
    int failAt = 1;
    hooked.after = [&](int call) {
        return call == failAt ? std::optional(Fault::RepositoryDown) : std::nullopt;
    };
    for (; failAt < 20; ++failAt) {
        hooked.calls = 0;
        const auto done = KeyRenewal(world.store, hooked, world.renewed).run();
        if (done)
            break;
        CHECK(done.error().fault == Fault::RepositoryDown);
    }
    CHECK(failAt > 2);
    CHECK(world.papersOf(world.newOnly()) == 2);
    CHECK(world.repository.list(u"ctl/own/"_s)->size() == 4);
    CHECK(world.repository.list(u"ctl/code/"_s)->size() == 4);
}

TEST_CASE("a station with the old key alone and one with both never share a code", "[sync]")
{
    RenewalWorld world;
    for (int round = 0; round < 20; ++round) {
        const auto code = codeOf(u"R%1"_s.arg(round));
        std::optional<codes::DigitizationCode> first;
        std::optional<codes::DigitizationCode> second;
        {
            const std::jthread other([&] {
                first = *CodeClaims(world.repository, world.key)
                             .claim(code, {newUuid7(), u"GT01"_s, sha256Hex("one")});
            });
            second = *CodeClaims(world.repository, world.renewed)
                          .claim(code, {newUuid7(), u"GT01"_s, sha256Hex("two")});
        }
        CHECK(*first != *second);
        CHECK((*first == code || *second == code));
    }
}

TEST_CASE("what is sealed with a version that a station lacks says which one", "[sync]")
{
    RenewalWorld world;
    auto event = world.events().front();
    // The department's station still has the old key; the sender has both.
    const auto manifest = Inbox(world.repository, world.renewed).open(event);
    REQUIRE(manifest);
    const auto sealed = sealedManifest(*manifest, world.renewed);
    REQUIRE(sealed);
    event.manifestSha256 = sha256Hex(*sealed);
    event.manifestKey =
        layout::manifest(2024, u"H62.16.1"_s, event.dossierUuid, event.manifestSha256);
    REQUIRE(world.repository.putIfAbsent(event.manifestKey, *sealed, event.manifestSha256));
    CHECK(Inbox(world.repository, world.renewed).open(event));
    const auto unread = Inbox(world.repository, world.key).open(event);
    REQUIRE_FALSE(unread);
    CHECK(unread.error().fault == Fault::KeyUnavailable);
    CHECK(unread.error().subject == u"province key, version 2");
}
