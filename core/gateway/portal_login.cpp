#include "core/gateway/portal_login.h"

#include "core/base/private_file.h"
#include "core/gateway/service_answer.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

/// A token is renewed so long before it ends, or after half of its life.
constexpr qint64 marginMs = 30'000;

struct Account {
    QString user{};
    QString code{};
};

Expected<Account> readAccount(const QString &file)
{
    const auto text = readPrivateFile(file);
    if (!text)
        return fail(text.error());
    const auto view = text->view();
    const QStringList lines =
        QString::fromUtf8(view.data(), qsizetype(view.size())).split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() != 2)
        return fail(Fault::SettingsInvalid, u"login file: not two lines"_s, file);
    return Account{lines[0].trimmed(), lines[1].trimmed()};
}

QByteArray percentEncoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

/// RFC 6749, 2.3.1: the way that every authorization server must know.
net::HttpRequest tokenRequest(const QString &url, const Account &account)
{
    const QByteArray basic = percentEncoded(account.user) + ':' + percentEncoded(account.code);
    return {.url = url,
            .body = "grant_type=client_credentials",
            .contentType = "application/x-www-form-urlencoded",
            .headers = {{"Authorization", "Basic " + basic.toBase64()},
                        {"Accept", "application/json"}}};
}

net::HttpRequest sessionRequest(const QString &url, const Account &account,
                                const PortalMapping &mapping)
{
    const QJsonObject body{{mapping.login.user, account.user}, {mapping.login.code, account.code}};
    return {.url = url,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .contentType = "application/json; charset=utf-8",
            .headers = {{"Accept", "application/json"}}};
}

/// RFC 6749, 5.2: a wrong client may be 400, with the reason in the body.
bool refusesClient(const net::HttpAnswer &answer)
{
    return answer.status == 400 && QJsonDocument::fromJson(answer.body).object().contains(u"error");
}

}  // namespace

PortalLogin::PortalLogin(LoginOptions options, const net::HttpClient &http, const Clock &clock)
    : m_options(std::move(options)), m_http(http), m_clock(clock)
{
}

Expected<QString> PortalLogin::session(const PortalMapping &mapping, const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    const bool isOver = m_grant.untilMs != 0 && m_clock.nowMs() >= m_grant.untilMs;
    if (m_grant.session.isEmpty() || isOver) {
        auto grant = logIn(mapping, stop);
        if (!grant)
            return fail(grant.error());
        m_grant = *std::move(grant);
    }
    return m_grant.session;
}

void PortalLogin::forget(const QString &session)
{
    const std::lock_guard lock(m_mutex);
    if (m_grant.session == session)
        m_grant = {};
}

Expected<PortalLogin::Grant> PortalLogin::logIn(const PortalMapping &mapping,
                                                const std::stop_token &stop) const
{
    const auto account = readAccount(m_options.file);
    if (!account)
        return fail(account.error());
    const bool bearer = m_options.kind == LoginKind::ClientCredentials;
    const auto answer = m_http.send(bearer ? tokenRequest(m_options.url, *account)
                                           : sessionRequest(m_options.url, *account, mapping),
                                    stop);
    if (!answer)
        return fail(answer.error());
    if (refusesClient(*answer))
        return fail(Fault::PortalLoginRefused, u"login: HTTP 400"_s);
    const auto json = jsonOf(*answer);
    if (!json)
        return fail(json.error().fault, u"login: "_s + json.error().detail);

    if (!bearer) {
        const QString session = (*json)[mapping.login.session].toVariant().toString();
        const QString code = (*json)[mapping.answer.code].toVariant().toString();
        if (!mapping.answer.done.contains(code) || session.isEmpty())
            return fail(Fault::PortalLoginRefused,
                        u"login: %1 %2"_s.arg(mapping.answer.code, code));
        return Grant{session};
    }
    Grant grant{(*json)[u"access_token"].toString()};
    if (grant.session.isEmpty())
        return fail(Fault::ServiceAnswerInvalid, u"login: no access_token"_s);
    // A number, or the text of one.
    const qint64 lifeMs = (*json)[u"expires_in"].toVariant().toLongLong() * 1000;
    if (lifeMs > 0)
        grant.untilMs = m_clock.nowMs() + std::max(lifeMs - marginMs, lifeMs / 2);
    return grant;
}

}  // namespace station::gateway
