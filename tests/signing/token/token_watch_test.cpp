#include "signing/client/token_watch.h"

#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// What a watch has told, in its order.
class Told {
public:
    TokenWatch::OnChange listener()
    {
        return [this](const QStringList &present) {
            const std::lock_guard lock(m_mutex);
            m_all.push_back(present);
            m_news.notify_all();
        };
    }
    /// The news number `index`, waited for.
    QStringList at(std::size_t index)
    {
        std::unique_lock lock(m_mutex);
        REQUIRE(
            m_news.wait_for(lock, std::chrono::seconds(20), [&] { return m_all.size() > index; }));
        return m_all[index];
    }
    std::size_t size()
    {
        const std::lock_guard lock(m_mutex);
        return m_all.size();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::vector<QStringList> m_all;
};

}  // namespace

TEST_CASE("the watch tells when a token comes and goes, and never logs in", "[signing][token]")
{
    const TokenDesk desk;
    const QString absent = desk.file(u"absent"_s);
    writeFile(absent, "yes");
    auto shimmed = desk.behindShim({{u"ABSENT"_s, absent}});
    shimmed.softTokens = desk.folder.path();
    Told told;
    {
        const TokenWatch watch(shimmed, told.listener());
        CHECK(told.at(0).isEmpty());
        REQUIRE(QFile::remove(absent));
        const auto tokens = listTokens(desk.environment);
        REQUIRE(tokens);
        CHECK(told.at(1) == QStringList{desk.label + u'\t' + tokens->front().serial});
        writeFile(absent, "yes");
        CHECK(told.at(2).isEmpty());
    }
    CHECK(told.size() == 3);
    CHECK(desk.calls("C_Login") == 0);
    CHECK(desk.calls("C_OpenSession") == 0);
}

TEST_CASE("a module is asked for its tokens when something may have changed, and never else",
          "[signing][token]")
{
    const TokenDesk desk;
    const QString absent = desk.file(u"absent"_s);
    auto shimmed = desk.behindShim({{u"ABSENT"_s, absent}});
    shimmed.deadlines.closeWatchMs = 20;
    Told told;
    TokenWatch watch(shimmed, told.listener());
    CHECK(told.at(0).size() == 1);
    const auto looksWithin = [&desk](std::chrono::milliseconds time) {
        const auto before = desk.calls("C_GetSlotList");
        std::this_thread::sleep_for(time);
        return desk.calls("C_GetSlotList") - before;
    };
    CHECK(looksWithin(std::chrono::milliseconds(1'500)) == 0);

    // Nothing tells that this token goes; while it is unlocked it is missed nevertheless.
    watch.lookClosely(true);
    CHECK(looksWithin(std::chrono::milliseconds(500)) > 4);
    writeFile(absent, "yes");
    CHECK(told.at(1).isEmpty());

    watch.lookClosely(false);
    (void)looksWithin(std::chrono::milliseconds(200));
    CHECK(looksWithin(std::chrono::milliseconds(500)) == 0);
    REQUIRE(QFile::remove(absent));
    CHECK(looksWithin(std::chrono::milliseconds(200)) == 0);
    watch.look();
    CHECK(told.at(2).size() == 1);
}

TEST_CASE("the watch comes back after a driver that hangs or dies", "[signing][token]")
{
    const auto order = GENERATE(u"hang@3"_s, u"abort@3"_s, u"segv@3"_s);
    INFO(order.toStdString());
    const TokenDesk desk;
    const QString absent = desk.file(u"absent"_s);
    auto shimmed = desk.behindShim({{u"ABSENT"_s, absent}, {u"GetTokenInfo"_s, order}});
    shimmed.deadlines.restartMs = 20;
    shimmed.deadlines.listMs = 150;
    Told told;
    TokenWatch watch(shimmed, told.listener());
    CHECK(told.at(0).size() == 1);
    // Each agent lives for two looks. That it dies is no news; that the token goes is.
    while (desk.calls("C_GetTokenInfo") < 4) {
        watch.look();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(told.size() == 1);
    writeFile(absent, "yes");
    watch.look();
    CHECK(told.at(1).isEmpty());
}

TEST_CASE("a watch that cannot start ends at once when it is no longer needed", "[signing][token]")
{
    QElapsedTimer timer;
    timer.start();
    {
        const TokenWatch watch({.agentProgram = u"/nonexistent/agent"_s},
                               [](const QStringList &) { FAIL("nothing to tell"); });
    }
    CHECK(timer.elapsed() < 5'000);
}

}  // namespace station::signing
