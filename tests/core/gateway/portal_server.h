#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <future>
#include <mutex>
#include <stop_token>
#include <thread>

namespace station::gateway {

/// What goes wrong with one answer.
enum class Trouble {
    None,
    LoginPage,        ///< 200 and HTML, as a captive portal does.
    Redirect,         ///< 302 to the login page.
    OutOfOrder,       ///< 503.
    TooManyRequests,  ///< 429.
    Unauthorized,     ///< 401.
    NotFound,         ///< 404 and HTML.
    Closed,           ///< Closes without having done anything.
    LostAnswer,       ///< Does what was asked and closes without an answer.
    Silent,           ///< Takes the request and never answers.
    NotJson,
    Refusal,  ///< 200, error_code "-1" and a message with a person's name.
};

struct Request {
    QByteArray path{};
    QHash<QByteArray, QByteArray> headers{};  ///< Names in lower case.
    QByteArray body{};

    QJsonObject json() const;
};

/// A portal as it was found in public products, warts included, on a free port of 127.0.0.1:
/// HTTP 200 for every refusal, "00" and "0" and 0 for success, sessions that end without notice,
/// a create that makes a second dossier when it is repeated. Answers one request after another.
class PortalServer {
public:
    PortalServer();

    QString url() const { return m_base + QStringLiteral("/mapi/g"); }
    QString loginUrl() const { return m_base + QStringLiteral("/mapi/login"); }
    QString tokenUrl() const { return m_base + QStringLiteral("/token"); }
    QString hookUrl() const { return m_base + QStringLiteral("/hook"); }

    static inline const QString user = QStringLiteral("tram-01");
    static inline const QString password = QStringLiteral("mật khẩu:1");

    struct Manners {
        QJsonValue done = QStringLiteral("00");
        /// Else it makes another one with the same code.
        bool refusesToCreateAgain = true;
        /// Else it knows no look-up.
        bool looksUp = true;
        int sessionUses = 1000;            ///< So often; then the session is over.
        bool tellsExpiryByStatus = false;  ///< 401 instead of a message.
        QJsonValue tokenLife = 3600;
    };
    void setManners(const Manners &manners);

    /// After `first` good answers to that path, `times` are spoiled, then it is well again.
    void fail(const QString &url, Trouble trouble, int times = 1, int first = 0);

    /// Every record of a dossier code, the last telling of each.
    QList<QJsonObject> dossiers(const QString &code) const;
    /// As if the portal had been told by somebody else.
    void keep(const QString &code);
    void lose(const QString &code);
    QList<Request> requests(const QString &url) const;

private:
    struct Answer {
        QByteArray status = "200 OK";
        QByteArray type = "application/json";
        QByteArray body{};
        bool sent = true;  ///< False: the connection closes in its place.
    };
    void serve(const std::stop_token &stop, std::promise<quint16> port);
    Trouble troubleOf(const QByteArray &path);
    Answer answerTo(const Request &request, Trouble trouble);
    Answer logIn(const Request &request);
    Answer giveToken(const Request &request);
    Answer take(const Request &request);
    QJsonObject told(const QJsonObject &message);
    bool isUsable(const QString &session);

    mutable std::mutex m_mutex;  // guards what follows
    Manners m_manners{};
    struct Spoiled {
        Trouble trouble = Trouble::None;
        int times = 0;
        int first = 0;
    };
    QHash<QByteArray, Spoiled> m_troubles{};
    QHash<QString, QList<QJsonObject>> m_dossiers{};
    QHash<QString, int> m_sessions{};  // and how often each may be used
    QList<Request> m_requests{};

    QString m_base{};
    std::jthread m_thread{};  // last: ends before what it uses
};

}  // namespace station::gateway
