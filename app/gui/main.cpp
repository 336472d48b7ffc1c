#include "app/gui/base/input_method_guard.h"
#include "app/gui/base/language.h"
#include "app/gui/base/theme.h"
#include "core/base/secret.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    hardenProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tramsohoa"_s);

    const QCommandLineOption data(u"data"_s, u"Folder of the station's data"_s, u"DIR"_s);
    const QCommandLineOption config(u"config"_s, u"Folder of settings files"_s, u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"vi, en or cs"_s, u"L"_s, u"vi"_s);
    const QCommandLineOption training(u"training"_s, u"Work with the training papers"_s);
    const QCommandLineOption dark(u"dark"_s, u"Light text on a dark ground"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({data, config, language, training, dark});
    parser.process(application);

    application.installEventFilter(new InputMethodGuard(&application));
    speak(application, parser.value(language));
    dress(application, parser.isSet(dark) ? Appearance::Dark : Appearance::Light);
    return 0;
}
