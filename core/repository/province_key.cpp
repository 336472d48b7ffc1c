#include "core/repository/province_key.h"

#include "core/base/durable_file.h"
#include "core/sealing/primitives.h"

#include <QFileInfo>

#include <openssl/crypto.h>

namespace station::repository {
namespace {

using sealing::keySize;
using sealing::nonceSize;
using sealing::tagSize;

constexpr int hiddenSize = 16;
constexpr int headSize = 1 + nonceSize;  // key version, nonce

tl::unexpected<Error> damaged(const char *what)
{
    return fail(Fault::RepositoryDamaged, QStringLiteral("sealed block: ") + QLatin1String(what));
}

}  // namespace

ProvinceKey::ProvinceKey(int version, sealing::KeyedHash hash, Secret sealing)
    : m_version(version), m_hash(std::move(hash)), m_sealing(std::move(sealing))
{
}

Expected<ProvinceKey> ProvinceKey::load(const QString &file)
{
    auto line = readWhole(file, 1024);
    if (!line)
        return fail(line.error());
    const auto open = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                      QFileDevice::WriteOther;
    if (QFileInfo(file).permissions() & open)
        return fail(Fault::SettingsInvalid, QStringLiteral("others may read the province key"),
                    file);

    const auto blank = line->indexOf(' ');
    const int version = line->left(blank).toInt();
    QByteArray digits = line->mid(blank + 1).trimmed();
    QByteArray key = QByteArray::fromHex(digits);
    const bool wellFormed = blank > 0 && version > 0 && version < 256 &&
                            digits.size() == 2 * keySize && key.size() == keySize;
    OPENSSL_cleanse(line->data(), static_cast<size_t>(line->size()));
    OPENSSL_cleanse(digits.data(), static_cast<size_t>(digits.size()));
    if (!wellFormed)
        return fail(Fault::SettingsInvalid, QStringLiteral("province key"), file);

    Secret master(std::move(key));
    auto sealing = sealing::derivedKey(master, "tram-so-hoa sealed block 1");
    if (!sealing)
        return fail(sealing.error());
    return ProvinceKey(version, sealing::KeyedHash(master), *std::move(sealing));
}

Expected<ProvinceKey> ProvinceKey::loadOrCreate(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        const auto key = sealing::randomBytes(keySize);
        if (!key)
            return fail(key.error());
        // Exclusive: of two programs that start at once, both use the first one's key.
        const auto created = createDurably(file, "1 " + key->toHex() + '\n');
        if (!created && created.error().fault != Fault::Conflict)
            return fail(created.error());
    }
    return load(file);
}

QString ProvinceKey::hidden(const QByteArray &type, const QString &value) const
{
    const auto head = m_hash.of(type + '\0' + value.toUtf8()).first(hiddenSize);
    return QStringLiteral("k%1-%2").arg(m_version).arg(QString::fromLatin1(head.toHex()));
}

Expected<QByteArray> ProvinceKey::seal(const QByteArray &plain, const QByteArray &context) const
{
    const auto nonce = sealing::randomBytes(nonceSize);
    if (!nonce)
        return fail(nonce.error());
    const auto body = sealing::gcmSealed(m_sealing, *nonce, context, plain);
    if (!body)
        return fail(body.error());
    return static_cast<char>(m_version) + *nonce + *body;
}

Expected<QByteArray> ProvinceKey::unseal(const QByteArray &sealed, const QByteArray &context) const
{
    if (sealed.size() < headSize + tagSize)
        return damaged("too short");
    if (static_cast<unsigned char>(sealed[0]) != m_version)
        return damaged("another key version");
    const QByteArrayView bytes(sealed);
    auto plain =
        sealing::gcmOpened(m_sealing, bytes.sliced(1, nonceSize), context, bytes.sliced(headSize));
    if (!plain)
        return damaged("key, context or bytes differ");
    return *std::move(plain);
}

}  // namespace station::repository
