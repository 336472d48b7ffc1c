#include "core/base/digest.h"

#include <openssl/evp.h>

#include <array>

namespace station {

void Digest::Release::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Digest::Digest(Kind kind) : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), kind == Kind::Sha256 ? EVP_sha256() : EVP_md5(), nullptr);
}

Digest::~Digest() = default;
Digest::Digest(Digest &&) noexcept = default;
Digest &Digest::operator=(Digest &&) noexcept = default;

void Digest::add(const char *bytes, qint64 size)
{
    EVP_DigestUpdate(m_context.get(), bytes, static_cast<std::size_t>(size));
}

QString Digest::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), digest.data(), &size);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size))
            .toHex());
}

}  // namespace station
