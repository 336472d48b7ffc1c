#include "app/desk/token_keeper.h"

#include "tests/support/catch.h"

#include <atomic>

using namespace station;
using namespace station::desk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A token that only tells when it is logged out.
class CountedToken final : public workflow::CopySigner {
public:
    explicit CountedToken(int &logouts) : m_logouts(logouts) {}
    ~CountedToken() override { ++m_logouts; }

    const dossier::Clerk &clerk() const override { return m_clerk; }
    qint64 certificateEndsMs() const override { return 0; }
    Expected<workflow::SignedFile> sign(const workflow::SignRequest &) override
    {
        return fail(Fault::TokenFailed);
    }

private:
    int &m_logouts;
    dossier::Clerk m_clerk{};
};

/// An unlocked token under a clock that only the test moves.
struct Unlocked {
    Unlocked() { keeper.keep(std::make_unique<CountedToken>(logouts), u"0412"_s); }

    void pass(std::chrono::milliseconds time)
    {
        now = now.load() + time;
        keeper.lockIfIdle();
    }

    int logouts = 0;
    std::atomic<bool> told = false;
    std::atomic<TokenKeeper::Time> now{TokenKeeper::Time{} + 1h};
    TokenKeeper keeper{5min, [this](bool unlocked) { told = unlocked; },
                       [this] { return now.load(); }};
};

}  // namespace

TEST_CASE("a token is locked some minutes after its last signature", "[token]")
{
    Unlocked token;
    CHECK(token.told);
    token.pass(4min);
    REQUIRE(token.keeper.borrow());
    token.keeper.giveBack(true);
    token.pass(4min + 59s);
    CHECK(token.keeper.isUnlocked());
    token.pass(1s);
    CHECK_FALSE(token.keeper.isUnlocked());
    CHECK_FALSE(token.told);
    CHECK(token.logouts == 1);
    CHECK(token.keeper.borrow() == nullptr);
}

TEST_CASE("a token that signs is never idle, and a lock waits for its batch", "[token]")
{
    Unlocked token;
    REQUIRE(token.keeper.borrow());
    token.pass(20min);
    token.keeper.lock();
    CHECK(token.logouts == 0);
    token.keeper.giveBack(true);
    CHECK(token.logouts == 1);
    CHECK_FALSE(token.keeper.isUnlocked());
}

TEST_CASE("a batch that ended with the token's error locks it", "[token]")
{
    Unlocked token;
    REQUIRE(token.keeper.borrow());
    token.keeper.giveBack(false);
    CHECK_FALSE(token.keeper.isUnlocked());
    CHECK_FALSE(token.told);
}

TEST_CASE("a token that is pulled is locked, one that was never seen is not missed", "[token]")
{
    Unlocked token;
    token.keeper.tokensPresent({u"another"_s});
    CHECK(token.keeper.isUnlocked());
    token.keeper.tokensPresent({u"another"_s, u"0412"_s});
    CHECK(token.keeper.isUnlocked());
    token.keeper.tokensPresent({u"another"_s});
    CHECK_FALSE(token.keeper.isUnlocked());
    CHECK(token.logouts == 1);
}

TEST_CASE("a token that was there before it was unlocked is missed when it is pulled", "[token]")
{
    int logouts = 0;
    TokenKeeper keeper(5min, [](bool) {});
    keeper.tokensPresent({u"0412"_s});
    keeper.keep(std::make_unique<CountedToken>(logouts), u"0412"_s);
    keeper.tokensPresent({});
    CHECK_FALSE(keeper.isUnlocked());
    CHECK(logouts == 1);
}
