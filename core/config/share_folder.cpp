#include "core/config/share_folder.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace station::config {

QString shareFolder()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/tram-so-hoa"_s);
}

}  // namespace station::config
