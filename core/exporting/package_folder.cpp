#include "core/exporting/package_folder.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace station::exporting {

Expected<PackageFolder> PackageFolder::begin(const QString &parent, const QString &name)
{
    const QString path = QFileInfo(parent).absoluteFilePath() + u'/' + name;
    if (QFileInfo::exists(path))
        return fail(Fault::PlaceTaken, u"the package exists"_s, path);
    if (const auto made = makeDirectoryDurably(QFileInfo(path).path()); !made)
        return fail(made.error());
    QTemporaryDir folder(QFileInfo(path).path() + u"/."_s + name + u"-XXXXXX"_s);
    if (!folder.isValid())
        return fail(Fault::StorageFailed, folder.errorString());
    return PackageFolder(path, std::move(folder));
}

Expected<PackedFile> PackageFolder::add(const QString &path, const QByteArray &bytes,
                                        const QString &mimeType)
{
    if (const auto written = writeDurably(m_folder.filePath(path), bytes); !written)
        return fail(written.error());
    m_files.push_back({path, mimeType, bytes.size(), sha256Hex(bytes)});
    return m_files.back();
}

Expected<QString> PackageFolder::finish()
{
    // rename(2) replaces no folder that holds something.
    if (const auto renamed = renameDurably(m_folder.path(), m_path); !renamed)
        return fail(renamed.error());
    m_folder.setAutoRemove(false);
    return m_path;
}

}  // namespace station::exporting
