#pragma once

#include "core/base/clock.h"
#include "core/repository/s3_answer.h"
#include "core/repository/s3_signer.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace station::repository {

struct S3Options {
    QString url{};  ///< "https://kho.example.vn", without a bucket (path style).
    QString region = QStringLiteral("default");
    QString documentBucket{};  ///< Keys of the area doc/.
    QString controlBucket{};   ///< Keys of the area ctl/.
    QString loginFile{};       ///< Two lines: access key, secret key; readable by its owner only.
    net::HttpOptions http{};
    int parallel = 4;  ///< Connections at once, 1 to 8.
    std::vector<net::RateWindow> uploadLimits{};
};

/// One signed request. What it names must stay until the answer is there.
struct S3Request {
    QByteArray method = "GET";
    QString bucket{};
    QString key{};  ///< Empty: the bucket itself.
    net::HttpHeaders query{};
    net::HttpHeaders headers{};
    const ByteSource *body = nullptr;
    qint64 bodyOffset = 0;
    qint64 bodySize = 0;
    QString bodySha256{};  ///< Of that stretch, hexadecimal.
    std::function<void(const char *bytes, qint64 size)> receive{};
};

/// Signed exchanges with one server. Learns the server's time when it refuses ours and asks again;
/// sends a body that was corrupted on the way up to five times. Thread-safe.
class S3Session {
public:
    /// SettingsInvalid when the address or the login file is no good, FileMissing.
    static Expected<std::unique_ptr<S3Session>> open(const S3Options &options, const Clock &clock);

    /// Any status of an S3 server is an answer, but for what `errorOf` calls ClockWrong and
    /// RepositoryDamaged; a page in place of an answer is NetworkLogin.
    Expected<net::TransferAnswer> send(const S3Request &request, const std::stop_token &stop);
    /// The same, and everything but success is an error.
    Expected<net::TransferAnswer> need(const S3Request &request, const std::stop_token &stop);

    /// The server's clock minus ours, as far as it is known.
    qint64 clockOffsetMs() const { return m_clockOffsetMs; }
    qint64 nowMs() const { return m_clock.nowMs() + m_clockOffsetMs; }

private:
    S3Session(const S3Options &options, S3Signer signer, const Clock &clock);
    Expected<net::TransferAnswer> sendOnce(const S3Request &request, const std::stop_token &stop);
    bool learnTime(const S3Request &request, const net::TransferAnswer &answer);

    QString m_origin;     // scheme, host and port
    QByteArray m_host;    // as in the header
    QByteArray m_prefix;  // of all paths, no slash at its end
    S3Signer m_signer;
    const Clock &m_clock;
    net::HttpPool m_pool;
    std::atomic<qint64> m_clockOffsetMs = 0;
};

}  // namespace station::repository
