#include "app/compose/roles.h"
#include "app/compose/training_papers.h"
#include "app/desk/station_desk.h"
#include "app/errors/error_text.h"
#include "app/gui/base/container_readers.h"
#include "app/gui/base/input_method_guard.h"
#include "app/gui/base/picture_memory.h"
#include "app/gui/base/session_lock.h"
#include "app/gui/base/theme.h"
#include "app/gui/counter/window_host.h"
#include "app/gui/widgets/key_button_reader.h"
#include "app/languages/languages.h"
#include "core/base/secret.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

#include <sysexits.h>

using namespace station;
using namespace station::gui;
using namespace Qt::StringLiterals;

namespace {

/// Texts of the program itself.
class Program {
    Q_DECLARE_TR_FUNCTIONS(Program)
};

/// Training works in a folder of its own and with embedded defaults only.
compose::StationOptions stationOptions(const QCommandLineParser &parser, bool training)
{
    compose::StationOptions options{.dataDir = parser.value(u"data"_s),
                                    .configDir = parser.value(u"config"_s),
                                    .readsInBackground = true};
    if (training) {
        options.configDir.clear();
        if (options.dataDir.isEmpty())
            options.dataDir =
                QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                u"/tram-so-hoa-training"_s;
    }
    return options;
}

/// Without a station there is no window to say it in.
int refuse(const ErrorText &words, int exitCode)
{
    std::fprintf(stderr, "error: %s; %s\n", words.what.toUtf8().constData(),
                 words.remedy.toUtf8().constData());
    QMessageBox::critical(nullptr, Program::tr("Digitization station"), words.line());
    return exitCode;
}

int refuse(const Error &error)
{
    return refuse(errorText(error), error.fault == Fault::SettingsInvalid ? EX_CONFIG : 1);
}

/// The groups of the account let it do nothing here.
int refuseAccount(const QString &group)
{
    return refuse(
        {Program::tr("This account may not work at the counter"),
         Program::tr("Have IT add it to the group “%1” of the operating system.").arg(group)},
        EX_NOPERM);
}

/// In training a dossier lies ready, so that F5 works at once.
Expected<> layOutTrainingDossier(compose::Station &station, CounterDesk &desk)
{
    const auto unfinished = desk.unfinished();
    if (!unfinished)
        return fail(unfinished.error());
    if (!unfinished->empty())
        return {};
    const auto training = compose::loadTrainingDossier(station.trainingPapersFolder());
    if (!training)
        return fail(training.error());
    const auto opened = desk.newDossier({.procedure = training->procedure,
                                         .ownerId = training->ownerId,
                                         .ownerName = training->ownerName});
    if (!opened)
        return fail(opened.error());
    return {};
}

}  // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    gui::returnPictureMemory();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tramsohoa"_s);
    // What this account chose in the window; a person's taste, no setting of the office.
    QSettings taste(u"tram-so-hoa"_s, u"window"_s);
    const QString chosen = languages::wanted(taste.value(u"language"_s).toString());
    if (!chosen.isEmpty())
        languages::install(chosen);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {u"data"_s, Program::tr("Folder of the station's data"), u"DIR"_s},
        {u"config"_s, Program::tr("Folder of settings files"), u"DIR"_s},
        {u"language"_s, Program::tr("Language of the window: vi, en or cs"), u"LANGUAGE"_s},
        {u"training"_s, Program::tr("Work with the training papers")},
        {u"dark"_s, Program::tr("Light text on a dark ground")},
    });
    parser.process(application);
    application.installEventFilter(new InputMethodGuard(&application));
    installContainerReaders();
    installKeyButtonReader();
    dress(application, parser.isSet(u"dark"_s) ? Appearance::Dark : Appearance::Light);

    const bool training = parser.isSet(u"training"_s);
    const auto station = compose::Station::build(stationOptions(parser, training));
    const QString language = !chosen.isEmpty() ? chosen
                             : station         ? (*station)->settings().language
                                               : u"vi"_s;
    if (chosen.isEmpty())
        languages::install(language);
    if (!station)
        return refuse(station.error());
    const auto &settings = (*station)->settings();
    if (!compose::mayWorkAtCounter(settings.roles, compose::ownGroups()))
        return refuseAccount(settings.roles.clerkGroup);
    const auto recovered = (*station)->recover();
    if (!recovered)
        return refuse(recovered.error());
    const bool isTraining = (*station)->isTraining();
    desk::StationDesk desk(**station);
    if (isTraining) {
        if (const auto laid = layOutTrainingDossier(**station, desk); !laid)
            return refuse(laid.error());
    }
    WindowHost host(desk, {.mode = isTraining ? WorkMode::Training : WorkMode::Real,
                           .keys = settings.keys,
                           .language = language,
                           .account = compose::accountName()});
    if (const auto started = host.start(); !started)
        return refuse(started.error());
    QObject::connect(&host, &WindowHost::languageChosen,
                     [&taste](const QString &now) { taste.setValue(u"language"_s, now); });
    const SessionLock lock;
    QObject::connect(&lock, &SessionLock::changed,
                     [&host](bool locked) { host.window().setSessionLocked(locked); });
    host.window().tellRecovered(static_cast<int>(recovered->adopted.size()),
                                static_cast<int>(recovered->orphans.size()));
    host.window().showMaximized();
    return QApplication::exec();
}
