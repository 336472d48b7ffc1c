#include "signing/agent/module_files.h"

#include <QFile>

#include <p11-kit/p11-kit.h>

#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace station::signing {

QStringList registeredModules()
{
    ::setenv("P11_KIT_NO_USER_CONFIG", "1", 1);
    QStringList paths;
    CK_FUNCTION_LIST **modules = p11_kit_modules_load(nullptr, 0);
    for (CK_FUNCTION_LIST **module = modules; module != nullptr && *module != nullptr; ++module) {
        char *trust = p11_kit_config_option(*module, "trust-policy");
        char *file = p11_kit_module_get_filename(*module);
        if (file != nullptr && (trust == nullptr || qstrcmp(trust, "yes") != 0))
            paths.append(QFile::decodeName(file));
        std::free(file);
        std::free(trust);
    }
    if (modules != nullptr)
        p11_kit_modules_release(modules);
    return paths;
}

QString problemOfModule(const QString &path)
{
    struct stat file {};
    if (!path.startsWith(u'/'))
        return QStringLiteral("not a full path");
    if (::stat(QFile::encodeName(path).constData(), &file) != 0)
        return QStringLiteral("does not exist");
    if (!S_ISREG(file.st_mode))
        return QStringLiteral("not a file");
    if (file.st_uid != 0 && file.st_uid != ::geteuid())
        return QStringLiteral("belongs to another user");
    if ((file.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return QStringLiteral("others may change it");
    return {};
}

}  // namespace station::signing
