#include "core/net/curl_session.h"

#include "core/base/private_file.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace station::net {
namespace {

using UrlHandle = std::unique_ptr<CURLU, Releaser<curl_url_cleanup>>;

QString partOf(CURLU *url, CURLUPart part)
{
    char *text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    const QString copy = QString::fromUtf8(text);
    curl_free(text);
    return copy;
}

struct Login {
    Secret user{};  // with a final zero for libcurl
    Secret password{};
};

/// The first line of a file that nobody but its owner may read.
Expected<Login> readLogin(const QString &path)
{
    const QString subject = QStringLiteral("proxy login file");
    const auto text = readPrivateFile(path);
    if (!text)
        return fail(Fault::InvalidInput, subject + QStringLiteral(": ") + text.error().detail,
                    subject);
    const char *begin = text->view().data();
    const char *end =
        std::find_if(begin, begin + text->size(), [](char c) { return c == '\n' || c == '\r'; });
    const char *colon = std::find(begin, end, ':');
    if (colon == begin || colon == end)
        return fail(Fault::InvalidInput,
                    subject + QStringLiteral(": is not one line user:password"), subject);
    const auto zeroEnded = [](const char *from, const char *to) {
        QByteArray part(from, to - from);
        part.append('\0');
        return Secret(std::move(part));
    };
    return Login{.user = zeroEnded(begin, colon), .password = zeroEnded(colon + 1, end)};
}

}  // namespace

bool isCurlReady()
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    return ready == CURLE_OK;
}

QString hostOf(const QString &address)
{
    const UrlHandle url(curl_url());
    if (!url ||
        curl_url_set(url.get(), CURLUPART_URL, address.toUtf8().constData(), 0) != CURLUE_OK)
        return {};
    const QString scheme = partOf(url.get(), CURLUPART_SCHEME).toLower();
    const bool web = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return web ? partOf(url.get(), CURLUPART_HOST) : QString();
}

/// The login goes into the address, the only place where every libcurl decodes it exactly once.
Expected<Secret> proxyAddress(const HttpOptions &options)
{
    if (options.proxy.isEmpty())
        return Secret();
    if (hostOf(options.proxy).isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("the proxy is not an http address"),
                    QStringLiteral("proxy"));
    const UrlHandle url(curl_url());
    curl_url_set(url.get(), CURLUPART_URL, options.proxy.toUtf8().constData(), 0);
    if (!options.proxyLoginFile.isEmpty()) {
        const auto login = readLogin(options.proxyLoginFile);
        if (!login)
            return fail(login.error());
        curl_url_set(url.get(), CURLUPART_USER, login->user.view().data(), CURLU_URLENCODE);
        curl_url_set(url.get(), CURLUPART_PASSWORD, login->password.view().data(), CURLU_URLENCODE);
    }
    char *text = nullptr;
    if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK)
        return fail(Fault::Internal, QStringLiteral("the proxy's address"));
    Secret address(QByteArray(text, static_cast<qsizetype>(std::strlen(text)) + 1));
    ::explicit_bzero(text, std::strlen(text));
    curl_free(text);
    return address;
}

void setOptions(CURL *easy, const HttpOptions &options, const Secret &proxy)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it a slow name server holds the call beyond every time-out.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "tram-so-hoa");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeoutMs));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.totalTimeoutMs));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.caFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, QFile::encodeName(options.caFile).constData());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // or the system's stay trusted too
    }
    if (!options.clientCertificateFile.isEmpty()) {
        const QByteArray file = QFile::encodeName(options.clientCertificateFile);
        curl_easy_setopt(easy, CURLOPT_SSLCERT, file.constData());
        curl_easy_setopt(easy, CURLOPT_SSLKEY, file.constData());
    }
    // Set even when empty: then libcurl does not look into the environment.
    curl_easy_setopt(easy, CURLOPT_PROXY, proxy.isEmpty() ? "" : proxy.view().data());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
}

Obstacle obstacleOf(CURL *easy, CURLcode code, const char *words)
{
    long connectStatus = 0;
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    // The proxy answered a CONNECT with a refusal, or its own handshake failed.
    if (connectStatus >= 400 || code == CURLE_PROXY)
        return Obstacle::ProxyRefused;
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return Obstacle::NotTrusted;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        // The other side says in a TLS alert what it has against us: no certificate, expired.
        return std::string_view(words).find(" alert ") != std::string_view::npos
                   ? Obstacle::NotTrusted
                   : Obstacle::Unreachable;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:  // also "HTTP/0.9": the service speaks something else
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return Obstacle::NotHttp;
    case CURLE_URL_MALFORMAT:
    case CURLE_SSL_CACERT_BADFILE:
        return Obstacle::Input;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return Obstacle::Internal;
    default:
        return Obstacle::Unreachable;
    }
}

QString wordsOf(CURLcode code, const char *words)
{
    return QString::fromUtf8(words[0] != '\0' ? words : curl_easy_strerror(code));
}

long statusOf(CURL *easy)
{
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

int retryAfterSecondsOf(CURL *easy)
{
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    return static_cast<int>(std::clamp<curl_off_t>(seconds, 0, 1 << 30));
}

QByteArray headerOf(CURL *easy, const char *name)
{
    curl_header *header = nullptr;
    const auto code = curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header);
    return code == CURLHE_OK ? QByteArray(header->value) : QByteArray();
}

qint64 dateMsOf(CURL *easy)
{
    const QByteArray date = headerOf(easy, "Date");
    return date.isEmpty() ? 0 : std::max<qint64>(0, curl_getdate(date.constData(), nullptr)) * 1000;
}

}  // namespace station::net
