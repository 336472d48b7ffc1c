#include "core/base/sha256.h"

#include "core/base/digest.h"

#include <QFile>

#include <array>

namespace station {

QString sha256Hex(const QByteArray &bytes)
{
    Digest digest;
    digest.add(bytes);
    return digest.hex();
}

Expected<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::FileMissing, file.errorString(), path);
    Digest digest;
    std::array<char, 65536> piece{};
    qint64 read = 0;
    while ((read = file.read(piece.data(), piece.size())) > 0)
        digest.add(piece.data(), read);
    if (read < 0)
        return fail(Fault::StorageFailed, file.errorString(), path);
    return digest.hex();
}

}  // namespace station
