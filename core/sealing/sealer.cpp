#include "core/sealing/sealer.h"

#include <algorithm>

namespace station::sealing {
namespace {

constexpr char valueVersion = 1;
constexpr int valueHead = 1 + nonceSize;
constexpr int lookupSize = 16;
constexpr int wordSize = 8;
constexpr int fileKeySize = keySize + 7;

/// RFC 4648, lower case: one word for any tokenizer.
QString base32(QByteArrayView bytes)
{
    static constexpr char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    unsigned int held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(digits[(held >> (bits - 5)) & 31U]);
    }
    if (bits > 0)
        text += QLatin1Char(digits[(held << (5 - bits)) & 31U]);
    return text;
}

}  // namespace

Expected<std::shared_ptr<const Sealer>> Sealer::with(const DataKeys &keys, const QString &id)
{
    const auto &ring = keys.keys();
    const auto current =
        id.isEmpty() ? std::prev(ring.end()) : std::ranges::find(ring, id, &DataKey::id);
    if (current == ring.end())
        return fail(Fault::KeyUnavailable, QStringLiteral("data key ") + id);

    auto values = derivedKey(current->bytes, "tram-so-hoa values 1");
    auto lookups = derivedKey(current->bytes, "tram-so-hoa lookups 1");
    auto words = derivedKey(current->bytes, "tram-so-hoa words 1");
    if (!values || !lookups || !words)
        return fail(Fault::Internal, QStringLiteral("HKDF"));
    std::vector<FileMaster> files;
    for (const auto &key : ring) {
        auto master = derivedKey(key.bytes, "tram-so-hoa files 1");
        if (!master)
            return fail(master.error());
        files.push_back({key.id, *std::move(master)});
    }
    return std::shared_ptr<const Sealer>(new Sealer(
        current->id, *std::move(values), KeyedHash(*lookups), KeyedHash(*words), std::move(files)));
}

Sealer::Sealer(QString keyId, Secret values, KeyedHash lookups, KeyedHash words,
               std::vector<FileMaster> files)
    : m_keyId(std::move(keyId)), m_values(std::move(values)), m_lookups(std::move(lookups)),
      m_words(std::move(words)), m_files(std::move(files))
{
}

Expected<QByteArray> Sealer::sealed(QByteArrayView plain, QByteArrayView context) const
{
    const auto nonce = randomBytes(nonceSize);
    if (!nonce)
        return fail(nonce.error());
    const auto body = gcmSealed(m_values, *nonce, context, plain);
    if (!body)
        return fail(body.error());
    return valueVersion + *nonce + *body;
}

std::optional<QByteArray> Sealer::opened(QByteArrayView sealed, QByteArrayView context) const
{
    if (sealed.size() < valueHead + tagSize || sealed.front() != valueVersion)
        return std::nullopt;
    return gcmOpened(m_values, sealed.sliced(1, nonceSize), context, sealed.sliced(valueHead));
}

QString Sealer::lookup(QByteArrayView kind, const QString &value) const
{
    const auto hash = m_lookups.of(kind.toByteArray() + '\0' + value.toUtf8());
    return QString::fromLatin1(
        hash.first(lookupSize)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString Sealer::blindWord(const QString &word) const
{
    return base32(QByteArrayView(m_words.of(word.toUtf8())).first(wordSize));
}

Expected<Secret> Sealer::fileKey(const QString &id, QByteArrayView salt) const
{
    const auto master = std::ranges::find(m_files, id, &FileMaster::id);
    if (master == m_files.end())
        return fail(Fault::KeyUnavailable, QStringLiteral("data key ") + id);
    return derivedKey(master->key, "tram-so-hoa file 1 " + salt.toByteArray(), fileKeySize);
}

}  // namespace station::sealing
