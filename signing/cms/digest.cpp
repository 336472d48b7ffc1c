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

}  // namespace station::signing
