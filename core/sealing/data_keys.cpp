#include "core/sealing/data_keys.h"

#include "core/sealing/primitives.h"

#include <algorithm>
#include <iterator>

#include <openssl/crypto.h>

namespace station::sealing {
namespace {

constexpr int idSize = 8;

tl::unexpected<Error> notAKey(const char *what)
{
    return fail(Fault::SettingsInvalid, QStringLiteral("data key: ") + QLatin1String(what));
}

/// Wiped, unlike what QByteArray::fromHex leaves behind.
Secret fromHex(QByteArrayView digits)
{
    QByteArray copy = digits.toByteArray();
    QByteArray bytes = QByteArray::fromHex(copy);
    OPENSSL_cleanse(copy.data(), static_cast<size_t>(copy.size()));
    return Secret(std::move(bytes));
}

}  // namespace

Expected<DataKeys> DataKeys::made()
{
    auto bytes = randomBytes(keySize);
    if (!bytes)
        return fail(bytes.error());
    DataKeys ring;
    if (const auto added = ring.add(Secret(*std::move(bytes))); !added)
        return fail(added.error());
    return ring;
}

Expected<DataKeys> DataKeys::parse(const Secret &text)
{
    DataKeys ring;
    QByteArrayView rest(text.view().data(), static_cast<qsizetype>(text.size()));
    while (!rest.isEmpty()) {
        const auto end = rest.indexOf('\n');
        const auto line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty())
            continue;
        const auto blank = line.indexOf(' ');
        if (blank != 2 * idSize || line.size() != blank + 1 + 2 * keySize)
            return notAKey("not an id and 64 hex digits");
        auto bytes = fromHex(line.sliced(blank + 1));
        if (bytes.size() != keySize)
            return notAKey("not 64 hex digits");
        if (const auto added = ring.add(std::move(bytes)); !added)
            return fail(added.error());
        if (ring.m_keys.back().id != QLatin1String(line.first(blank)))
            return notAKey("the id is not that of the key");
    }
    if (ring.m_keys.empty())
        return notAKey("none");
    return ring;
}

bool DataKeys::contains(const QString &id) const
{
    return std::ranges::any_of(m_keys, [&](const DataKey &key) { return key.id == id; });
}

void DataKeys::adopt(DataKeys &&other)
{
    std::erase_if(other.m_keys, [this](const DataKey &key) { return contains(key.id); });
    m_keys.insert(m_keys.begin(), std::make_move_iterator(other.m_keys.begin()),
                  std::make_move_iterator(other.m_keys.end()));
}

Expected<> DataKeys::add(const DataKey &key)
{
    return add(Secret(QByteArray(key.bytes.view().data(), keySize)));
}

Secret DataKeys::text() const
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(m_keys.size()) * (2 * idSize + 2 * keySize + 2));
    for (const auto &key : m_keys) {
        const QByteArrayView bytes(key.bytes.view().data(), keySize);
        static constexpr char digits[] = "0123456789abcdef";
        text += key.id.toLatin1();
        text += ' ';
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            text += digits[value >> 4];
            text += digits[value & 15];
        }
        text += '\n';
    }
    return Secret(std::move(text));
}

Expected<> DataKeys::add(Secret bytes)
{
    const auto id = derivedKey(bytes, "tram-so-hoa data key id 1", idSize);
    if (!id)
        return fail(id.error());
    const QByteArray name(id->view().data(), idSize);
    m_keys.push_back({QString::fromLatin1(name.toHex()), std::move(bytes)});
    return {};
}

}  // namespace station::sealing
