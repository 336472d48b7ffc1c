#include "core/sealing/desktop_keyring.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace station;
using namespace station::sealing;
using namespace Qt::StringLiterals;

namespace {

/// A login session of its own, with a keyring or none; nothing of the real account is touched.
struct Session {
    /// This program's hidden test case within it. Its output when it failed.
    QString run(const QStringList &bus, const QString &prepare, const QString &testCase) const
    {
        QProcess session;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        const QString self = QFile::symLinkTarget(u"/proc/self/exe"_s);
        session.start(u"dbus-run-session"_s,
                      bus + QStringList{u"--"_s, u"sh"_s, u"-c"_s,
                                        prepare + u"exec '%1' '%2'"_s.arg(self, testCase)});
        REQUIRE(session.waitForFinished(30'000));
        const bool passed = session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0;
        return passed ? QString() : QString::fromUtf8(session.readAll());
    }
    static bool isInstalled(const QString &program)
    {
        if (!QStandardPaths::findExecutable(program).isEmpty())
            return true;
        // Not the log of Catch, which keeps quiet about a test that passed.
        std::fprintf(stderr, "SKIPPED: %s is not installed\n", qPrintable(program));
        return false;
    }

    QTemporaryDir home;
};

}  // namespace

TEST_CASE("the keyring keeps the key of an account", "[sealing]")
{
    if (!Session::isInstalled(u"dbus-run-session"_s) ||
        !Session::isInstalled(u"gnome-keyring-daemon"_s))
        return;
    const auto output =
        Session().run({},
                      u"printf secret | gnome-keyring-daemon --unlock --components=secrets"
                      " >/dev/null 2>&1; "_s,
                      u"a key goes into the keyring and comes back"_s);
    CHECK(output.toStdString() == std::string());
}

TEST_CASE("a session without a keyring says so at once", "[sealing]")
{
    if (!Session::isInstalled(u"dbus-run-session"_s))
        return;
    const Session session;
    // A bus that knows no service.
    QFile config(session.home.filePath(u"bus.conf"_s));
    REQUIRE(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                 "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
                 "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    config.close();
    const auto output = session.run({u"--config-file"_s, config.fileName()}, {},
                                    u"a missing keyring is an error that names it"_s);
    CHECK(output.toStdString() == std::string());
}

TEST_CASE("a key goes into the keyring and comes back", "[.session]")
{
    DesktopKeyring keyring;
    const auto none = keyring.load();
    INFO((none ? std::string() : none.error().detail.toStdString()));
    REQUIRE(none);
    CHECK_FALSE(none->has_value());

    auto keys = DataKeys::made().value();
    const auto saved = keyring.save(keys);
    INFO((saved ? std::string() : saved.error().detail.toStdString()));
    REQUIRE(saved);
    const auto loaded = keyring.load();
    REQUIRE(loaded);
    REQUIRE(loaded->has_value());
    CHECK((*loaded)->keys().back().id == keys.keys().back().id);
    CHECK((*loaded)->keys().back().bytes.view() == keys.keys().back().bytes.view());

    keys.adopt(DataKeys::made().value());
    REQUIRE(keyring.save(keys));
    CHECK(keyring.load()->value().keys().size() == 2);
}

TEST_CASE("a missing keyring is an error that names it", "[.session]")
{
    DesktopKeyring keyring;
    const auto loaded = keyring.load();
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().fault == Fault::KeyUnavailable);
    CHECK(loaded.error().detail.startsWith(u"keyring: "));
    CHECK(keyring.save(DataKeys::made().value()).error().fault == Fault::KeyUnavailable);
}
