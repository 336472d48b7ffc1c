#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace station::repository {

/// What a server of the wild does otherwise than S3; after those of npm's s3rver 3.7, of Swift and
/// of radosgw's versioned buckets.
struct Warts {
    bool storesWrongHash = false;   ///< 200 for a body that differs from its announced SHA-256.
    bool ignoresCondition = false;  ///< Overwrites in spite of If-None-Match.
    bool refusesCondition = false;  ///< 501 for If-None-Match.
    bool flipsStored = false;       ///< Keeps a bit wrong of every body.
    bool losesDate = false;         ///< No Date header.
    bool lateByThreeHours = false;  ///< Its clock; refuses what is signed by another one.
    QByteArray wantsProxyLogin{};   ///< "user:password": is a proxy that answers for the server.
};

/// A server that speaks enough of S3 on the loopback, keeps its objects in memory, remembers every
/// request's head, and can be told what to answer instead. For what a real server cannot be made
/// to do.
class SmallS3Server {
public:
    explicit SmallS3Server(Warts warts = {});
    ~SmallS3Server();
    SmallS3Server(const SmallS3Server &) = delete;
    SmallS3Server &operator=(const SmallS3Server &) = delete;

    QString url() const;

    /// The next `times` requests with that method get these bytes as their answer, status line
    /// and all; nothing of them is stored. No bytes: the connection is closed.
    void answer(const QByteArray &method, const QByteArray &bytes, int times = 1);
    /// The next `times` bodies of GET have a bit flipped.
    void flipNext(int times);
    /// Flips a bit of what is stored.
    void damage(const QByteArray &path);

    /// Heads of all requests, first line and headers, in their order.
    QList<QByteArray> requests() const;
    qint64 bodyBytes() const;     ///< Received in all.
    int mostConnections() const;  ///< At once.

private:
    struct State;
    std::unique_ptr<State> m;
};

/// An answer with a document.
QByteArray httpAnswer(int status, const QByteArray &body,
                      const QByteArray &type = "application/xml", const QByteArray &headers = {});
/// An error document of S3.
QByteArray s3Error(int status, const QByteArray &code, const QByteArray &headers = {});

}  // namespace station::repository
