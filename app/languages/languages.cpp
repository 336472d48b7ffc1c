#include "app/languages/languages.h"

#include "core/config/share_folder.h"

#include <QTranslator>

namespace station::languages {

QString ofEnvironment()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (value.isEmpty())
            continue;
        const QString language = value.left(2);
        return language == QStringLiteral("vi") || language == QStringLiteral("cs")
                   ? language
                   : QStringLiteral("en");
    }
    return QStringLiteral("en");
}

void install(QCoreApplication &application, const QString &language)
{
    const QString folder = config::shareFolder() + QStringLiteral("/translations");
    for (const auto *name : {"qtbase_", "tramsohoa_"}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLatin1String(name) + language, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

}  // namespace station::languages
