#include "scanner/quirks/quirk.h"

#include <QJsonArray>

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

namespace {

/// Visits every member that travels, in one place for both directions.
template <typename Target, typename Visit>
void visitMembers(Target &quirk, Visit visit)
{
    visit("backend", quirk.backend);
    visit("vendor", quirk.vendor);
    visit("model", quirk.model);
    visit("flatbed", quirk.flatbed);
    visit("feeder", quirk.feeder);
    visit("duplex", quirk.duplex);
    visit("colour", quirk.colour);
    visit("gray", quirk.gray);
    visit("never", quirk.never);
    visit("sourceOption", quirk.sourceOption);
    visit("sidesOption", quirk.sidesOption);
    visit("modeOption", quirk.modeOption);
    visit("resolutionOption", quirk.resolutionOption);
    visit("button", quirk.button);
    visit("extras", quirk.extras);
    visit("pageMarginMm", quirk.pageMarginMm);
    visit("reopenBetweenSheets", quirk.reopenBetweenSheets);
    visit("reopenBetweenRuns", quirk.reopenBetweenRuns);
    visit("cancelBetweenRuns", quirk.cancelBetweenRuns);
    visit("busyTries", quirk.busyTries);
    visit("prefetches", quirk.prefetches);
}

QJsonValue json(const QString &text)
{
    return text;
}

QJsonValue json(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue json(bool flag)
{
    return flag;
}

QJsonValue json(int number)
{
    return number;
}

QJsonValue json(double number)
{
    return number;
}

QJsonValue json(const std::vector<Quirk::Extra> &extras)
{
    QJsonArray array;
    for (const auto &extra : extras)
        array.append(QJsonArray{extra.option, extra.value});
    return array;
}

void read(const QJsonValue &value, QString &text)
{
    text = value.toString(text);
}

void read(const QJsonValue &value, QStringList &texts)
{
    for (const auto &entry : value.toArray())
        texts.append(entry.toString());
}

void read(const QJsonValue &value, bool &flag)
{
    flag = value.toBool(flag);
}

void read(const QJsonValue &value, int &number)
{
    number = value.toInt(number);
}

void read(const QJsonValue &value, double &number)
{
    number = value.toDouble(number);
}

void read(const QJsonValue &value, std::vector<Quirk::Extra> &extras)
{
    for (const auto &entry : value.toArray())
        extras.push_back({entry.toArray().at(0).toString(), entry.toArray().at(1).toString()});
}

}  // namespace

const QStringList &Quirk::wordsFor(PaperSource source) const
{
    return source == PaperSource::Flatbed  ? flatbed
           : source == PaperSource::Feeder ? feeder
                                           : duplex;
}

const QStringList &Quirk::wordsFor(ColourMode mode) const
{
    return mode == ColourMode::Gray ? gray : colour;
}

QJsonObject toJson(const Quirk &quirk)
{
    QJsonObject message;
    visitMembers(quirk, [&](const char *key, const auto &member) {
        message.insert(QLatin1String(key), json(member));
    });
    return message;
}

Quirk quirkFrom(const QJsonObject &message)
{
    Quirk quirk;
    visitMembers(quirk, [&](const char *key, auto &member) {
        read(message.value(QLatin1String(key)), member);
    });
    return quirk;
}

}  // namespace station::scanner
