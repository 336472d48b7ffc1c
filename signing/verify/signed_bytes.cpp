#include "signing/verify/signed_bytes.h"

#include <algorithm>
#include <memory>

namespace station::signing {

QByteArray SignedBytes::digest(const EVP_MD *algorithm) const
{
    constexpr qsizetype step = 1024 * 1024;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    if (isEmpty() || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1)
        return {};
    const auto add = [&](qsizetype begin, qsizetype end) {
        for (; begin < end; begin += step) {
            const qsizetype count = std::min(step, end - begin);
            EVP_DigestUpdate(context.get(), m_file->constData() + begin,
                             static_cast<std::size_t>(count));
            if (*m_read)
                (*m_read)(begin, begin + count);
        }
    };
    add(0, m_holeBegin);
    add(m_holeEnd, m_end);
    QByteArray digest(EVP_MD_get_size(algorithm), '\0');
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return digest;
}

}  // namespace station::signing
