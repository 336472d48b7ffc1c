#include "resources/training/papers.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace station::training {
namespace {

/// Sides two by two are sheets: front, back.
QJsonObject described(const TrainingPaper &paper)
{
    QJsonArray sides;
    for (const DrawnSide &side : paper.sides)
        sides.append(QJsonObject{{u"file"_s, side.file},
                                 {u"face"_s, sides.size() % 2 == 0 ? u"front"_s : u"back"_s},
                                 {u"sheet"_s, int(sides.size()) / 2 + 1},
                                 {u"blank"_s, side.draw == drawNothing},
                                 {u"upside_down"_s, side.conditions.upsideDown}});
    return {{u"component"_s, paper.component},
            {u"paper"_s, paper.paperType},
            {u"name"_s, paper.name},
            {u"sides"_s, sides},
            {u"fields"_s, paper.fields}};
}

int drawAll(const QString &folder)
{
    QJsonArray papers;
    for (const TrainingPaper &paper : trainingPapers()) {
        for (const DrawnSide &side : paper.sides) {
            Sheet sheet(side.conditions);
            side.draw(sheet);
            if (side.draw != drawNothing)
                sheet.markAsTraining();
            if (!sheet.save(folder + u'/' + side.file)) {
                QTextStream(stderr) << "cannot write " << side.file << '\n';
                return 1;
            }
        }
        papers.append(described(paper));
    }
    const QJsonObject truth{
        {u"procedure"_s, u"1.002809"_s},
        {u"owner"_s, QJsonObject{{u"id"_s, person::id}, {u"name"_s, person::name}}},
        {u"papers"_s, papers}};
    QFile file(folder + u"/truth.json"_s);
    const QByteArray json = QJsonDocument(truth).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? 0 : 1;
}

}  // namespace
}  // namespace station::training

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "usage: draw_training_papers FOLDER\n";
        return 2;
    }
    return station::training::drawAll(arguments[1]);
}
