#include "core/gateway/service_answer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

/// By its bytes: some services call their JSON text/html.
bool isPage(const net::HttpAnswer &answer)
{
    const QByteArray begin = answer.body.left(1024).trimmed().toLower();
    return begin.startsWith("<!doctype html") || begin.contains("<html");
}

QString statusText(const net::HttpAnswer &answer)
{
    QString text = u"HTTP %1"_s.arg(answer.status);
    if (answer.retryAfterSeconds > 0)
        text += u", Retry-After %1 s"_s.arg(answer.retryAfterSeconds);
    return text;
}

}  // namespace

Expected<> accepted(const net::HttpAnswer &answer)
{
    const int status = answer.status;
    // 511: RFC 6585, a portal that says what it is.
    if ((status >= 300 && status < 400) || status == 511)
        return fail(Fault::NetworkLogin, statusText(answer));
    if (status >= 500 || status == 429 || status == 408)
        return fail(Fault::NetworkDown, statusText(answer));
    if (status == 401 || status == 403)
        return fail(Fault::PortalLoginRefused, statusText(answer));
    if (status < 200 || status >= 300)
        return fail(Fault::ServiceAnswerInvalid, statusText(answer));
    if (isPage(answer))
        return fail(Fault::NetworkLogin, u"a page instead of an answer"_s);
    return {};
}

Expected<QJsonObject> jsonOf(const net::HttpAnswer &answer)
{
    if (const auto taken = accepted(answer); !taken)
        return fail(taken.error());
    QByteArray body = answer.body;
    if (body.startsWith("\xEF\xBB\xBF"))
        body.remove(0, 3);
    const auto document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(Fault::ServiceAnswerInvalid,
                    u"no JSON object (%1 bytes)"_s.arg(answer.body.size()));
    return document.object();
}

}  // namespace station::gateway
