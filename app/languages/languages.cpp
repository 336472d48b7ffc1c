#include "app/languages/languages.h"

#include "core/config/share_folder.h"

#include <QCoreApplication>
#include <QLocale>
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

QString after(const QString &language)
{
    static const QStringList all{QStringLiteral("vi"), QStringLiteral("en"), QStringLiteral("cs")};
    return all[(all.indexOf(language) + 1) % all.size()];
}

QString wanted(const QString &fallback)
{
    const QStringList arguments = QCoreApplication::arguments();
    const auto option = arguments.indexOf(QStringLiteral("--language"));
    return option >= 0 ? arguments.value(option + 1, fallback) : fallback;
}

void install(const QString &language)
{
    const QString folder = config::shareFolder() + QStringLiteral("/translations");
    auto *application = QCoreApplication::instance();
    for (auto *earlier : application->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(earlier);
        delete earlier;
    }
    for (const auto *name : {"qtbase_", "tramsohoa_"}) {
        auto *translator = new QTranslator(application);
        if (translator->load(QLatin1String(name) + language, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
    QLocale::setDefault(QLocale(language));
}

}  // namespace station::languages
