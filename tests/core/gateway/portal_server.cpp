#include "tests/core/gateway/portal_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace station::gateway {
namespace {

constexpr int stepMs = 20;

Request readRequest(QTcpSocket &socket, const std::stop_token &stop)
{
    QByteArray bytes;
    qsizetype end = -1;
    Request request;
    while (!stop.stop_requested()) {
        if (end < 0 && (end = bytes.indexOf("\r\n\r\n")) >= 0) {
            const auto lines = bytes.left(end).split('\n');
            request.path = lines[0].split(' ').value(1);
            for (const auto &line : lines.mid(1)) {
                const auto colon = line.indexOf(':');
                request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
            }
        }
        if (end >= 0 && bytes.size() >= end + 4 + request.headers["content-length"].toInt())
            break;
        if (!socket.waitForReadyRead(stepMs) && socket.state() != QTcpSocket::ConnectedState)
            break;
        bytes += socket.readAll();
    }
    request.body = bytes.mid(end + 4);
    return request;
}

QByteArray jsonBody(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject refusal(const QString &message)
{
    return {{u"error_code"_s, u"-1"_s}, {u"message"_s, message}};
}

QByteArray pathOf(const QString &url)
{
    return QUrl(url).path().toLatin1();
}

}  // namespace

QJsonObject Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

PortalServer::PortalServer()
{
    std::promise<quint16> port;
    auto listening = port.get_future();
    m_thread = std::jthread([this, port = std::move(port)](const std::stop_token &stop) mutable {
        serve(stop, std::move(port));
    });
    m_base = u"http://127.0.0.1:%1"_s.arg(listening.get());
}

void PortalServer::setManners(const Manners &manners)
{
    const std::lock_guard lock(m_mutex);
    m_manners = manners;
}

void PortalServer::fail(const QString &url, Trouble trouble, int times, int first)
{
    const std::lock_guard lock(m_mutex);
    m_troubles[pathOf(url)] = {trouble, times, first};
}

QList<QJsonObject> PortalServer::dossiers(const QString &code) const
{
    const std::lock_guard lock(m_mutex);
    return m_dossiers.value(code);
}

void PortalServer::keep(const QString &code)
{
    const std::lock_guard lock(m_mutex);
    m_dossiers[code] = {QJsonObject{{u"MaHoSo"_s, code}}};
}

void PortalServer::lose(const QString &code)
{
    const std::lock_guard lock(m_mutex);
    m_dossiers.remove(code);
}

QList<Request> PortalServer::requests(const QString &url) const
{
    const std::lock_guard lock(m_mutex);
    QList<Request> found;
    for (const auto &request : m_requests) {
        if (request.path == pathOf(url))
            found << request;
    }
    return found;
}

void PortalServer::serve(const std::stop_token &stop, std::promise<quint16> port)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port on 127.0.0.1");
    port.set_value(server.serverPort());
    while (!stop.stop_requested()) {
        if (!server.hasPendingConnections() && !server.waitForNewConnection(stepMs))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        const Request request = readRequest(*socket, stop);
        const Trouble trouble = troubleOf(request.path);
        while (trouble == Trouble::Silent && !stop.stop_requested() &&
               !socket->waitForDisconnected(stepMs) &&
               socket->state() != QTcpSocket::UnconnectedState)
            ;
        const Answer answer = answerTo(request, trouble);
        if (answer.sent)
            socket->write("HTTP/1.1 " + answer.status + "\r\nContent-Type: " + answer.type +
                          "\r\nContent-Length: " + QByteArray::number(answer.body.size()) +
                          "\r\nLocation: /login\r\nConnection: close\r\n\r\n" + answer.body);
        socket->disconnectFromHost();
        if (socket->state() != QTcpSocket::UnconnectedState)
            socket->waitForDisconnected(1000);
    }
}

Trouble PortalServer::troubleOf(const QByteArray &path)
{
    const std::lock_guard lock(m_mutex);
    auto &[trouble, times, first] = m_troubles[path];
    if (first-- > 0)
        return Trouble::None;
    return times-- > 0 ? trouble : Trouble::None;
}

