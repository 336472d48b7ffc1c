#include "core/config/share_folder.h"

#include "core/base/worker_channel.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace station::config {

QString shareFolder()
{
    return QDir::cleanPath(programFolder() + u"/../share/tram-so-hoa"_s);
}

}  // namespace station::config
