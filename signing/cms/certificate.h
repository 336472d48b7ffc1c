#pragma once

#include "signing/cms/openssl_handle.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace station::signing {

/// What the station wants to know of an X.509 certificate. Cheap to copy: the
/// parsed certificate is shared and never changes.
class Certificate {
public:
    Certificate() = default;
    Certificate(const Certificate &other);
    Certificate &operator=(const Certificate &other);
    Certificate(Certificate &&) noexcept = default;
    Certificate &operator=(Certificate &&) noexcept = default;
    explicit Certificate(X509Handle x509) : m_x509(std::move(x509)) {}
    /// Null certificate when the bytes are not exactly one certificate.
    static Certificate fromDer(const QByteArray &der);

    bool isNull() const { return m_x509 == nullptr; }
    X509 *get() const { return m_x509.get(); }
    QByteArray der() const;

    QString commonName() const;  ///< NFC.
    QString serial() const;      ///< Hexadecimal, lower case.
    bool isAuthority() const;
    /// digitalSignature or nonRepudiation, or no key usage at all.
    bool maySign() const;
    bool isSelfIssued() const;
    qint64 notBeforeMs() const;
    qint64 notAfterMs() const;
    bool isValidAt(qint64 ms) const { return ms >= notBeforeMs() && ms <= notAfterMs(); }

private:
    X509Handle m_x509{};
};

}  // namespace station::signing
