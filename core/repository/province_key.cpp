#include "core/repository/province_key.h"

#include "core/base/durable_file.h"
#include "core/sealing/primitives.h"

#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <openssl/crypto.h>

namespace station::repository {
namespace {

using sealing::keySize;
using sealing::nonceSize;
using sealing::tagSize;

constexpr int hiddenSize = 16;
constexpr int highestVersion = 255;  // a byte in each sealed block
constexpr qint64 mostBytes = 32 * 1024;
constexpr int headSize = 1 + nonceSize;  // key version, nonce

tl::unexpected<Error> damaged(const char *what)
{
    return fail(Fault::RepositoryDamaged, QStringLiteral("sealed block: ") + QLatin1String(what));
}

}  // namespace

Expected<ProvinceKey::Version> ProvinceKey::versionFrom(const QByteArray &line, const QString &file)
{
    const auto blank = line.indexOf(' ');
    const int number = line.left(blank).toInt();
    QByteArray digits = line.mid(blank + 1).trimmed();
    QByteArray key = QByteArray::fromHex(digits);
    const bool wellFormed = blank > 0 && number > 0 && number <= highestVersion &&
                            digits.size() == 2 * keySize && key.size() == keySize;
    OPENSSL_cleanse(digits.data(), static_cast<size_t>(digits.size()));
    if (!wellFormed)
        return fail(Fault::SettingsInvalid, QStringLiteral("province key"), file);
    const Secret master(std::move(key));
    auto sealing = sealing::derivedKey(master, "tram-so-hoa sealed block 1");
    if (!sealing)
        return fail(sealing.error());
    return Version{number, sealing::KeyedHash(master), *std::move(sealing)};
}

Expected<ProvinceKey> ProvinceKey::load(const QString &file)
{
    auto text = readWhole(file, mostBytes);
    if (!text)
        return fail(text.error());
    const auto open = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                      QFileDevice::WriteOther;
    if (QFileInfo(file).permissions() & open)
        return fail(Fault::SettingsInvalid, QStringLiteral("others may read the province key"),
                    file);
    std::vector<Version> versions;
    Expected<> read;
    auto lines = text->trimmed().split('\n');
    for (auto &line : lines) {
        auto version = versionFrom(line, file);
        OPENSSL_cleanse(line.data(), static_cast<size_t>(line.size()));
        if (version)
            versions.push_back(*std::move(version));
        else
            read = fail(version.error());
    }
    OPENSSL_cleanse(text->data(), static_cast<size_t>(text->size()));
    if (!read)
        return fail(read.error());
    std::ranges::sort(versions, std::greater(), &Version::number);
    if (std::ranges::adjacent_find(versions, {}, &Version::number) != versions.end())
        return fail(Fault::SettingsInvalid, QStringLiteral("one version of the province key twice"),
                    file);
    return ProvinceKey(std::move(versions));
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

Expected<int> ProvinceKey::addVersion(const QString &file, const QString &to)
{
    const auto now = load(file);
    if (!now)
        return fail(now.error());
    const int next = now->version() + 1;
    if (next > highestVersion)
        return fail(Fault::InvalidInput, QStringLiteral("no further version"), file);
    const auto key = sealing::randomBytes(keySize);
    if (!key)
        return fail(key.error());
    auto text = readWhole(file, mostBytes);
    if (!text)
        return fail(text.error());
    *text = text->trimmed() + '\n' + QByteArray::number(next) + ' ' + key->toHex() + '\n';
    const auto written = writeDurably(to, *text);
    OPENSSL_cleanse(text->data(), static_cast<size_t>(text->size()));
    if (!written)
        return fail(written.error());
    return next;
}

std::vector<int> ProvinceKey::versions() const
{
    std::vector<int> numbers;
    for (const auto &version : m_versions)
        numbers.push_back(version.number);
    return numbers;
}

QString ProvinceKey::Version::hidden(const QByteArray &type, const QString &value) const
{
    const auto head = hash.of(type + '\0' + value.toUtf8()).first(hiddenSize);
    return QStringLiteral("k%1-%2").arg(number).arg(QString::fromLatin1(head.toHex()));
}

QString ProvinceKey::hidden(const QByteArray &type, const QString &value) const
{
    return m_versions.front().hidden(type, value);
}

QStringList ProvinceKey::hiddenByEach(const QByteArray &type, const QString &value) const
{
    QStringList list;
    for (const auto &version : m_versions)
        list << version.hidden(type, value);
    return list;
}

Expected<QByteArray> ProvinceKey::seal(const QByteArray &plain, const QByteArray &context) const
{
    const auto nonce = sealing::randomBytes(nonceSize);
    if (!nonce)
        return fail(nonce.error());
    const auto body = sealing::gcmSealed(m_versions.front().sealing, *nonce, context, plain);
    if (!body)
        return fail(body.error());
    return static_cast<char>(version()) + *nonce + *body;
}

Expected<QByteArray> ProvinceKey::unseal(const QByteArray &sealed, const QByteArray &context) const
{
    if (sealed.size() < headSize + tagSize)
        return damaged("too short");
    const int number = static_cast<unsigned char>(sealed[0]);
    const auto key = std::ranges::find(m_versions, number, &Version::number);
    if (key == m_versions.end())
        return fail(Fault::KeyUnavailable, QStringLiteral("province key, version %1").arg(number),
                    QStringLiteral("province key, version %1").arg(number));
    const QByteArrayView bytes(sealed);
    auto plain = sealing::gcmOpened(key->sealing, bytes.sliced(1, nonceSize), context,
                                    bytes.sliced(headSize));
    if (!plain)
        return damaged("key, context or bytes differ");
    return *std::move(plain);
}

}  // namespace station::repository
