#include "core/net/http_client.h"

#include "core/base/clock.h"
#include "core/net/curl_session.h"

namespace station::net {
namespace {

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

Fault faultOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::Unreachable:
    case Obstacle::NotTrusted:
        return Fault::NetworkDown;
    case Obstacle::ProxyRefused:
        return Fault::ProxyRefused;
    case Obstacle::NotHttp:
        return Fault::ServiceAnswerInvalid;
    case Obstacle::Input:
        return Fault::InvalidInput;
    case Obstacle::Internal:
        break;
    }
    return Fault::Internal;
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

}  // namespace

Expected<HttpAnswer> HttpClient::send(const HttpRequest &request, std::stop_token stop) const
{
    const bool ready = isCurlReady();
    const QString host = hostOf(request.url);
    if (host.isEmpty())
        return fail(Fault::InvalidInput, QStringLiteral("not an http or https address"));
    const auto proxy = proxyAddress(m_options);
    if (!proxy)
        return fail(proxy.error());
    const EasyHandle easy(ready ? curl_easy_init() : nullptr);
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

    const long status = statusOf(easy.get());
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (received.tooLong)
        return fail(Fault::ServiceAnswerInvalid,
                    QStringLiteral("answer longer than %1 bytes").arg(received.most), host);
    if (code != CURLE_OK)
        return fail(faultOf(obstacleOf(easy.get(), code, words)), wordsOf(code, words), host);
    if (status == 407)
        return fail(Fault::ProxyRefused,
                    QStringLiteral("HTTP 407: the proxy wants %1 login")
                        .arg(m_options.proxyLoginFile.isEmpty() ? QLatin1String("a")
                                                                : QLatin1String("another")),
                    host);

    answer.status = static_cast<int>(status);
    answer.contentType =
        headerOf(easy.get(), "Content-Type").split(';').constFirst().trimmed().toLower();
    answer.body = std::move(received.body);
    answer.retryAfterSeconds = retryAfterSecondsOf(easy.get());
    answer.dateMs = dateMsOf(easy.get());
    return answer;
}

}  // namespace station::net
