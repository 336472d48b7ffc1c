#include "app/compose/page_pool.h"

#include "core/config/share_folder.h"

#include <QFileInfo>

namespace station::compose {

worker::PoolOptions pagePool(const QStringList &folders, const QStringList &files)
{
    worker::PoolOptions options{.folders = folders};
    for (const auto &file : files) {
        if (QFileInfo(file).isFile())
            options.readable << QFileInfo(file).canonicalFilePath();
    }
    const QString kinds = config::shareFolder() + QStringLiteral("/pages/page_kinds.toml");
    if (QFileInfo::exists(kinds))
        options.pageKinds = kinds;
    return options;
}

}  // namespace station::compose
