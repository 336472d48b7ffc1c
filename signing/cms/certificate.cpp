#include "signing/cms/certificate.h"

#include <QDate>
#include <QDateTime>
#include <QTime>

#include <openssl/asn1.h>

namespace station::signing {
namespace {

qint64 msOf(const ASN1_TIME *time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return 0;
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC)
        .toMSecsSinceEpoch();
}

}  // namespace

Certificate::Certificate(const Certificate &other) : m_x509(other.m_x509.get())
{
    if (m_x509)
        X509_up_ref(m_x509.get());
}

Certificate &Certificate::operator=(const Certificate &other)
{
    return *this = Certificate(other);
}

Certificate Certificate::fromDer(const QByteArray &der)
{
    Certificate certificate;
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = bytes + der.size();
    certificate.m_x509.reset(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
    if (bytes != end)
        certificate.m_x509.reset();
    return certificate;
}

QByteArray Certificate::der() const
{
    return derOf<i2d_X509>(m_x509.get());
}

QString Certificate::commonName() const
{
    const X509_NAME *subject = X509_get_subject_name(m_x509.get());
    const int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (index < 0)
        return {};
    unsigned char *text = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    const QString name = QString::fromUtf8(reinterpret_cast<const char *>(text), qMax(size, 0));
    OPENSSL_free(text);
    return name.normalized(QString::NormalizationForm_C);
}

QString Certificate::serial() const
{
    BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(m_x509.get()), nullptr);
    char *text = BN_bn2hex(number);
    const QString serial = QString::fromLatin1(text).toLower();
    OPENSSL_free(text);
    BN_free(number);
    return serial;
}

bool Certificate::isAuthority() const
{
    return X509_check_ca(m_x509.get()) != 0;
}

bool Certificate::maySign() const
{
    // UINT32_MAX when the extension is absent: then nothing is forbidden.
    return (X509_get_key_usage(m_x509.get()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool Certificate::isSelfIssued() const
{
    return X509_NAME_cmp(X509_get_subject_name(m_x509.get()), X509_get_issuer_name(m_x509.get())) ==
           0;
}

qint64 Certificate::notBeforeMs() const
{
    return msOf(X509_get0_notBefore(m_x509.get()));
}

qint64 Certificate::notAfterMs() const
{
    return msOf(X509_get0_notAfter(m_x509.get()));
}

}  // namespace station::signing
