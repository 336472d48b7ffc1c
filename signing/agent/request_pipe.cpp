#include "signing/agent/request_pipe.h"

#include "core/base/worker_channel.h"

#include <QJsonDocument>

#include <openssl/crypto.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace station::signing {
namespace {

/// A request to store three certificates has 10 KiB.
constexpr std::size_t room = 128 * 1024;

}  // namespace

RequestPipe::RequestPipe() : m_bytes(new char[room])
{
    // Best effort: an unprivileged user may be over RLIMIT_MEMLOCK.
    (void)::mlock(m_bytes, room);
    worker_side::claimOutput();
}

RequestPipe::~RequestPipe()
{
    OPENSSL_cleanse(m_bytes, room);
    (void)::munlock(m_bytes, room);
    delete[] m_bytes;
}

bool RequestPipe::fill()
{
    ssize_t n = 0;
    do {
        n = ::read(STDIN_FILENO, m_bytes + m_size, room - m_size);
    } while (n < 0 && errno == EINTR);
    if (n <= 0)  // also: a line that is too long for a request
        return false;
    m_size += static_cast<std::size_t>(n);
    return true;
}

void RequestPipe::take(std::size_t size)
{
    std::memmove(m_bytes, m_bytes + size, m_size - size);
    m_size -= size;
    OPENSSL_cleanse(m_bytes + m_size, size);
}

std::optional<Request> RequestPipe::next()
{
    const char *end = nullptr;
    while ((end = std::find(m_bytes, m_bytes + m_size, '\n')) == m_bytes + m_size) {
        if (!fill())
            return std::nullopt;
    }
    const auto line = static_cast<std::size_t>(end - m_bytes);
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(m_bytes, static_cast<qsizetype>(line)));
    take(line + 1);
    if (!document.isObject())
        return std::nullopt;
    Request request{.words = document.object()};

    const QJsonValue announced = request.words.value(QLatin1String("pinLength"));
    const int pinLength = announced.isUndefined() ? 0 : announced.toInt(-1);
    if (pinLength < 0 || pinLength > longestPinRead)
        return std::nullopt;
    while (m_size < static_cast<std::size_t>(pinLength)) {
        if (!fill())
            return std::nullopt;
    }
    request.pin = Secret(QByteArray(m_bytes, pinLength));
    take(static_cast<std::size_t>(pinLength));
    return request;
}

void RequestPipe::answer(const QJsonObject &words)
{
    worker_side::write(words);
}

bool RequestPipe::waitBeside(std::initializer_list<int> others) const
{
    if (std::find(m_bytes, m_bytes + m_size, '\n') != m_bytes + m_size)
        return true;
    std::vector<pollfd> inputs{{STDIN_FILENO, POLLIN, 0}};
    for (const int other : others)
        inputs.push_back({other, POLLIN, 0});
    while (::poll(inputs.data(), inputs.size(), -1) < 0 && errno == EINTR) {
    }
    return inputs.front().revents != 0;
}

}  // namespace station::signing
