#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/net/http_client.h"
#include "signing/evidence/revocation_answer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace station::signing {

struct RevocationOptions {
    net::HttpOptions http{};
    QString cacheFolder{};  ///< Answers until their nextUpdate; empty: none kept.
};

/// Asks the authority of a certificate whether it is still good: OCSP first
/// (with a nonce), the CRL when that fails. One answer serves a whole batch and, until its
/// nextUpdate, all programs of the station. Thread-safe; blocking.
class RevocationService {
public:
    RevocationService(RevocationOptions options, const Clock &clock);

    /// An answer that is fresh now; Unknown when the responder says so and no CRL
    /// knows better. `newerThanMs` (0: any fresh one) asks for one made
    /// after that time, past the cache: an answer older than a signature proves
    /// nothing about it. Fails with NothingToDo (not askable), NetworkDown, ProxyRefused,
    /// ServiceRefused, ServiceAnswerInvalid (also: stale), Cancelled.
    Expected<RevocationAnswer> ask(const Certificate &certificate, const Certificate &issuer,
                                   qint64 newerThanMs = 0, std::stop_token stop = {});

    /// The issuer's certificate from the address that the certificate names
    /// (caIssuers); it has to be the one that signed it.
    Expected<Certificate> issuerOf(const Certificate &certificate, std::stop_token stop = {});

private:
    struct Resting;

    QString cacheFile(const QByteArray &about) const;
    QByteArray cached(const QString &file) const;
    void keep(const QString &file, const QByteArray &body) const;
    /// `question` empty: GET.
    Expected<QByteArray> fetch(const QString &url, const QByteArray &question,
                               const std::stop_token &stop) const;
    Expected<RevocationAnswer> fresh(Expected<RevocationAnswer> answer, qint64 newerThanMs) const;
    Expected<RevocationAnswer> askOcsp(const QString &url, const Certificate &certificate,
                                       const Certificate &issuer, qint64 newerThanMs,
                                       const std::stop_token &stop) const;
    Expected<RevocationAnswer> askCrl(const QString &url, const Certificate &certificate,
                                      const Certificate &issuer, qint64 newerThanMs,
                                      const std::stop_token &stop) const;
    bool rests(const QString &url) const;
    void letRest(const QStringList &urls) const;

    RevocationOptions m_options;
    const Clock &m_clock;
    std::shared_ptr<Resting> m_resting;
};

}  // namespace station::signing
