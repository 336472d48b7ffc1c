#include "tls_front.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::repository {
namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<in_port_t>(port));
    return address;
}

int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(fd, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(fd);
    return ntohs(address.sin_port);
}

bool isListening(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool is =
        ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(fd);
    return is;
}

QString nginx()
{
    return QStandardPaths::findExecutable(u"nginx"_s,
                                          {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s});
}

}  // namespace

bool TlsFront::isInstalled()
{
    return !nginx().isEmpty() && !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

void TlsFront::run(const QStringList &command) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(command.constFirst(), command.mid(1));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        throw std::runtime_error(process.readAllStandardError().toStdString());
}

void TlsFront::makeCertificates() const
{
    const auto authority = [&](const QString &name) {
        run({u"openssl"_s, u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
             u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Kho thu "_s + name, u"-keyout"_s,
             name + u".key"_s, u"-out"_s, name + u".pem"_s});
    };
    // `openssl ca` would want a database; `x509 -days` may be negative.
    const auto issue = [&](const QString &name, const QString &days, const QString &names) {
        run({u"openssl"_s, u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
             u"/CN="_s + name, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s});
        QFile extensions(m_folder.filePath(u"extensions"_s));
        if (!extensions.open(QIODevice::WriteOnly) ||
            extensions.write("subjectAltName=" + names.toLatin1()) < 0)
            throw std::runtime_error("extensions");
        extensions.close();
        run({u"openssl"_s, u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.pem"_s,
             u"-CAkey"_s, u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s, days, u"-extfile"_s,
             u"extensions"_s, u"-out"_s, name + u".crt"_s});
        run({u"sh"_s, u"-c"_s, u"cat %1.crt %1.key > %1.pem"_s.arg(name)});
    };
    authority(u"ca"_s);
    authority(u"other-ca"_s);
    issue(u"server"_s, u"2"_s, u"IP:127.0.0.1"_s);
    issue(u"client"_s, u"2"_s, u"DNS:tram"_s);
    issue(u"expired"_s, u"-1"_s, u"DNS:tram"_s);
}

TlsFront::TlsFront(const QString &behind)
    : m_port(freePort()), m_nginx(std::make_unique<QProcess>())
{
    makeCertificates();
    QFile configuration(m_folder.filePath(u"nginx.conf"_s));
    const QString text = uR"(daemon off;
master_process off;
pid %D/nginx.pid;
error_log %D/error.log;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path %D/body;
    proxy_temp_path %D/proxy;
    fastcgi_temp_path %D/fastcgi;
    uwsgi_temp_path %D/uwsgi;
    scgi_temp_path %D/scgi;
    client_max_body_size 0;
    server {
        listen 127.0.0.1:%P ssl;
        ssl_certificate %D/server.pem;
        ssl_certificate_key %D/server.key;
        ssl_client_certificate %D/ca.pem;
        ssl_verify_client on;
        location / {
            proxy_pass %B;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_request_buffering off;
        }
    }
}
)"_s;
    QString filled = text;
    filled.replace(u"%D"_s, m_folder.path())
        .replace(u"%P"_s, QString::number(m_port))
        .replace(u"%B"_s, behind);
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(filled.toUtf8()) < 0)
        throw std::runtime_error("nginx.conf");
    configuration.close();
    m_nginx->start(nginx(), {u"-e"_s, m_folder.filePath(u"error.log"_s), u"-c"_s,
                             configuration.fileName(), u"-p"_s, m_folder.path()});
    QElapsedTimer timer;
    timer.start();
    while (!isListening(m_port)) {
        if (timer.elapsed() > 30'000 || m_nginx->waitForFinished(10))
            throw std::runtime_error("nginx does not start: " +
                                     m_nginx->readAllStandardError().toStdString());
    }
}

TlsFront::~TlsFront()
{
    m_nginx->kill();
    m_nginx->waitForFinished();
}

QString TlsFront::url() const
{
    return u"https://127.0.0.1:%1"_s.arg(m_port);
}

}  // namespace station::repository
