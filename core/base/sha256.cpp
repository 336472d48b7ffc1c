#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QFile>

namespace station {

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Expected<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::FileMissing, file.errorString(), path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(Fault::StorageFailed, file.errorString(), path);
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace station
