#include "core/gateway/webhook.h"

#include "core/base/private_file.h"
#include "core/gateway/service_answer.h"
#include "core/sealing/primitives.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

Expected<Secret> readSecret(const QString &file)
{
    const auto text = readPrivateFile(file);
    if (!text)
        return fail(text.error());
    const auto whole = text->view();
    const auto line = whole.substr(0, whole.find_first_of("\r\n"));
    if (line.empty())
        return fail(Fault::SettingsInvalid, u"webhook secret: empty"_s, file);
    return Secret(QByteArray(line.data(), qsizetype(line.size())));
}

}  // namespace

Webhook::Webhook(WebhookOptions options, const Clock &clock)
    : m_options(std::move(options)), m_http(m_options.http), m_clock(clock)
{
}

std::optional<QByteArray> Webhook::noticeOf(const sync::HandoverEvent &event,
                                            const sync::Manifest & /*manifest*/) const
{
    return QJsonDocument(QJsonObject{{u"schema"_s, 1},
                                     {u"event"_s, event.id},
                                     {u"department"_s, event.department},
                                     {u"manifest_sha256"_s, event.manifestSha256},
                                     {u"at_ms"_s, event.atMs}})
        .toJson(QJsonDocument::Compact);
}

Expected<> Webhook::tell(const store::Notice &notice, const std::stop_token &stop)
{
    const auto secret = readSecret(m_options.secretFile);
    if (!secret)
        return fail(secret.error());
    const QByteArray time = QByteArray::number(m_clock.nowMs() / 1000);
    const QByteArray signature = sealing::KeyedHash(*secret).of(time + '.' + notice.body).toHex();
    const auto answer = m_http.send({.url = m_options.url,
                                     .body = notice.body,
                                     .contentType = "application/json; charset=utf-8",
                                     .headers = {{"X-Request-ID", notice.handoverId.toLatin1()},
                                                 {"X-Station-Timestamp", time},
                                                 {"X-Station-Signature", "sha256=" + signature}}},
                                    stop);
    return answer ? accepted(*answer) : fail(answer.error());
}

}  // namespace station::gateway
