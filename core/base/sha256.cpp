#include "core/base/sha256.h"

#include <QFile>

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace station {

namespace {

// OpenSSL uses the processor's own SHA instructions; Qt's hash does not.
class Hash {
public:
    Hash() : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    void add(const char *bytes, qint64 size)
    {
        EVP_DigestUpdate(m_context.get(), bytes, static_cast<std::size_t>(size));
    }
    QString hex()
    {
        std::array<unsigned char, 32> digest{};
        EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(digest.data()), digest.size()).toHex());
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

}  // namespace

QString sha256Hex(const QByteArray &bytes)
{
    Hash hash;
    hash.add(bytes.constData(), bytes.size());
    return hash.hex();
}

Expected<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::FileMissing, file.errorString(), path);
    Hash hash;
    std::array<char, 65536> piece{};
    qint64 read = 0;
    while ((read = file.read(piece.data(), piece.size())) > 0)
        hash.add(piece.data(), read);
    if (read < 0)
        return fail(Fault::StorageFailed, file.errorString(), path);
    return hash.hex();
}

}  // namespace station
