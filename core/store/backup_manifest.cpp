#include "core/store/backup_manifest.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;
constexpr int format = 1;

bool isBelow(const QString &path)
{
    return !path.isEmpty() && QDir::cleanPath(path) == path && !QDir::isAbsolutePath(path) &&
           path != u".."_s && !path.startsWith(u"../"_s);
}

tl::unexpected<Error> unreadable(const QString &what)
{
    return fail(Fault::FileUnreadable, what, backupManifestName);
}

}  // namespace

qint64 BackupManifest::bytes() const
{
    qint64 sum = 0;
    for (const auto &file : files)
        sum += file.size;
    return sum;
}

QByteArray toJson(const BackupManifest &manifest)
{
    QJsonArray files;
    for (const auto &file : manifest.files)
        files.append(QJsonObject{{u"path"_s, file.path},
                                 {u"size"_s, file.size},
                                 {u"sha256"_s, file.sha256},
                                 {u"changed_at_ms"_s, file.changedAtMs}});
    const QJsonObject audit{{u"seq"_s, manifest.audit.seq}, {u"sha256"_s, manifest.audit.sha256}};
    const QJsonObject whole{{u"format"_s, format},
                            {u"station"_s, manifest.stationId},
                            {u"made_at_ms"_s, manifest.madeAtMs},
                            {u"schema"_s, manifest.schema},
                            {u"audit"_s, audit},
                            {u"files"_s, files},
                            {u"missing"_s, QJsonArray::fromStringList(manifest.missing)}};
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

Expected<BackupManifest> readBackupManifest(const QString &folder)
{
    const auto bytes = readWhole(folder + u'/' + backupManifestName, mostBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto whole = QJsonDocument::fromJson(*bytes).object();
    if (whole[u"format"_s].toInt() != format)
        return unreadable(u"format"_s);
    const auto audit = whole[u"audit"_s].toObject();
    BackupManifest manifest{.stationId = whole[u"station"_s].toString(),
                            .madeAtMs = whole[u"made_at_ms"_s].toInteger(),
                            .schema = whole[u"schema"_s].toInt(),
                            .audit = {audit[u"seq"_s].toInteger(), audit[u"sha256"_s].toString()}};
    for (const auto &value : whole[u"files"_s].toArray()) {
        const auto file = value.toObject();
        manifest.files.push_back({.path = file[u"path"_s].toString(),
                                  .size = file[u"size"_s].toInteger(),
                                  .sha256 = file[u"sha256"_s].toString(),
                                  .changedAtMs = file[u"changed_at_ms"_s].toInteger()});
        if (!isBelow(manifest.files.back().path))
            return unreadable(u"path"_s);
    }
    for (const auto &value : whole[u"missing"_s].toArray())
        manifest.missing << value.toString();
    return manifest;
}

}  // namespace station::store
