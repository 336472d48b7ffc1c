#include "core/repository/s3_session.h"

#include "core/base/private_file.h"
#include "core/base/sha256.h"

#include <QUrl>

#include <cstdlib>

namespace station::repository {
namespace {

constexpr int attemptsOfCorrupted = 5;
constexpr qint64 asksFirstFrom = 1024 * 1024;  // below, a refusal costs less than the question
constexpr qint64 skewMs = 5 * 60'000;

/// Two lines.
Expected<S3Signer> readSigner(const QString &file, const QString &region)
{
    const auto text = readPrivateFile(file);
    if (!text)
        return fail(text.error());
    const std::string_view whole = text->view();
    const auto lineAt = [&](std::size_t begin) {
        const auto end = std::min(whole.find_first_of("\r\n", begin), whole.size());
        return whole.substr(begin, end - begin);
    };
    const auto access = lineAt(0);
    const auto second = std::min(whole.find('\n'), whole.size() - 1) + 1;
    const auto secret = lineAt(second);
    if (access.empty() || secret.empty())
        return fail(Fault::SettingsInvalid,
                    QStringLiteral("the login is not two lines, access key and secret key"), file);
    return S3Signer(QByteArray(access.data(), static_cast<qsizetype>(access.size())),
                    Secret(QByteArray(secret.data(), static_cast<qsizetype>(secret.size()))),
                    region.toLatin1());
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    const int port = url.port(usual);
    return port == usual ? host : host + ':' + QByteArray::number(port);
}

}  // namespace

Expected<std::unique_ptr<S3Session>> S3Session::open(const S3Options &options, const Clock &clock)
{
    const QUrl url(options.url);
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty())
        return fail(Fault::SettingsInvalid, QStringLiteral("not the address of an S3 server"),
                    QStringLiteral("repository.url"));
    auto signer = readSigner(options.loginFile, options.region);
    if (!signer)
        return fail(signer.error());
    return std::unique_ptr<S3Session>(new S3Session(options, std::move(*signer), clock));
}

S3Session::S3Session(const S3Options &options, S3Signer signer, const Clock &clock)
    : m_signer(std::move(signer)), m_clock(clock),
      m_pool(options.http, options.parallel, net::UploadLimit(options.uploadLimits), clock)
{
    const QUrl url(options.url);
    m_host = hostHeader(url);
    m_origin = url.scheme() + QStringLiteral("://") + QString::fromLatin1(m_host);
    m_prefix = url.path().toUtf8();
    while (m_prefix.endsWith('/'))
        m_prefix.chop(1);
}

Expected<net::TransferAnswer> S3Session::sendOnce(const S3Request &request,
                                                  const std::stop_token &stop)
{
    static const QByteArray hashOfNothing = sha256Hex({}).toLatin1();
    S3Call call{.method = request.method,
                .host = m_host,
                .path = m_prefix + '/' + request.bucket.toLatin1(),
                .query = request.query,
                .headers = request.headers,
                .payloadSha256 =
                    request.body != nullptr ? request.bodySha256.toLatin1() : hashOfNothing};
    if (!request.key.isEmpty())
        call.path += '/' + request.key.toUtf8();
    const auto answer =
        m_pool.exchange({.method = request.method,
                         .url = m_origin + QString::fromLatin1(S3Signer::target(call)),
                         .headers = m_signer.sign(call, nowMs()),
                         .body = request.body,
                         .bodyOffset = request.bodyOffset,
                         .bodySize = request.bodySize,
                         .asksFirst = request.bodySize >= asksFirstFrom,
                         .receive = request.receive},
                        stop);
    if (!answer)
        return fail(errorOf(answer.error()));
    if (answer->isGood() && isPage(*answer))
        return fail(notS3(*answer));
    return *answer;
}

/// True when another try with the server's own time is worth it.
bool S3Session::learnTime(const S3Request &request, const net::TransferAnswer &answer)
{
    if (answer.status != 403 || answer.dateMs == 0)
        return false;
    const qint64 oursMs = (answer.sentAtMs + answer.receivedAtMs) / 2;
    const qint64 offsetMs = answer.dateMs + 500 - oursMs;  // the header has whole seconds
    const bool differs = std::abs(offsetMs - m_clockOffsetMs) > skewMs;
    // The answer to HEAD has no document that says why.
    if (!differs || (request.method != "HEAD" && codeOf(answer) != "RequestTimeTooSkewed"))
        return false;
    m_clockOffsetMs = offsetMs;
    return true;
}

Expected<net::TransferAnswer> S3Session::send(const S3Request &request, const std::stop_token &stop)
{
    bool mayLearn = true;
    for (int attempt = 1;; ++attempt) {
        auto answer = sendOnce(request, stop);
        if (!answer || answer->isGood())
            return answer;
        if (mayLearn && learnTime(request, *answer)) {
            mayLearn = false;
            continue;
        }
        const Error error = errorOf(*answer);
        if (error.fault == Fault::RepositoryDamaged && attempt < attemptsOfCorrupted)
            continue;
        if (error.fault == Fault::RepositoryDamaged || error.fault == Fault::ClockWrong ||
            error.fault == Fault::NetworkLogin)
            return fail(error);
        return answer;
    }
}

Expected<net::TransferAnswer> S3Session::need(const S3Request &request, const std::stop_token &stop)
{
    auto answer = send(request, stop);
    if (answer && !answer->isGood())
        return fail(errorOf(*answer));
    return answer;
}

}  // namespace station::repository
