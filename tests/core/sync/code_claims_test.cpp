#include "core/sync/code_claims.h"
#include "handover_world.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::sync;

namespace {

ClaimedPaper aPaper(const QByteArray &bytes = "copy")
{
    return {newUuid7(), u"GT01"_s, sha256Hex(bytes)};
}

}  // namespace

TEST_CASE("a free code is claimed and stays with its paper", "[sync]")
{
    World world;
    CodeClaims claims(world.repository, world.key);
    const auto paper = aPaper();
    const auto code = codeOf(u"88-0123"_s);
    CHECK(claims.claim(code, paper).value() == code);
    CHECK(claims.claim(code, paper).value() == code);
}

TEST_CASE("a code of another paper leads to the next sequence", "[sync]")
{
    World world;
    CodeClaims claims(world.repository, world.key);
    const auto code = codeOf(u"88-0123"_s);
    REQUIRE(claims.claim(code, aPaper()));
    const auto second = aPaper();
    CHECK(claims.claim(code, second).value() == codeOf(u"88-0123"_s, 2));
    CHECK(claims.claim(code, aPaper()).value() == codeOf(u"88-0123"_s, 3));
    CHECK(claims.claim(code, second).value() == codeOf(u"88-0123"_s, 2));

    auto otherComponent = second;
    otherComponent.component = u"GT02"_s;
    CHECK(claims.claim(code, otherComponent).value() == codeOf(u"88-0123"_s, 4));
    CHECK(claims.claim(codeOf(u"77"_s), aPaper()).value() == codeOf(u"77"_s));
}

TEST_CASE("a corrected copy keeps the code of its paper", "[sync]")
{
    World world;
    CodeClaims claims(world.repository, world.key);
    const auto code = codeOf(u"88-0123"_s);
    const auto paper = aPaper();
    REQUIRE(claims.claim(code, paper));
    REQUIRE(claims.claim(code, aPaper()));
    auto corrected = paper;
    corrected.sha256 = sha256Hex("a better copy");
    CHECK(claims.claim(code, corrected).value() == code);
    CHECK(world.repository.list(u"ctl/code/"_s)->size() == 2);
}

TEST_CASE("the sequence goes on past 99", "[sync]")
{
    World world;
    CodeClaims claims(world.repository, world.key);
    const auto code = codeOf(u"88-0123"_s, 99);
    REQUIRE(claims.claim(code, aPaper()));
    const auto next = claims.claim(code, aPaper());
    REQUIRE(next);
    CHECK(next->sequence() == 100);
    CHECK(next->text().endsWith(u".100"_s));
}

TEST_CASE("two programs that claim one code at once get it and the next one", "[sync]")
{
    World world;
    for (int round = 0; round < 20; ++round) {
        const auto code = codeOf(u"R%1"_s.arg(round));
        int results[2];
        REQUIRE(::pipe(results) == 0);
        std::vector<pid_t> children;
        for (int program = 0; program < 2; ++program) {
            const pid_t child = ::fork();
            if (child == 0) {
                repository::FolderRepository repository(world.root.path());
                const auto claimed = CodeClaims(repository, world.key).claim(code, aPaper());
                const char sequence = claimed ? static_cast<char>(claimed->sequence()) : '\0';
                ::_exit(::write(results[1], &sequence, 1) == 1 ? 0 : 1);
            }
            children.push_back(child);
        }
        ::close(results[1]);
        for (const pid_t child : children) {
            int status = 0;
            REQUIRE(::waitpid(child, &status, 0) == child);
            REQUIRE(status == 0);
        }
        QByteArray sequences(2, '\0');
        CHECK(::read(results[0], sequences.data(), 1) == 1);
        CHECK(::read(results[0], sequences.data() + 1, 1) == 1);
        ::close(results[0]);
        std::sort(sequences.begin(), sequences.end());
        CHECK(sequences == QByteArray("\1\2"));
    }
}

TEST_CASE("a code is not claimed while the repository is away", "[sync]")
{
    World world;
    HookedRepository away(world.repository);
    away.before = [](int) { return Fault::RepositoryDown; };
    CHECK(CodeClaims(away, world.key).claim(codeOf(u"1"_s), aPaper()).error().fault ==
          Fault::RepositoryDown);
}
