#include "core/sealing/sealed_file.h"

#include "core/sealing/primitives.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace station::sealing {
namespace {

constexpr char magic[] = "\x8FTSHOA1\n";
constexpr int magicSize = 8;
constexpr int idSize = 8;
constexpr int saltSize = 16;
constexpr int sha256Size = 32;
constexpr int noncePrefixSize = 7;
constexpr quint32 segmentSize = 1024 * 1024;
constexpr quint32 largestSegment = 16 * segmentSize;  // a head may lie

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

qint64 segmentsOf(qint64 size, qint64 segment)
{
    return size == 0 ? 1 : (size + segment - 1) / segment;
}

QByteArray nonceOf(QByteArrayView prefix, qint64 number, bool isLast)
{
    return prefix.toByteArray() + bigEndian(static_cast<quint32>(number)) + (isLast ? '\1' : '\0');
}

/// Key and nonce prefix, which are derived in one.
std::pair<Secret, QByteArray> parts(const Secret &derived)
{
    const QByteArrayView bytes(derived.view().data(), static_cast<qsizetype>(derived.size()));
    return {Secret(bytes.first(keySize).toByteArray()), bytes.sliced(keySize).toByteArray()};
}

tl::unexpected<Error> damaged(const QString &file, const char *what)
{
    return fail(Fault::StorageFailed, QStringLiteral("sealed file: ") + QLatin1String(what),
                QFileInfo(file).fileName());
}

}  // namespace

Expected<QByteArray> sealedFile(const Sealer &sealer, QByteArrayView plain, const QString &sha256)
{
    const auto salt = randomBytes(saltSize);
    if (!salt)
        return fail(salt.error());
    const auto derived = sealer.fileKey(sealer.keyId(), *salt);
    if (!derived)
        return fail(derived.error());
    const auto [key, prefix] = parts(*derived);
    const QByteArray head = QByteArray(magic, magicSize) +
                            QByteArray::fromHex(sealer.keyId().toLatin1()) + *salt +
                            QByteArray::fromHex(sha256.toLatin1()) +
                            bigEndian(static_cast<quint64>(plain.size())) + bigEndian(segmentSize);
    if (head.size() != sealedHeadSize)
        return fail(Fault::Internal, QStringLiteral("head of a sealed file"));

    const auto count = segmentsOf(plain.size(), segmentSize);
    QByteArray sealed;
    sealed.reserve(head.size() + plain.size() + count * tagSize);
    sealed += head;
    for (qint64 number = 0; number < count; ++number) {
        const auto begin = number * segmentSize;
        const auto part = plain.sliced(begin, std::min<qint64>(segmentSize, plain.size() - begin));
        const auto segment =
            gcmSealed(key, nonceOf(prefix, number, number == count - 1), head, part);
        if (!segment)
            return fail(segment.error());
        sealed += *segment;
    }
    return sealed;
}

bool looksSealed(QByteArrayView begin)
{
    return begin.startsWith(QByteArrayView(magic, magicSize));
}

Expected<std::unique_ptr<SealedFile>> SealedFile::open(const Sealer &sealer, const QString &path,
                                                       const QString &sha256)
{
    std::unique_ptr<SealedFile> file(new SealedFile);
    file->m_file.setFileName(path);
    if (!file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Fault::FileMissing, file->m_file.errorString(), QFileInfo(path).fileName());
    const QByteArray head = file->m_file.read(sealedHeadSize);
    if (head.size() != sealedHeadSize || !looksSealed(head))
        return damaged(path, "head");
    const QByteArrayView view(head);
    const auto id = view.sliced(magicSize, idSize);
    const auto salt = view.sliced(magicSize + idSize, saltSize);
    const auto hash = view.sliced(magicSize + idSize + saltSize, sha256Size);
    const char *numbers = hash.data() + sha256Size;
    const auto size = qFromBigEndian<quint64>(numbers);
    const auto segment = qFromBigEndian<quint32>(numbers + sizeof size);
    if (hash.toByteArray().toHex() != sha256.toLatin1())
        return damaged(path, "of other bytes");
    const auto onDisk = file->m_file.size();
    if (segment == 0 || segment > largestSegment || std::cmp_greater(size, onDisk))
        return damaged(path, "sizes");
    file->m_size = static_cast<qint64>(size);
    file->m_segmentSize = segment;
    if (onDisk !=
        sealedHeadSize + file->m_size + segmentsOf(file->m_size, file->m_segmentSize) * tagSize)
        return damaged(path, "cut or longer");
    const auto derived = sealer.fileKey(QString::fromLatin1(id.toByteArray().toHex()), salt);
    if (!derived)
        return fail(derived.error());
    std::tie(file->m_key, file->m_noncePrefix) = parts(*derived);
    file->m_head = head;
    return file;
}

Expected<QByteArray> SealedFile::read(qint64 offset, qint64 length) const
{
    const auto end = std::min(m_size, offset + length);
    if (offset < 0 || length < 0)
        return fail(Fault::Internal, QStringLiteral("range of a sealed file"));
    QByteArray bytes;
    bytes.reserve(std::max<qint64>(0, end - offset));
    const std::scoped_lock lock(m_mutex);
    for (auto at = offset; at < end;) {
        const auto number = at / m_segmentSize;
        if (number != m_lastNumber) {
            auto opened = segment(number);
            if (!opened)
                return opened;
            m_last = *std::move(opened);
            m_lastNumber = number;
        }
        const auto from = at - number * m_segmentSize;
        const auto part = std::min(m_last.size() - from, end - at);
        bytes += QByteArrayView(m_last).sliced(from, part);
        at += part;
    }
    return bytes;
}

/// With the mutex held.
Expected<QByteArray> SealedFile::segment(qint64 number) const
{
    const auto count = segmentsOf(m_size, m_segmentSize);
    const auto begin = number * m_segmentSize;
    const auto length = std::min(m_segmentSize, m_size - begin) + tagSize;
    if (!m_file.seek(sealedHeadSize + number * (m_segmentSize + tagSize)))
        return damaged(m_file.fileName(), "seek");
    const QByteArray sealed = m_file.read(length);
    if (sealed.size() != length)
        return damaged(m_file.fileName(), "cut");
    auto plain =
        gcmOpened(m_key, nonceOf(m_noncePrefix, number, number == count - 1), m_head, sealed);
    if (!plain)
        return damaged(m_file.fileName(), "key or bytes differ");
    return *std::move(plain);
}

}  // namespace station::sealing
