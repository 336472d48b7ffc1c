#include "app/cli/invocation.h"

#include "app/errors/error_text.h"

#include <QJsonDocument>

#include <cstdio>

namespace station::cli {
namespace {

void printLine(std::FILE *stream, const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

void printJson(const QJsonObject &json)
{
    QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Indented);
    text.chop(1);
    printLine(stdout, text);
}

}  // namespace

void Invocation::progress(const QString &line) const
{
    printLine(json ? stderr : stdout, line.toUtf8());
}

void Invocation::note(const QString &line) const
{
    printLine(stderr, line.toUtf8());
}

void Invocation::run(const Command &command)
{
    m_exitCode = report(command());
}

void Invocation::runAt(const std::function<Expected<Outcome>(compose::Station &)> &command)
{
    run([&]() -> Expected<Outcome> {
        const auto station = compose::Station::build(stationOptions);
        if (!station)
            return fail(station.error());
        return command(**station);
    });
}

int Invocation::report(const Expected<Outcome> &outcome) const
{
    if (outcome) {
        if (json)
            printJson(outcome->json);
        else
            for (const auto &line : outcome->lines)
                printLine(stdout, line.toUtf8());
        return outcome->needsAttention ? 3 : 0;
    }
    const Error &error = outcome.error();
    const ErrorText words = errorText(error);
    printLine(stderr, QStringLiteral("error: %1; %2").arg(words.what, words.remedy).toUtf8());
    if (json)
        printJson(
            {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), errorCode(error.fault)},
                                                   {QStringLiteral("message"), words.what},
                                                   {QStringLiteral("remedy"), words.remedy}}}});
    return error.fault == Fault::SettingsInvalid ? 78 : 1;
}

QStringList texts(const std::vector<std::string> &utf8)
{
    QStringList result;
    for (const auto &one : utf8)
        result << text(one);
    return result;
}

CLI::App &subcommand(CLI::App &parent, const char *name, const QString &description)
{
    return *parent.add_subcommand(name, description.toStdString());
}

void dossierOption(CLI::App &command, std::string &target)
{
    command.add_option("dossier", target, Cli::tr("Dossier code or uuid").toStdString())
        ->required();
}

void componentOption(CLI::App &command, std::string &target)
{
    command
        .add_option("--component", target,
                    Cli::tr("Component of the checklist, e.g. GT01").toStdString())
        ->required();
}

}  // namespace station::cli
