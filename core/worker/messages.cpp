#include "core/worker/messages.h"

namespace station::worker {

using namespace Qt::StringLiterals;

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
    return fail(static_cast<Fault>(message[u"fault"_s].toInt()), message[u"detail"_s].toString(),
                message[u"subject"_s].toString());
}

QJsonObject toJson(const SideJob &job)
{
    return {{u"source"_s, job.source},
            {u"outputStem"_s, job.outputStem},
            {u"dpi"_s, job.dpi},
            {u"turnDeg"_s, job.turnDeg},
            {u"minimumDpi"_s, job.minimumDpi},
            {u"expectedHeightMm"_s, job.expectedHeightMm}};
}

SideJob sideJobFrom(const QJsonObject &json)
{
    return {.source = json[u"source"_s].toString(),
            .outputStem = json[u"outputStem"_s].toString(),
            .dpi = json[u"dpi"_s].toInt(),
            .turnDeg = json[u"turnDeg"_s].toInt(),
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
                     {u"readMs"_s, side.times.read},
                     {u"cleanUpMs"_s, side.times.cleanUp},
                     {u"writeMs"_s, side.times.write}};
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
                     .times = {.read = json[u"readMs"_s].toInt(),
                               .cleanUp = json[u"cleanUpMs"_s].toInt(),
                               .write = json[u"writeMs"_s].toInt()}};
    if (json.contains(u"separator"_s))
        side.separator = Separator{json[u"separator"_s].toString()};
    return side;
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
