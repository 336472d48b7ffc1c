#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace station::repository {

/// nginx before a server, as a province would have it: TLS with an authority of its own, and
/// nobody in without a client certificate. Needs the programs nginx and openssl.
class TlsFront {
public:
    static bool isInstalled();
    explicit TlsFront(const QString &behind);  ///< "http://127.0.0.1:<port>"
    ~TlsFront();
    TlsFront(const TlsFront &) = delete;
    TlsFront &operator=(const TlsFront &) = delete;

    QString url() const;
    QString authority() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    QString otherAuthority() const { return m_folder.filePath(QStringLiteral("other-ca.pem")); }
    /// PEM with its private key.
    QString clientCertificate() const { return m_folder.filePath(QStringLiteral("client.pem")); }
    QString expiredCertificate() const { return m_folder.filePath(QStringLiteral("expired.pem")); }

private:
    void run(const QStringList &command) const;
    void makeCertificates() const;

    QTemporaryDir m_folder;
    int m_port = 0;
    std::unique_ptr<QProcess> m_nginx;
};

}  // namespace station::repository
