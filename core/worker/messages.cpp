#include "core/worker/messages.h"

#include "core/base/box_json.h"

#include <QJsonArray>

namespace station::worker {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const PictureRule &rule)
{
    return {{u"dpi"_s, rule.dpi},
            {u"quality"_s, rule.quality},
            {u"passBytesPerM2"_s, rule.passBytesPerM2},
            {u"layered"_s, rule.layered}};
}

PictureRule pictureRuleFrom(const QJsonObject &json)
{
    return {.dpi = json[u"dpi"_s].toInt(),
            .quality = json[u"quality"_s].toInt(),
            .passBytesPerM2 = json[u"passBytesPerM2"_s].toInteger(),
            .layered = json[u"layered"_s].toBool()};
}

Error errorFrom(const QJsonObject &json)
{
    return {static_cast<Fault>(json[u"fault"_s].toInt()), json[u"detail"_s].toString(),
            json[u"subject"_s].toString()};
}

}  // namespace

QJsonObject toJson(const Error &error)
{
    return {{u"fault"_s, static_cast<int>(error.fault)},
            {u"detail"_s, error.detail},
            {u"subject"_s, error.subject}};
}

Expected<QJsonObject> answerOf(const QJsonObject &message)
{
    if (!message.contains(u"fault"_s))
        return message;
    return fail(errorFrom(message));
}

QJsonObject toJson(const SideJob &job)
{
    return {{u"source"_s, job.source},
            {u"page"_s, job.page},
            {u"outputStem"_s, job.outputStem},
            {u"dpi"_s, job.dpi},
            {u"turnDeg"_s, job.turnDeg},
            {u"cleanup"_s, dossier::toJson(job.cleanup)},
            {u"picture"_s, toJson(job.picture)},
            {u"minimumDpi"_s, job.minimumDpi},
            {u"expectedHeightMm"_s, job.expectedHeightMm}};
}

SideJob sideJobFrom(const QJsonObject &json)
{
    return {.source = json[u"source"_s].toString(),
            .page = json[u"page"_s].toInt(),
            .outputStem = json[u"outputStem"_s].toString(),
            .dpi = json[u"dpi"_s].toInt(),
            .turnDeg = json[u"turnDeg"_s].toInt(),
            .cleanup = dossier::sideCleanupFrom(json[u"cleanup"_s].toObject()),
            .picture = pictureRuleFrom(json[u"picture"_s].toObject()),
            .minimumDpi = json[u"minimumDpi"_s].toInt(),
            .expectedHeightMm = json[u"expectedHeightMm"_s].toDouble()};
}

QJsonObject toJson(const CleanedSide &side)
{
    QJsonObject json{{u"width"_s, side.widthPx},
                     {u"height"_s, side.heightPx},
                     {u"dpi"_s, side.dpi},
                     {u"blank"_s, side.blank},
                     {u"rotationDeg"_s, side.rotationDeg},
                     {u"skewDeg"_s, side.skewDeg},
                     {u"attention"_s, static_cast<qint64>(side.attention.toInt())},
                     {u"fingerprint"_s, side.fingerprint},
                     {u"geometry"_s, station::toJson(side.geometry)},
                     {u"kind"_s, side.kind},
                     {u"layered"_s, side.layered},
                     {u"readMs"_s, side.times.read},
                     {u"cleanUpMs"_s, side.times.cleanUp},
                     {u"writeMs"_s, side.times.write}};
    QJsonArray items;
    for (const auto &item : side.items)
        items.append(boxJson(item));
    json[u"items"_s] = items;
    if (side.separator)
        json[u"separator"_s] = side.separator->component;
    return json;
}

CleanedSide cleanedSideFrom(const QJsonObject &json)
{
    CleanedSide side{.widthPx = json[u"width"_s].toInt(),
                     .heightPx = json[u"height"_s].toInt(),
                     .dpi = json[u"dpi"_s].toInt(),
                     .blank = json[u"blank"_s].toBool(),
                     .rotationDeg = json[u"rotationDeg"_s].toInt(),
                     .skewDeg = json[u"skewDeg"_s].toDouble(),
                     .attention = dossier::Attentions::fromInt(
                         static_cast<unsigned>(json[u"attention"_s].toInteger())),
                     .fingerprint = json[u"fingerprint"_s].toString(),
                     .geometry = sideGeometryFrom(json[u"geometry"_s].toObject()),
                     .kind = json[u"kind"_s].toString(),
                     .layered = json[u"layered"_s].toBool(),
                     .times = {.read = json[u"readMs"_s].toInt(),
                               .cleanUp = json[u"cleanUpMs"_s].toInt(),
                               .write = json[u"writeMs"_s].toInt()}};
    for (const auto &item : json[u"items"_s].toArray())
        side.items.push_back(boxFrom(item));
    if (json.contains(u"separator"_s))
        side.separator = Separator{json[u"separator"_s].toString()};
    return side;
}

QJsonObject toJson(const ReadSide &read)
{
    QJsonObject json{{u"side"_s, toJson(read.side)},
                     {u"page"_s, recognition::toJson(read.page)},
                     {u"pages"_s, read.pages}};
    if (read.textError)
        json[u"textError"_s] = toJson(*read.textError);
    return json;
}

Expected<ReadSide> readSideFrom(const QJsonObject &json)
{
    auto page = recognition::recognizedPageFromJson(json[u"page"_s].toObject());
    if (!page)
        return fail(page.error());
    ReadSide read{.side = cleanedSideFrom(json[u"side"_s].toObject()),
                  .page = std::move(*page),
                  .pages = json[u"pages"_s].toInt()};
    if (json.contains(u"textError"_s))
        read.textError = errorFrom(json[u"textError"_s].toObject());
    return read;
}

QJsonObject toJson(const DecodedSide &side)
{
    return {{u"file"_s, side.file},
            {u"width"_s, side.widthPx},
            {u"height"_s, side.heightPx},
            {u"dpi"_s, side.dpi}};
}

DecodedSide decodedSideFrom(const QJsonObject &json)
{
    return {.file = json[u"file"_s].toString(),
            .widthPx = json[u"width"_s].toInt(),
            .heightPx = json[u"height"_s].toInt(),
            .dpi = json[u"dpi"_s].toInt()};
}

QJsonObject toJson(const InkGrid &grid)
{
    return {{u"columns"_s, grid.columns},
            {u"rows"_s, grid.rows},
            {u"cells"_s, QString::fromLatin1(grid.cells.toBase64())}};
}

InkGrid inkGridFrom(const QJsonObject &json)
{
    return {.columns = json[u"columns"_s].toInt(),
            .rows = json[u"rows"_s].toInt(),
            .cells = QByteArray::fromBase64(json[u"cells"_s].toString().toLatin1())};
}

}  // namespace station::worker