PortalServer::Answer PortalServer::answerTo(const Request &request, Trouble trouble)
{
    const std::lock_guard lock(m_mutex);
    m_requests << request;
    switch (trouble) {
    case Trouble::LoginPage:
        return {.type = "text/html", .body = "<!DOCTYPE html><html>Wi-Fi login</html>"};
    case Trouble::Redirect:
        return {.status = "302 Found"};
    case Trouble::OutOfOrder:
        return {.status = "503 Service Unavailable", .body = "<html>busy</html>"};
    case Trouble::TooManyRequests:
        return {.status = "429 Too Many Requests"};
    case Trouble::Unauthorized:
        return {.status = "401 Unauthorized"};
    case Trouble::NotFound:
        return {.status = "404 Not Found", .type = "text/html", .body = "<html>no</html>"};
    case Trouble::Closed:
    case Trouble::Silent:
        return {.sent = false};
    case Trouble::NotJson:
        return {.body = "OK"};
    case Trouble::Refusal:
        return {.body = jsonBody(refusal(u"Chủ hồ sơ Nguyễn Thị Mẫu không hợp lệ"_s))};
    case Trouble::None:
    case Trouble::LostAnswer:
        break;
    }
    Answer answer = request.path == pathOf(loginUrl())   ? logIn(request)
                    : request.path == pathOf(tokenUrl()) ? giveToken(request)
                    : request.path == pathOf(url())      ? take(request)
                                                         : Answer{.status = "204 No Content"};
    answer.sent = trouble != Trouble::LostAnswer;
    return answer;
}

PortalServer::Answer PortalServer::logIn(const Request &request)
{
    const auto json = request.json();
    if (json[u"username"_s] != user || json[u"password"_s] != password)
        return {.body = jsonBody(refusal(u"Sai tài khoản hoặc mật khẩu"_s))};
    const QString session = u"phiên-%1"_s.arg(m_sessions.size());
    m_sessions.insert(session, m_manners.sessionUses);
    return {.body = jsonBody({{u"session"_s, session}, {u"error_code"_s, 0}})};
}

PortalServer::Answer PortalServer::giveToken(const Request &request)
{
    const QByteArray account =
        user.toUtf8().toPercentEncoding() + ':' + password.toUtf8().toPercentEncoding();
    if (request.body != "grant_type=client_credentials" ||
        request.headers["authorization"] != "Basic " + account.toBase64())
        return {.status = "400 Bad Request", .body = jsonBody({{u"error"_s, u"invalid_client"_s}})};
    const QString token = u"token-%1"_s.arg(m_sessions.size());
    m_sessions.insert(token, m_manners.sessionUses);
    return {.body = jsonBody({{u"access_token"_s, token},
                              {u"token_type"_s, u"Bearer"_s},
                              {u"expires_in"_s, m_manners.tokenLife}})};
}

bool PortalServer::isUsable(const QString &session)
{
    const auto found = m_sessions.find(session);
    return found != m_sessions.end() && (*found)-- > 0;
}

PortalServer::Answer PortalServer::take(const Request &request)
{
    const auto message = request.json();
    const QByteArray bearer = request.headers["authorization"];
    const bool usable = bearer.isEmpty() ? isUsable(message[u"session"_s].toString())
                                         : isUsable(QString::fromLatin1(bearer.mid(7)));
    if (!usable && m_manners.tellsExpiryByStatus)
        return {.status = "401 Unauthorized"};
    return {.body = jsonBody(usable ? told(message) : refusal(u"Phiên làm việc đã hết hạn"_s))};
}

QJsonObject PortalServer::told(const QJsonObject &message)
{
    const auto done = [&](QJsonObject more = {}) {
        more.insert(u"error_code"_s, m_manners.done);
        more.insert(u"message"_s, u"Thành công"_s);
        return more;
    };
    const QString service = message[u"service"_s].toString();
    if (service == u"TraCuuHoSo" && m_manners.looksUp) {
        QJsonArray found;
        for (const auto &record : m_dossiers.value(message[u"mahoso"_s].toString()))
            found.append(record);
        return done({{u"result"_s, found}});
    }
    if (service != u"DongBoHoSoMC" || message[u"madonvi"_s].toString().isEmpty())
        return refusal(u"Dịch vụ không hợp lệ"_s);
    const bool updating = message[u"isUpdating"_s] == u"True"_s;
    for (const auto &value : message[u"data"_s].toArray()) {
        const auto record = value.toObject();
        const QString code = record[u"MaHoSo"_s].toString();
        auto &kept = m_dossiers[code];
        if (updating && kept.isEmpty())
            return refusal(u"Hồ sơ %1 không tồn tại"_s.arg(code));
        if (!updating && !kept.isEmpty() && m_manners.refusesToCreateAgain)
            return refusal(u"HỒ SƠ %1 ĐÃ TỒN TẠI"_s.arg(code));
        if (updating)
            kept.last() = record;
        else
            kept << record;
    }
    return done();
}

}  // namespace station::gateway
