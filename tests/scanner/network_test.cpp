#include "scanner/client/discovery.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// A scanner behind saned, as a network scanner is. The port is fixed by SANE, so
// each test program has a loopback address of its own.

namespace {

bool answers(const QString &address)
{
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(6566);
    to.sin_addr.s_addr = inet_addr(address.toLatin1().constData());
    const bool connected = ::connect(file, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0;
    ::close(file);
    return connected;
}

class Server {
public:
    /// `users` are lines of saned.users; empty: nobody has to log in.
    explicit Server(const Bench &bench, const QString &users = {})
    {
        const auto pid = QCoreApplication::applicationPid();
        m_address = u"127.%1.%2.%3"_s.arg(1 + pid / 62'500 % 250)
                        .arg(1 + pid / 250 % 250)
                        .arg(1 + pid % 250);
        const QString served = bench.environment().variables.value(u"SANE_CONFIG_DIR"_s);
        writeText(served + u"/saned.conf"_s, m_address + u'\n');
        if (!users.isEmpty())
            writeText(served + u"/saned.users"_s, users);
        writeText(m_config.filePath(u"dll.conf"_s), u"net\n"_s);
        writeText(m_config.filePath(u"net.conf"_s), u"connect_timeout = 3\n"_s + m_address + u'\n');

        auto variables = QProcessEnvironment::systemEnvironment();
        const auto &ours = bench.environment().variables;
        for (auto it = ours.cbegin(); it != ours.cend(); ++it)
            variables.insert(it.key(), it.value());
        m_saned.setProcessEnvironment(variables);
        m_saned.start(u"saned"_s, {u"-l"_s, u"-b"_s, m_address, u"-e"_s});
        REQUIRE(m_saned.waitForStarted());
        for (int i = 0; i < 200 && !answers(m_address); ++i)
            QThread::msleep(20);
        REQUIRE(answers(m_address));
    }

    ~Server()
    {
        endConnections();
        m_saned.kill();
        m_saned.waitForFinished();
    }

    /// saned serves each connection in a child of its own.
    void endConnections() const
    {
        for (const auto child : childrenOf(m_saned.processId()))
            ::kill(static_cast<pid_t>(child), SIGKILL);
    }

    ScannerEnvironment environment() const
    {
        return {.binding = {.device = u"net:%1:vscan:adf1"_s.arg(m_address)},
                .variables = {{u"SANE_CONFIG_DIR"_s, m_config.path()}}};
    }

private:
    QTemporaryDir m_config;
    QString m_address;
    QProcess m_saned;
};

}  // namespace

TEST_CASE("a scanner behind saned works like one at the desk", "[sane]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"fault = read 3 jammed 50"_s);
    const Server server(bench);
    SaneScanSource source(server.environment());
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::PaperJam);
    CHECK(got.pages() == std::vector{1, 2});
}

TEST_CASE("scanners behind saned are discovered", "[sane]")
{
    const Bench bench;
    const Server server(bench);
    const auto devices = discoverDevices(server.environment(), 20'000);
    REQUIRE(devices);
    REQUIRE(devices->size() == 2);
    CHECK(devices->front().name == server.environment().binding.device);
    CHECK(devices->front().vendor == u"Trạm Số hóa"_s);
}

TEST_CASE("a server that dies in mid page does not hold the scan for ever", "[sane]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"side-ms = 60000"_s);
    const Server server(bench);
    SaneScanSource source(server.environment(), {.followingDataMs = 4000, .emptyReadsMs = 300});
    Sides got;
    std::thread cable([&] {
        while (filesIn(bench.spool(), u"*.part"_s).isEmpty())
            QThread::msleep(20);
        QThread::msleep(300);
        server.endConnections();
    });
    const auto result = source.scan(bench.request(), got.onSide(), {});
    cable.join();
    REQUIRE_FALSE(result);
    CAPTURE(result.error().detail);
    CHECK((result.error().fault == Fault::DeviceStalled ||
           result.error().fault == Fault::DeviceFailed ||
           result.error().fault == Fault::DeviceLost));
    CHECK(filesIn(bench.spool(), u"*"_s).isEmpty());
}

namespace {

/// An environment with a login file of that text.
ScannerEnvironment withLogin(const Bench &bench, const Server &server, const QString &text,
                             QFileDevice::Permissions mode = QFileDevice::ReadOwner)
{
    auto environment = server.environment();
    environment.loginFile = bench.dir() + u"/login"_s;
    QFile::remove(environment.loginFile);
    writeText(environment.loginFile, text);
    REQUIRE(QFile::setPermissions(environment.loginFile, mode));
    return environment;
}

}  // namespace

TEST_CASE("a server that wants a login gets it and a wrong password is refused", "[sane]")
{
    const Bench bench;
    bench.load(1, 2);
    const Server server(bench, u"nhanvien:mat khau 7:vscan\n"_s);
    Sides got;
    {
        SaneScanSource source(
            withLogin(bench, server, u"x:y:other\nnhanvien:mat khau 7:vscan\n"_s));
        const auto count = source.scan(bench.request(), got.onSide(), {});
        if (!count)
            FAIL(count.error().detail.toStdString());
        CHECK(got.pages() == std::vector{1, 2});
    }
    bench.load(1, 1);
    for (const auto &login :
         {u"nhanvien:sai:vscan\n"_s, u"nhanvien:mat khau 7:other\n"_s, u"\n"_s}) {
        SaneScanSource source(withLogin(bench, server, login));
        const auto refused = source.scan(bench.request(), got.onSide(), {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == Fault::DeviceNotFound);
        CHECK_FALSE(refused.error().detail.contains(u"khau"_s));
    }
    SaneScanSource without(server.environment());
    CHECK_FALSE(without.open({}));
}

TEST_CASE("a login file that others may read is not used", "[sane]")
{
    const Bench bench;
    const Server server(bench);
    SaneScanSource source(
        withLogin(bench, server, u"a:b:c\n"_s, QFileDevice::ReadOwner | QFileDevice::ReadGroup));
    const auto refused = source.open({});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::SettingsInvalid);
    CHECK(refused.error().subject == bench.dir() + u"/login"_s);
}
