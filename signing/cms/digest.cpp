#include "signing/cms/digest.h"

namespace station::signing {

QByteArray digestOf(const QByteArrayList &parts, const EVP_MD *algorithm)
{
    QByteArray digest(EVP_MD_get_size(algorithm), '\0');
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, algorithm, nullptr);
    for (const auto &part : parts)
        EVP_DigestUpdate(context, part.constData(), static_cast<size_t>(part.size()));
    EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_MD_CTX_free(context);
    return digest;
}

RunningDigest::RunningDigest() : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
}

RunningDigest::RunningDigest(const RunningDigest &other) : m_context(EVP_MD_CTX_new())
{
    EVP_MD_CTX_copy_ex(m_context.get(), other.m_context.get());
}

RunningDigest &RunningDigest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    return *this;
}

QByteArray RunningDigest::result() const
{
    const RunningDigest copy(*this);
    QByteArray digest(EVP_MD_CTX_get_size(copy.m_context.get()), '\0');
    EVP_DigestFinal_ex(copy.m_context.get(), reinterpret_cast<unsigned char *>(digest.data()),
                       nullptr);
    return digest;
}

}  // namespace station::signing
