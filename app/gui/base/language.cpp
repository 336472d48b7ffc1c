#include "app/gui/base/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace station::gui {

bool speak(QCoreApplication &application, const QString &language)
{
    QLocale::setDefault(QLocale(language));
    // The program lies in bin/, its data in share/: installed and in the build tree.
    const QString folder =
        QDir(QCoreApplication::applicationDirPath())
            .absoluteFilePath(QStringLiteral("../share/tram-so-hoa/translations"));
    bool found = true;
    for (const QString &part : {QStringLiteral("qtbase_"), QStringLiteral("tramsohoa_")}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(part + language, folder))
            application.installTranslator(translator);
        else
            found = found && part != QLatin1String("tramsohoa_");
    }
    return found;
}

}  // namespace station::gui
