#include "tests/support/ceph_cluster.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QMessageAuthenticationCode>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace station {
namespace {

constexpr int patienceMs = 60'000;  // a busy machine; a quiet one needs one to five seconds

/// Nobody listens on it now. Somebody may before we do; the start then fails and says so.
int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(fd, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                       ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(fd);
    if (!bound)
        throw std::runtime_error("no free port on the loopback");
    return ntohs(address.sin_port);
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Who runs a program.
struct Runner {
    uid_t user = ::getuid();
    gid_t group = ::getgid();
    bool changes = false;

    static Runner self() { return {}; }
    /// For servers: `nobody` when this is root.
    static Runner unprivileged()
    {
        const passwd *nobody = ::getuid() == 0 ? ::getpwnam("nobody") : nullptr;
        if (nobody == nullptr)
            return self();
        return {.user = nobody->pw_uid, .group = nobody->pw_gid, .changes = true};
    }
};

class Process {
public:
    Process() = default;
    Process(const QStringList &command, const QString &log, const Runner &runner, int input = -1)
    {
        std::vector<QByteArray> words;
        for (const auto &word : command)
            words.push_back(QFile::encodeName(word));
        std::vector<char *> arguments;
        for (auto &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const QByteArray logName = QFile::encodeName(log);

        m_id = ::fork();
        if (m_id != 0)
            return;
        const int out = ::open(logName.constData(), O_WRONLY | O_CREAT | O_APPEND, 0666);
        ::dup2(input >= 0 ? input : ::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::close_range(STDERR_FILENO + 1, ~0U, 0);
        ::setpgid(0, 0);  // Ctrl+C is for the test, which stops us in order
        const bool lowered =
            !runner.changes || (::setgroups(0, nullptr) == 0 && ::setgid(runner.group) == 0 &&
                                ::setuid(runner.user) == 0);
        if (lowered)
            ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }

    bool runs()
    {
        if (m_id > 0 && ::waitpid(m_id, nullptr, WNOHANG) == m_id)
            m_id = -1;
        return m_id > 0;
    }
    void kill()
    {
        if (!runs())
            return;
        ::kill(m_id, SIGKILL);
        wait();
    }
    int wait()
    {
        int status = -1;
        ::waitpid(m_id, &status, 0);
        m_id = -1;
        return status;
    }

private:
    pid_t m_id = -1;
};

}  // namespace

struct CephCluster::State {
    explicit State(Disk disk)
    {
        if (!folder.isValid() || !QDir(folder.path()).mkpath(u"mon"_s))
            throw std::runtime_error("no temporary folder");
        for (const auto *name : {"osd/0", "rgw", "run", "log"})
            QDir(folder.path()).mkpath(QLatin1String(name));
        writeConfiguration(disk);
        run({u"chown"_s, u"-R"_s, u"%1:%2"_s.arg(runner.user).arg(runner.group), folder.path()},
            Runner::self());

        // Ends with our end of the pipe: also when this program is killed.
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        guardInput = ends[1];
        guard = Process({u"sh"_s, u"-c"_s,
                         u"cat; kill -9 $(cat \"$0\"/run/*.pid) 2>/dev/null; rm -rf \"$0\""_s,
                         folder.path()},
                        u"/dev/null"_s, Runner::self(), ends[0]);
        ::close(ends[0]);
        folder.setAutoRemove(false);
    }

    ~State()
    {
        // A disk that lost its monitor does not stop on SIGTERM.
        for (auto *process : {&gateway, &osd, &mon})
            process->kill();
        forgetSockets();
        ::close(guardInput);
        guard.wait();
    }

    void writeConfiguration(Disk disk)
    {
        const QString text = uR"([global]
fsid = %FSID
mon initial members = a
mon host = [v2:127.0.0.1:%MON/0]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
keyring = %D/keyring
run dir = %D/run
admin socket = %D/run/$name.asok
pid file = %D/run/$name.pid
log file = %D/log/$name.log
crash dir = %D/run
mon cluster log file = %D/log/cluster.log
osd pool default size = 1
osd pool default min size = 1
mon allow pool size one = true
osd pool default pg num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon data avail warn = 2
mon data avail crit = 1
paxos propose interval = 0.02
paxos min wait = 0.01
mon tick interval = 1
mon lease = 2
osd heartbeat interval = 1
osd heartbeat grace = 4
[mon.a]
mon data = %D/mon/a
[osd.0]
osd data = %D/osd/0
osd objectstore = %STORE
bluestore block size = 10737418240
memstore device bytes = 4294967296
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:%PORT tcp_nodelay=1
rgw data = %D/rgw
rgw num rados handles = 1
rgw thread pool size = 32
rgw dynamic resharding = false
rgw enable gc threads = false
rgw enable lc threads = false
rgw enable quota threads = false
rgw bucket quota ttl = 0
rgw user quota bucket sync interval = 1
)"_s;
        QString filled = text;
        filled.replace(u"%FSID"_s, fsid)
            .replace(u"%MON"_s, QString::number(monPort))
            .replace(u"%STORE"_s, disk == Disk::Memory ? u"memstore"_s : u"bluestore"_s)
            .replace(u"%PORT"_s, QString::number(port))
            .replace(u"%D"_s, folder.path());
        QFile file(configuration);
        if (!file.open(QIODevice::WriteOnly) || file.write(filled.toUtf8()) < 0)
            throw std::runtime_error("the configuration cannot be written");
    }

    [[noreturn]] void giveUp(const QString &what) const
    {
        QByteArray tail;
        const QDir logs(folder.filePath(u"log"_s));
        for (const auto &name : logs.entryList(QDir::Files)) {
            QFile file(logs.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                tail += "\n--- " + name.toUtf8() + '\n' + file.readAll().right(1500);
        }
        throw std::runtime_error("Ceph: " + what.toStdString() + tail.toStdString());
    }

    QString logOf(const QString &name) const { return folder.filePath(u"log/out-"_s + name); }

    void run(const QStringList &command, const Runner &as) const
    {
        const QString log = folder.filePath(u"log/out-set-up"_s);
        if (Process(command, log, as).wait() != 0)
            giveUp(command.join(u' '));
    }
    void run(const QStringList &command) const { run(command, runner); }
    QStringList with(QStringList command) const { return command << u"-c"_s << configuration; }

    void makeMonitor()
    {
        const QString keyring = folder.filePath(u"keyring"_s);
        const QString map = folder.filePath(u"monmap"_s);
        const auto key = [&](const QStringList &rest) {
            run(QStringList{u"ceph-authtool"_s, keyring} + rest);
        };
        const QString all = u"allow *"_s;
        key({u"-C"_s, u"-g"_s, u"-n"_s, u"mon."_s, u"--cap"_s, u"mon"_s, all});
        key({u"-g"_s, u"-n"_s, u"client.admin"_s, u"--cap"_s, u"mon"_s, all, u"--cap"_s, u"osd"_s,
             all});
        key({u"-g"_s, u"-n"_s, u"client.rgw.a"_s, u"--cap"_s, u"mon"_s, u"allow rw"_s, u"--cap"_s,
             u"osd"_s, u"allow rwx"_s});
        key({u"-g"_s, u"-n"_s, u"osd.0"_s, u"--cap"_s, u"mon"_s, u"allow profile osd"_s, u"--cap"_s,
             u"osd"_s, all});
        run({u"monmaptool"_s, u"--create"_s, u"--clobber"_s, u"--fsid"_s, fsid, u"--addv"_s, u"a"_s,
             u"[v2:127.0.0.1:%1]"_s.arg(monPort), map});
        run(with(
            {u"ceph-mon"_s, u"--mkfs"_s, u"-i"_s, u"a"_s, u"--monmap"_s, map, u"-k"_s, keyring}));
    }
    void startMonitor()
    {
        if (!mon.runs())
            mon = Process(with({u"ceph-mon"_s, u"-f"_s, u"-i"_s, u"a"_s}), logOf(u"mon"_s), runner);
    }
    void makeDisk()
    {
        const QString uuid = newId();
        run(with({u"ceph"_s, u"--connect-timeout"_s, u"60"_s, u"osd"_s, u"new"_s, uuid}));
        run(with({u"ceph-osd"_s, u"-i"_s, u"0"_s, u"--mkfs"_s, u"--osd-uuid"_s, uuid}));
    }
    void startDisk()
    {
        if (!osd.runs())
            osd = Process(with({u"ceph-osd"_s, u"-f"_s, u"-i"_s, u"0"_s}), logOf(u"osd"_s), runner);
    }
    void startGateway()
    {
        if (!gateway.runs())
            gateway = Process(with({u"radosgw"_s, u"-f"_s, u"-n"_s, u"client.rgw.a"_s}),
                              logOf(u"rgw"_s), runner);
    }
    void administrate(const QStringList &arguments) const
    {
        // Its name is the gateway's, its socket must not be.
        run(with({u"radosgw-admin"_s, u"-n"_s, u"client.rgw.a"_s, u"--admin-socket"_s,
                  folder.filePath(u"run/admin.asok"_s)}) +
            arguments);
    }

    /// kill -9 leaves them, and the next start stumbles over them.
    void forgetSockets() const
    {
        QDir run(folder.filePath(u"run"_s));
        for (const auto &name :
             run.entryList({u"*.asok"_s, u"*.pid"_s}, QDir::Files | QDir::System))
            run.remove(name);
    }

    // Its user may enter, nobody else.
    QTemporaryDir folder{QDir::tempPath() + u"/station-ceph-XXXXXX"_s};
    QString configuration = folder.filePath(u"ceph.conf"_s);
    QString fsid = newId();
    int monPort = freePort();
    int port = freePort();
    Runner runner = Runner::unprivileged();
    Process mon;
    Process osd;
    Process gateway;
    Process guard;
    int guardInput = -1;
};

bool CephCluster::isInstalled()
{
    for (const auto &program :
         {u"ceph"_s, u"ceph-mon"_s, u"ceph-osd"_s, u"radosgw"_s, u"radosgw-admin"_s, u"curl"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return false;
    }
    return true;
}

CephCluster &CephCluster::shared(Disk disk)
{
    if (!isInstalled()) {
        std::puts("SKIPPED: needs the packages radosgw ceph-mon ceph-osd ceph-common curl");
        std::fflush(stdout);
        std::_Exit(77);
    }
    static CephCluster cluster(disk);
    return cluster;
}

CephCluster::CephCluster(Disk disk) : m(std::make_unique<State>(disk))
{
    m->makeMonitor();
    m->startMonitor();
    m->makeDisk();
    m->startDisk();
    m->startGateway();
    m->administrate({u"user"_s, u"create"_s, u"--uid=tram"_s, u"--display-name=tram"_s,
                     u"--access-key=%1"_s.arg(QString::fromLatin1(accessKey())),
                     u"--secret-key=%1"_s.arg(QString::fromLatin1(secretKey()))});
    startGateway();

    const auto need = [&](const Answer &answer, const char *what) {
        if (answer.status != 200)
            m->giveUp(u"%1: HTTP %2 %3"_s.arg(QLatin1String(what))
                          .arg(answer.status)
                          .arg(QString::fromUtf8(answer.body)));
    };
    const QByteArray documents = '/' + versionedBucket().toLatin1();
    const QByteArray locked = '/' + lockedBucket().toLatin1();
    need(ask("PUT", '/' + plainBucket().toLatin1()), "bucket");
    need(ask("PUT", documents), "bucket");
    need(ask("PUT", documents + "?versioning",
             "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"),
         "versioning");
    need(ask("PUT", locked, {}, {"x-amz-bucket-object-lock-enabled:true"}), "bucket with lock");
    need(ask("PUT", locked + "?object-lock",
             "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>"
             "<DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention>"
             "</Rule></ObjectLockConfiguration>"),
         "object lock");
}

CephCluster::~CephCluster() = default;

QString CephCluster::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m->port);
}

void CephCluster::killGateway()
{
    m->gateway.kill();
}

void CephCluster::startGateway()
{
    m->startGateway();
    QElapsedTimer timer;
    timer.start();
    // Any word of the gateway will do; it refuses nothing before its cluster works.
    while (ask("GET", "/").status != 200) {
        if (!m->gateway.runs() || timer.elapsed() > patienceMs)
            m->giveUp(u"the gateway does not answer"_s);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void CephCluster::killAll()
{
    for (auto *process : {&m->gateway, &m->osd, &m->mon})
        process->kill();
}

void CephCluster::startAll()
{
    if (!m->mon.runs() && !m->osd.runs() && !m->gateway.runs())
        m->forgetSockets();
    m->startMonitor();
    m->startDisk();
    startGateway();
}

QByteArray CephCluster::logs() const
{
    QByteArray all;
    const QDir logs(m->folder.filePath(u"log"_s));
    for (const auto &name : logs.entryList(QDir::Files)) {
        QFile file(logs.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

CephCluster::Answer CephCluster::ask(const QByteArray &method, const QByteArray &resource,
                                     const QByteArray &body,
                                     const QList<QByteArray> &amzHeaders) const
{
    const QByteArray date =
        QLocale::c()
            .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss"_s)
            .toLatin1() +
        " GMT";
    QByteArray toSign =
        method + "\n\n" + (body.isEmpty() ? "" : "application/xml") + '\n' + date + '\n';
    for (const auto &header : amzHeaders)
        toSign += header + '\n';
    // Of a query only what names a part of the resource is signed.
    const auto mark = resource.indexOf('?');
    QByteArray signedPart = resource.left(mark < 0 ? resource.size() : mark);
    QByteArrayList parts;
    for (const auto &part : resource.mid(signedPart.size() + 1).split('&')) {
        static const QByteArrayList named{"acl",       "lifecycle",  "partNumber",
                                          "policy",    "uploadId",   "uploads",
                                          "versionId", "versioning", "versions"};
        if (named.contains(part.split('=').constFirst()))
            parts << part;
    }
    std::sort(parts.begin(), parts.end());
    if (!parts.isEmpty())
        signedPart += '?' + parts.join('&');
    const QByteArray signature =
        QMessageAuthenticationCode::hash(toSign + signedPart, secretKey(), QCryptographicHash::Sha1)
            .toBase64();

    const QTemporaryDir exchange;
    QFile sent(exchange.filePath(u"body"_s));
    if (!sent.open(QIODevice::WriteOnly) || sent.write(body) != body.size())
        throw std::runtime_error("the body of a request cannot be written");
    sent.close();
    const QString answerFile = exchange.filePath(u"answer"_s);
    const QString statusFile = exchange.filePath(u"status"_s);
    QStringList command{
        u"curl"_s,
        u"-sS"_s,
        u"--noproxy"_s,
        u"*"_s,
        u"--max-time"_s,
        u"60"_s,
        u"-X"_s,
        QString::fromLatin1(method),
        u"-o"_s,
        answerFile,
        u"-w"_s,
        u"%{http_code}"_s,
        u"-H"_s,
        u"Date: "_s + QString::fromLatin1(date),
        u"-H"_s,
        u"Authorization: AWS "_s + QString::fromLatin1(accessKey() + ':' + signature)};
    for (const auto &header : amzHeaders)
        command << u"-H"_s << QString::fromLatin1(header);
    if (!body.isEmpty())
        command << u"-H"_s << u"Content-Type: application/xml"_s << u"-H"_s << u"Expect:"_s
                << u"--data-binary"_s << u'@' + sent.fileName();
    if (method == "HEAD")
        command << u"-I"_s;
    else if (method == "PUT" && body.isEmpty())
        command << u"-H"_s << u"Content-Length: 0"_s;
    command << url() + QString::fromLatin1(resource);
    Process(command, statusFile, Runner::self()).wait();

    const auto contents = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    return {.status = contents(statusFile).right(3).toInt(), .body = contents(answerFile)};
}

void CephCluster::administrate(const QStringList &arguments) const
{
    m->administrate(arguments);
}

}  // namespace station
