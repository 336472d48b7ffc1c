#include "tests/e2e/station_under_test.h"

#include "app/compose/station_sealing.h"
#include "app/compose/training_papers.h"
#include "core/store/blob_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace station::e2e {
namespace {

constexpr int longestRunMs = 120'000;

const compose::TrainingDossier &trainingDossier()
{
    static const auto dossier =
        compose::loadTrainingDossier(QStringLiteral(STATION_SHARE_DIR "/training"));
    return *dossier;
}

}  // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(output).object();
}

QString Run::errorCode() const
{
    return json()[QStringLiteral("error")][QStringLiteral("code")].toString();
}

int Run::errorLines() const
{
    int lines = 0;
    for (const auto &line : errors.split('\n'))
        lines += line.startsWith("error: ") ? 1 : 0;
    return lines;
}

Run run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

StationUnderTest::StationUnderTest(const QString &shared)
{
    QFile config(m_folder.filePath(QStringLiteral("station.toml")));
    if (shared.isEmpty() || !config.open(QIODevice::WriteOnly))
        return;
    config.write(QStringLiteral("[repository]\npath = \"%1/repository\"\n"
                                "province_key_file = \"%1/province.key\"\n")
                     .arg(shared)
                     .toUtf8());
}

QString StationUnderTest::program()
{
    return QStringLiteral(STATION_BIN_DIR "/tramsohoa-cli");
}

QStringList StationUnderTest::commonArguments() const
{
    QStringList arguments{QStringLiteral("--data"), data(), QStringLiteral("--language"),
                          QStringLiteral("en")};
    if (QFileInfo::exists(m_folder.filePath(QStringLiteral("station.toml"))))
        arguments << QStringLiteral("--config") << m_folder.path();
    return arguments;
}

Run StationUnderTest::cli(const QStringList &arguments) const
{
    return run(program(), commonArguments() << QStringLiteral("--json") << arguments);
}

Run StationUnderTest::cliText(const QStringList &arguments) const
{
    return run(program(), commonArguments() << arguments);
}

QString StationUnderTest::newDossier(const QStringList &more) const
{
    const auto &training = trainingDossier();
    const Run opened = cli(QStringList{QStringLiteral("dossier"), QStringLiteral("new"),
                                       QStringLiteral("--procedure"), training.procedure,
                                       QStringLiteral("--owner-id"), training.ownerId,
                                       QStringLiteral("--owner-name"), training.ownerName} +
                           more);
    return opened.json()[QStringLiteral("uuid")].toString();
}

QString StationUnderTest::device() const
{
    return data() + QStringLiteral("/training-scanner/devices/adf1");
}

QString StationUnderTest::feeder() const
{
    return device() + QStringLiteral("/feeder");
}

void StationUnderTest::feed(const QStringList &pictures) const
{
    QDir().mkpath(feeder());
    auto number = QDir(feeder()).entryList(QDir::Files).size();
    for (const auto &picture : pictures)
        QFile::copy(picture, QStringLiteral("%1/%2.%3")
                                 .arg(feeder())
                                 .arg(++number, 4, 10, QLatin1Char('0'))
                                 .arg(QFileInfo(picture).suffix()));
}

QString StationUnderTest::pinFile() const
{
    return data() + QStringLiteral("/token/pin");
}

QStringList StationUnderTest::training(const QString &component)
{
    const auto *paper = trainingDossier().paper(component);
    return paper ? paper->pictures : QStringList();
}

QString StationUnderTest::copy(const QString &sha256) const
{
    const auto sealing = compose::SealingKeys({}, {}, data()).open();
    const auto bytes = sealing ? store::BlobFolder(data(), sealing->sealer).get({.sha256 = sha256})
                               : Expected<QByteArray>(fail(sealing.error()));
    QFile file(m_folder.filePath(sha256 + QStringLiteral(".pdf")));
    if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
        return {};
    return file.fileName();
}

QJsonObject StationUnderTest::show(const QString &dossier) const
{
    return cli({QStringLiteral("dossier"), QStringLiteral("show"), dossier}).json();
}

QJsonObject StationUnderTest::component(const QString &dossier, const QString &code) const
{
    const auto components = show(dossier)[QStringLiteral("components")].toArray();
    for (const auto &component : components) {
        if (component[QStringLiteral("code")] == code)
            return component.toObject();
    }
    return {};
}

}  // namespace station::e2e
