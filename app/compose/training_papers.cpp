#include "app/compose/training_papers.h"

#include "core/base/durable_file.h"
#include "scanner/client/training_scanner.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace station::compose {
namespace {

const QString feederDevice = QStringLiteral("adf1");
const QString glassDevice = QStringLiteral("flatbed1");

TrainingPaper paperOf(const QJsonObject &json, const QString &folder)
{
    TrainingPaper paper{.component = json[QStringLiteral("component")].toString()};
    for (const auto &side : json[QStringLiteral("sides")].toArray())
        paper.pictures << folder + u'/' + side[QStringLiteral("file")].toString();
    paper.duplex = paper.pictures.size() > 1;
    const auto fields = json[QStringLiteral("fields")].toObject();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
        paper.truth.insert(it.key(), it.value().toString());
    return paper;
}

bool feederHoldsPaper(const QString &scannerFolder)
{
    const QDir feeder(QStringLiteral("%1/devices/%2/feeder").arg(scannerFolder, feederDevice));
    return !feeder.entryList(QDir::Files).isEmpty();
}

}  // namespace

const TrainingPaper *TrainingDossier::paper(const QString &component) const
{
    const auto found = std::find_if(papers.begin(), papers.end(),
                                    [&](const auto &one) { return one.component == component; });
    return found == papers.end() ? nullptr : &*found;
}

Expected<TrainingDossier> loadTrainingDossier(const QString &folder)
{
    const auto bytes = readWhole(folder + QStringLiteral("/truth.json"));
    if (!bytes)
        return fail(bytes.error());
    const auto json = QJsonDocument::fromJson(*bytes).object();
    const auto owner = json[QStringLiteral("owner")].toObject();
    TrainingDossier dossier{.procedure = json[QStringLiteral("procedure")].toString(),
                            .ownerId = owner[QStringLiteral("id")].toString(),
                            .ownerName = owner[QStringLiteral("name")].toString()};
    for (const auto &paper : json[QStringLiteral("papers")].toArray())
        dossier.papers.push_back(paperOf(paper.toObject(), folder));
    if (dossier.papers.empty())
        return fail(Fault::FileUnreadable, QStringLiteral("no papers"),
                    QStringLiteral("truth.json"));
    return dossier;
}

Expected<> layTrainingPaper(const TrainingDossier &dossier, const QString &component,
                            workflow::PaperSource source, const QString &scannerFolder)
{
    const auto *paper = dossier.paper(component);
    if (paper == nullptr)
        paper = &dossier.papers.front();
    if (source == workflow::PaperSource::Flatbed)
        return scanner::layOnGlass(scannerFolder, glassDevice, paper->pictures.front());
    if (feederHoldsPaper(scannerFolder))
        return {};
    return scanner::loadFeeder(scannerFolder, feederDevice, paper->pictures);
}

}  // namespace station::compose
