#include "core/net/http_client.h"

#include "core/base/clock.h"
#include "core/base/releaser.h"
#include "core/base/secret.h"

#include <QFile>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace station::net {
namespace {

using EasyHandle = std::unique_ptr<CURL, Releaser<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, Releaser<curl_multi_cleanup>>;
using ListHandle = std::unique_ptr<curl_slist, Releaser<curl_slist_free_all>>;
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

/// The host of an http or https address; empty for anything else.
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

struct Login {
    Secret user{};  // with a final zero for libcurl
    Secret password{};
};

/// The first line of a file that nobody but its owner may read.
Expected<Login> readLogin(const QString &path)
{
    const auto refuse = [](const char *why) {
        return fail(Fault::InvalidInput,
                    QStringLiteral("proxy login file: %1").arg(QLatin1String(why)),
                    QStringLiteral("proxy login file"));
    };
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return refuse("cannot be read");
    struct stat about = {};
    const bool isFile = ::fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    const bool isPrivate = (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    QByteArray line(1024, '\0');
    const ssize_t size =
        isFile && isPrivate ? ::read(fd, line.data(), static_cast<std::size_t>(line.size())) : 0;
    ::close(fd);
    if (!isFile || !isPrivate)
        return refuse(isFile ? "others may read it (chmod 600)" : "is no file");

    const auto *begin = line.constBegin();
    const auto *end = std::find_if(begin, begin + std::max<ssize_t>(size, 0),
                                   [](char c) { return c == '\n' || c == '\r'; });
    const auto *colon = std::find(begin, end, ':');
    if (colon == begin || colon == end)
        return refuse("is not one line user:password");
    const auto zeroEnded = [](const char *from, const char *to) {
        QByteArray text(from, to - from);
        text.append('\0');
        return Secret(std::move(text));
    };
    Login login{.user = zeroEnded(begin, colon), .password = zeroEnded(colon + 1, end)};
    const Secret wiped(std::move(line));
    return login;
}

/// The proxy's address with its login, zero-ended; empty: none. The login goes into the
/// address, the only place where every libcurl decodes it exactly once.
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

struct Received {
    QByteArray body{};
    qint64 most = 0;
    bool tooLong = false;
};

std::size_t receive(const char *bytes, std::size_t, std::size_t size, void *target)
{
    auto *received = static_cast<Received *>(target);
    if (received->body.size() + static_cast<qint64>(size) > received->most) {
        received->tooLong = true;
        return 0;
    }
    received->body.append(bytes, static_cast<qsizetype>(size));
    return size;
}

/// Which reaction a failure of libcurl asks for.
Fault faultOf(CURLcode code, long connectStatus)
{
    // The proxy answered a CONNECT with a refusal, or its own handshake failed.
    if (connectStatus >= 400 || code == CURLE_PROXY)
        return Fault::ProxyRefused;
    switch (code) {
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:  // also "HTTP/0.9": the service speaks something else
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:
        return Fault::ServiceAnswerInvalid;
    case CURLE_URL_MALFORMAT:
    case CURLE_SSL_CACERT_BADFILE:
        return Fault::InvalidInput;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return Fault::Internal;
    default:
        return Fault::NetworkDown;
    }
}

/// What does not depend on the request.
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
    // Set even when empty: then libcurl does not look into the environment.
    curl_easy_setopt(easy, CURLOPT_PROXY, proxy.isEmpty() ? "" : proxy.view().data());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
}

ListHandle headersOf(const HttpRequest &request)
{
    curl_slist *list = curl_slist_append(nullptr, "Expect:");  // one round trip less
    if (!request.contentType.isEmpty())
        list = curl_slist_append(list, ("Content-Type: " + request.contentType).constData());
    for (const auto &[name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).constData());
    return ListHandle(list);
}

/// Runs one exchange; wakes up at once when asked to stop.
CURLcode perform(CURL *easy, const std::stop_token &stop)
{
    const MultiHandle multi(curl_multi_init());
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK)
        return CURLE_FAILED_INIT;
    const std::stop_callback wake(stop, [&multi] { curl_multi_wakeup(multi.get()); });
    CURLcode code = CURLE_OK;
    int running = 1;
    while (running > 0 && !stop.stop_requested()) {
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK ||
            (running > 0 && curl_multi_poll(multi.get(), nullptr, 0, 1000, nullptr) != CURLM_OK)) {
            code = CURLE_FAILED_INIT;
            break;
        }
    }
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            code = message->data.result;
    }
    curl_multi_remove_handle(multi.get(), easy);
    return stop.stop_requested() ? CURLE_ABORTED_BY_CALLBACK : code;
}

QByteArray mediaTypeOf(CURL *easy)
{
    const char *type = nullptr;
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    return QByteArray(type).split(';').constFirst().trimmed().toLower();
}

}  // namespace

Expected<HttpAnswer> HttpClient::send(const HttpRequest &request, std::stop_token stop) const
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const QString host = hostOf(request.url);
    if (host.isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("not an http or https address"));
    const auto proxy = proxyAddress(m_options);
    if (!proxy)
        return fail(proxy.error());
    const EasyHandle easy(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!easy)
        return fail(Fault::Internal, QStringLiteral("libcurl does not start"));

    char words[CURL_ERROR_SIZE] = "";
    Received received{.most = m_options.mostAnswerBytes};
    const ListHandle headers = headersOf(request);
    setOptions(easy.get(), m_options, *proxy);
    curl_easy_setopt(easy.get(), CURLOPT_URL, request.url.toUtf8().constData());
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, words);
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &received);
    if (!request.body.isEmpty()) {
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, request.body.constData());
    }

    const SystemClock clock;
    HttpAnswer answer{.sentAtMs = clock.nowMs()};
    const CURLcode code = perform(easy.get(), stop);
    answer.receivedAtMs = clock.nowMs();

    long status = 0;
    long connectStatus = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy.get(), CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (received.tooLong)
        return fail(Fault::ServiceAnswerInvalid,
                    QStringLiteral("answer longer than %1 bytes").arg(received.most), host);
    if (code != CURLE_OK)
        return fail(faultOf(code, connectStatus),
                    QString::fromUtf8(words[0] != '\0' ? words : curl_easy_strerror(code)), host);
    if (status == 407)
        return fail(Fault::ProxyRefused,
                    QStringLiteral("HTTP 407: the proxy wants %1 login")
                        .arg(m_options.proxyLoginFile.isEmpty() ? QLatin1String("a")
                                                                : QLatin1String("another")),
                    host);

    answer.status = static_cast<int>(status);
    answer.contentType = mediaTypeOf(easy.get());
    answer.body = std::move(received.body);
    curl_off_t retryAfter = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RETRY_AFTER, &retryAfter);
    answer.retryAfterSeconds = static_cast<int>(std::clamp<curl_off_t>(retryAfter, 0, 1 << 30));
    curl_header *date = nullptr;
    if (curl_easy_header(easy.get(), "Date", 0, CURLH_HEADER, -1, &date) == CURLHE_OK)
        answer.dateMs = std::max<qint64>(0, curl_getdate(date->value, nullptr)) * 1000;
    return answer;
}

}  // namespace station::net
