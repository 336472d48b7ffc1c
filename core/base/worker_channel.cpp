#include "core/base/worker_channel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <openssl/crypto.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace station {
namespace {

constexpr qsizetype longestLine = 64 * 1024 * 1024;

QByteArray lineOf(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

/// Ends a poll when a stop is asked for, so that nothing wakes up to look.
class StopBell {
public:
    explicit StopBell(const std::stop_token &stop)
    {
        if (!stop.stop_possible())
            return;
        m_fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        m_isDeaf = m_fd < 0;
        m_ring.emplace(stop, [fd = m_fd] { ::eventfd_write(fd, 1); });
    }
    ~StopBell()
    {
        m_ring.reset();  // waits for one that rings right now
        if (m_fd >= 0)
            ::close(m_fd);
    }
    StopBell(const StopBell &) = delete;
    StopBell &operator=(const StopBell &) = delete;

    int fd() const { return m_fd; }  ///< Below 0: poll passes over it.
    /// Without a free descriptor somebody has to look.
    int mostMs(int left) const { return m_isDeaf ? qMin(left, 50) : left; }

private:
    int m_fd = -1;
    bool m_isDeaf = false;
    std::optional<std::stop_callback<std::function<void()>>> m_ring{};
};

bool parseLine(const QByteArray &line, QJsonObject &message)
{
    const auto document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return false;
    message = document.object();
    return true;
}

std::vector<QByteArray> mergedEnvironment(const QMap<QString, QString> &changes)
{
    std::vector<QByteArray> result;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const QByteArray line(*entry);
        const auto name = QString::fromLocal8Bit(line.left(line.indexOf('=')));
        if (!changes.contains(name))
            result.push_back(line);
    }
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        result.push_back(it.key().toLocal8Bit() + '=' + it.value().toLocal8Bit());
    return result;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &strings)
{
    std::vector<char *> pointers;
    for (auto &text : strings)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Expected<WorkerChannel> WorkerChannel::start(const QString &program, const QStringList &arguments,
                                             const QMap<QString, QString> &environment)
{
    int toHelper[2];
    int fromHelper[2];
    if (::pipe2(toHelper, O_CLOEXEC) != 0)
        return fail(Fault::WorkerDied, QStringLiteral("pipe"));
    if (::pipe2(fromHelper, O_CLOEXEC) != 0) {
        ::close(toHelper[0]);
        ::close(toHelper[1]);
        return fail(Fault::WorkerDied, QStringLiteral("pipe"));
    }

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, toHelper[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fromHelper[1], STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const auto &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    auto variables = mergedEnvironment(environment);
    pid_t pid = -1;
    const int code = ::posix_spawn(&pid, words.front().constData(), &actions, &attributes,
                                   pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    ::close(toHelper[0]);
    ::close(fromHelper[1]);
    if (code != 0) {
        ::close(toHelper[1]);
        ::close(fromHelper[0]);
        return fail(Fault::WorkerDied, QStringLiteral("cannot start %1: %2")
                                           .arg(QFileInfo(program).fileName(),
                                                QString::fromLocal8Bit(std::strerror(code))));
    }
    ::signal(SIGPIPE, SIG_IGN);  // a helper that died shows as EPIPE, not as our end
    WorkerChannel channel;
    channel.m_pid = pid;
    channel.m_input = toHelper[1];
    channel.m_output = fromHelper[0];
    return channel;
}

WorkerChannel::~WorkerChannel()
{
    close();
}

WorkerChannel::WorkerChannel(WorkerChannel &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_input(std::exchange(other.m_input, -1)),
      m_output(std::exchange(other.m_output, -1)), m_buffer(std::move(other.m_buffer))
{
}

WorkerChannel &WorkerChannel::operator=(WorkerChannel &&other) noexcept
{
    if (this != &other) {
        close();
        m_pid = std::exchange(other.m_pid, -1);
        m_input = std::exchange(other.m_input, -1);
        m_output = std::exchange(other.m_output, -1);
        m_buffer = std::move(other.m_buffer);
    }
    return *this;
}

void WorkerChannel::close()
{
    closeInput();
    for (int waited = 0; m_pid > 0 && waited < 2000; waited += 10) {
        if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid)
            m_pid = -1;
        else
            ::usleep(10'000);
    }
    kill();
    if (m_output >= 0)
        ::close(std::exchange(m_output, -1));
}

void WorkerChannel::closeInput()
{
    if (m_input >= 0)
        ::close(std::exchange(m_input, -1));
}

void WorkerChannel::kill()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
}

Expected<> WorkerChannel::writeAll(const char *data, std::size_t size)
{
    while (size > 0) {
        const auto n = m_input >= 0 ? ::write(m_input, data, size) : -1;
        if (n < 0 && m_input >= 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(Fault::WorkerDied, QStringLiteral("write"));
        data += n;
        size -= static_cast<std::size_t>(n);
    }
    return {};
}

Expected<> WorkerChannel::send(const QJsonObject &message)
{
    const QByteArray line = lineOf(message);
    return writeAll(line.constData(), static_cast<std::size_t>(line.size()));
}

Expected<> WorkerChannel::sendSecret(const Secret &secret)
{
    return writeAll(secret.view().data(), secret.size());
}

Expected<QJsonObject> WorkerChannel::receive(int timeoutMs, const std::stop_token &stop)
{
    const StopBell bell(stop);
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        if (const auto end = m_buffer.indexOf('\n'); end >= 0) {
            QJsonObject message;
            const bool valid = parseLine(m_buffer.left(end), message);
            m_buffer.remove(0, end + 1);
            if (!valid)
                return fail(Fault::WorkerDied, QStringLiteral("not a message"));
            return message;
        }
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        const auto left = timeoutMs - timer.elapsed();
        if (left <= 0)
            return fail(Fault::TimedOut, QStringLiteral("%1 ms").arg(timeoutMs));
        if (m_output < 0 || m_buffer.size() > longestLine)
            return fail(Fault::WorkerDied, QStringLiteral("no pipe"));

        pollfd ready[] = {{m_output, POLLIN, 0}, {bell.fd(), POLLIN, 0}};
        if (::poll(ready, 2, bell.mostMs(static_cast<int>(left))) <= 0 || ready[0].revents == 0)
            continue;
        char bytes[65536];
        const auto n = ::read(m_output, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return fail(Fault::WorkerDied, QStringLiteral("end of file"));
        m_buffer.append(bytes, static_cast<qsizetype>(n));
    }
}

namespace worker_side {
namespace {

QByteArray &buffer()
{
    static QByteArray bytes;
    return bytes;
}

/// The pipe to the owner. What a vendor's module prints to standard output goes
/// to standard error from the first message on, so it cannot garble the answers.
int answers()
{
    static const int pipe = [] {
        const int own = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
        return own;
    }();
    return pipe;
}

bool fill()
{
    char bytes[65536];
    for (;;) {
        const auto n = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        buffer().append(bytes, static_cast<qsizetype>(n));
        OPENSSL_cleanse(bytes, static_cast<std::size_t>(n));  // may have been a PIN
        return true;
    }
}

}  // namespace

void claimOutput()
{
    (void)answers();
}

bool read(QJsonObject &message)
{
    claimOutput();
    for (;;) {
        if (const auto end = buffer().indexOf('\n'); end >= 0) {
            const QByteArray line = buffer().left(end);
            buffer().remove(0, end + 1);
            if (parseLine(line, message))
                return true;
            continue;
        }
        if (!fill())
            return false;
    }
}

QByteArray readBytes(qsizetype size)
{
    while (buffer().size() < size && fill()) {
    }
    const QByteArray bytes = buffer().left(size);
    OPENSSL_cleanse(buffer().data(), static_cast<std::size_t>(bytes.size()));
    buffer().remove(0, bytes.size());
    return bytes;
}

void write(const QJsonObject &message)
{
    const QByteArray line = lineOf(message);
    const char *data = line.constData();
    auto left = static_cast<std::size_t>(line.size());
    while (left > 0) {
        const auto n = ::write(answers(), data, left);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            ::_exit(1);
        data += n;
        left -= static_cast<std::size_t>(n);
    }
}

bool hasInput()
{
    if (buffer().contains('\n'))
        return true;
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    return ::poll(&ready, 1, 0) > 0;
}

}  // namespace worker_side

QString programFolder()
{
    return qEnvironmentVariable("STATION_BIN_DIR", QCoreApplication::applicationDirPath());
}

QString helperProgram(const QString &name)
{
    return programFolder() + u'/' + name;
}

}  // namespace station
