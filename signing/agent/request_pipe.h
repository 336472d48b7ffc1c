#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QJsonObject>

#include <cstddef>
#include <initializer_list>
#include <optional>

namespace station::signing {

/// Longest PIN that the agent takes from its owner, in bytes. Beyond what any token has, so
/// that the token's own limit is what a clerk hears of.
inline constexpr int longestPinRead = 1024;

struct Request {
    QJsonObject words{};
    Secret pin{};  ///< The `pinLength` raw bytes that follow the request's line.
};

/// The agent's end of the pipe to its owner, which is the only one that a PIN passes through:
/// bytes that were read lie in locked memory of fixed size and are wiped when they are used.
///
/// From its construction on whatever a token module prints to standard output goes to standard
/// error, so that it cannot garble the answers. One in a process.
class RequestPipe {
public:
    RequestPipe();
    ~RequestPipe();
    RequestPipe(const RequestPipe &) = delete;
    RequestPipe &operator=(const RequestPipe &) = delete;

    /// Nothing: the owner has gone, or what it sent is no request. Then the agent ends, because
    /// where the next request begins is not known and a PIN may stand there.
    std::optional<Request> next();
    void answer(const QJsonObject &words);  ///< Ends the process when the owner has gone.
    /// Sleeps until the owner asks or has gone (true), or one of these has input (false).
    bool waitBeside(std::initializer_list<int> others) const;

private:
    bool fill();
    void take(std::size_t size);

    char *m_bytes = nullptr;
    std::size_t m_size = 0;
};

}  // namespace station::signing
