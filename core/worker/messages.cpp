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
            {u"recognise"_s, job.recognise}};
}

SideJob sideJobFrom(const QJsonObject &json)
{
    return {.source = json[u"source"_s].toString(),
            .outputStem = json[u"outputStem"_s].toString(),
            .dpi = json[u"dpi"_s].toInt(),
            .recognise = json[u"recognise"_s].toBool()};
}

QJsonObject toJson(const ProcessedSide &side)
{
    return {{u"width"_s, side.widthPx},
            {u"height"_s, side.heightPx},
            {u"dpi"_s, side.dpi},
            {u"blank"_s, side.blank},
            {u"recognised"_s, side.recognised},
            {u"rotationDeg"_s, side.rotationDeg},
            {u"skewDeg"_s, side.skewDeg},
            {u"readMs"_s, side.times.read},
            {u"cleanUpMs"_s, side.times.cleanUp},
            {u"writeMs"_s, side.times.write},
            {u"recogniseMs"_s, side.times.recognise}};
}

ProcessedSide processedSideFrom(const QJsonObject &json)
{
    return {.widthPx = json[u"width"_s].toInt(),
            .heightPx = json[u"height"_s].toInt(),
            .dpi = json[u"dpi"_s].toInt(),
            .blank = json[u"blank"_s].toBool(),
            .recognised = json[u"recognised"_s].toBool(),
            .rotationDeg = json[u"rotationDeg"_s].toInt(),
            .skewDeg = json[u"skewDeg"_s].toDouble(),
            .times = {.read = json[u"readMs"_s].toInt(),
                      .cleanUp = json[u"cleanUpMs"_s].toInt(),
                      .write = json[u"writeMs"_s].toInt(),
                      .recognise = json[u"recogniseMs"_s].toInt()}};
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

}  // namespace station::worker
