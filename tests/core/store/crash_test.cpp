#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

/// The life of a paper up to extraction, one write after the other.
std::vector<std::function<bool(Store &)>> writes(const Dossier &dossier, BlobFolder &blobs)
{
    const auto copy = sample::anExtractedCopy({sha256Hex("pdf"), 3});
    const auto change = [dossier](PaperState from, PaperState next, const QString &action) {
        return StateChange{dossier.uuid, u"GT01"_s, std::move(from), std::move(next), sample::actor,
                           action,       {}};
    };
    return {
        [=](Store &store) { return store.createDossier(dossier, sample::actor).has_value(); },
        [=](Store &store) {
            return store.apply(change(OpenSlot{}, DigitizeSlot{}, u"decide"_s)).has_value();
        },
        [=](Store &store) {
            return store
                .addSide(sample::newSide(dossier, u"GT01"_s, copy.copy.sides[0]), sample::actor)
                .has_value();
        },
        [=](Store &store) {
            return store
                .addSide(sample::newSide(dossier, u"GT01"_s, copy.copy.sides[1]), sample::actor)
                .has_value();
        },
        [&blobs](Store &) { return blobs.put("pdf").has_value(); },
        [=](Store &store) {
            return store.apply(change(CapturedPaper{copy.copy.sides}, copy.copy, u"sign"_s))
                .has_value();
        },
        [=](Store &store) {
            return store.apply(change(copy.copy, copy, u"extract"_s)).has_value();
        },
    };
}

/// What must hold at every moment: chain whole, every named blob there and right.
void checkInvariants(const QString &data, const QString &uuid)
{
    auto store = Store::open(data);
    REQUIRE(store);
    CHECK(store->verifyAudit());
    const auto blobs = store->blobs(uuid);
    REQUIRE(blobs);
    for (const auto &blob : *blobs)
        CHECK(BlobFolder(data).verify(blob));
}

}  // namespace

TEST_CASE("a program that ends after any write leaves exactly the writes before", "[store]")
{
    const auto dossier = sample::aDossier();
    const QStringList states{
        {},          u"open"_s,     u"decided"_s, u"captured"_s, u"captured"_s, u"captured"_s,
        u"signed"_s, u"extracted"_s};
    for (int last = 0; last < states.size(); ++last) {
        const QTemporaryDir data;
        CAPTURE(last);
        const pid_t child = ::fork();
        if (child == 0) {
            BlobFolder blobs(data.path());
            auto store = Store::open(data.path());
            const auto all = writes(dossier, blobs);
            bool good = store.has_value();
            for (int n = 0; good && n < last; ++n)
                good = all[static_cast<std::size_t>(n)](*store);
            ::_exit(good ? 0 : 1);  // no destructor, no checkpoint
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(status == 0);
        checkInvariants(data.path(), dossier.uuid);
        const auto loaded = Store::open(data.path())->load(dossier.uuid);
        CHECK(loaded.has_value() == (last > 0));
        if (loaded)
            CHECK(stateName(loaded->components.front().state) == states[last]);
    }
}

TEST_CASE("a killed program has lost no side that it reported", "[store]")
{
    std::mt19937 random(20240715);
    for (int round = 0; round < 12; ++round) {
        const QTemporaryDir data;
        auto dossier = sample::aDossier();
        dossier.components.front().state = DigitizeSlot{};
        REQUIRE(Store::open(data.path())->createDossier(dossier, sample::actor));
        int reports[2];
        REQUIRE(::pipe(reports) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = Store::open(data.path());
            for (int sheet = 1; store; ++sheet) {
                if (!store->addSide(sample::newSide(dossier, u"GT01"_s, sample::aSide(sheet)),
                                    sample::actor) ||
                    ::write(reports[1], "s", 1) != 1)
                    break;
            }
            ::_exit(1);
        }
        ::close(reports[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 60));
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        std::size_t reported = 0;
        for (char byte = 0; ::read(reports[0], &byte, 1) == 1;)
            ++reported;
        ::close(reports[0]);

        checkInvariants(data.path(), dossier.uuid);
        const auto loaded = Store::open(data.path())->load(dossier.uuid);
        REQUIRE(loaded);
        const auto sides = sidesOf(loaded->components.front().state);
        CHECK(sides.size() >= reported);
        CHECK(sides.size() <= reported + 1);
        // One row for the dossier and one for each side.
        CHECK(Store::open(data.path())->auditHead()->seq == static_cast<qint64>(sides.size()) + 1);
    }
}
