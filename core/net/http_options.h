#pragma once

#include <QString>

namespace station::net {

/// How this station reaches the world; the same for every service it calls.
struct HttpOptions {
    QString proxy{};           ///< "http://host:port"; empty: none, whatever the environment says.
    QString proxyLoginFile{};  ///< One line "user:password", readable by its owner only.
    QString caFile{};          ///< PEM of the authorities for TLS; empty: the system's.
    QString clientCertificateFile{};  ///< PEM with its private key; empty: none is shown.
    int connectTimeoutMs = 3'000;
    int totalTimeoutMs = 10'000;               ///< Of one exchange, however slowly it drips.
    qint64 mostAnswerBytes = 8 * 1024 * 1024;  ///< Longer answers are cut off and refused.
};

}  // namespace station::net
