#include "scanner/protocol/messages.h"

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

QJsonObject toJson(const workflow::ScanRequest &request)
{
    const QString source = request.source == PaperSource::Flatbed  ? u"flatbed"_s
                           : request.source == PaperSource::Feeder ? u"feeder"_s
                                                                   : u"duplex"_s;
    return {{u"do"_s, u"scan"_s},
            {u"source"_s, source},
            {u"mode"_s, request.mode == ColourMode::Gray ? u"gray"_s : u"colour"_s},
            {u"dpi"_s, request.dpi},
            {u"widthMm"_s, request.widthMm},
            {u"heightMm"_s, request.heightMm},
            {u"spoolFolder"_s, request.spoolFolder},
            {u"runId"_s, request.runId},
            {u"firstSheet"_s, request.firstSheet},
            {u"traceFile"_s, request.traceFile}};
}

workflow::ScanRequest scanRequestFrom(const QJsonObject &message)
{
    workflow::ScanRequest request;
    const QString source = message.value("source"_L1).toString();
    request.source = source == "flatbed"_L1  ? PaperSource::Flatbed
                     : source == "duplex"_L1 ? PaperSource::Duplex
                                             : PaperSource::Feeder;
    request.mode =
        message.value("mode"_L1).toString() == "gray"_L1 ? ColourMode::Gray : ColourMode::Colour;
    request.dpi = message.value("dpi"_L1).toInt(request.dpi);
    request.widthMm = message.value("widthMm"_L1).toDouble(request.widthMm);
    request.heightMm = message.value("heightMm"_L1).toDouble(request.heightMm);
    request.spoolFolder = message.value("spoolFolder"_L1).toString();
    request.runId = message.value("runId"_L1).toString();
    request.firstSheet = message.value("firstSheet"_L1).toInt(request.firstSheet);
    request.traceFile = message.value("traceFile"_L1).toString();
    return request;
}

QJsonObject toJson(const workflow::ScannedSide &side)
{
    return {{u"type"_s, u"side"_s},
            {u"file"_s, side.file},
            {u"width"_s, side.widthPx},
            {u"height"_s, side.heightPx},
            {u"dpi"_s, side.dpi},
            {u"sheet"_s, side.sheet},
            {u"face"_s, side.face == dossier::Face::Back ? u"back"_s : u"front"_s},
            {u"twoSided"_s, side.twoSided},
            {u"damaged"_s, side.damaged}};
}

workflow::ScannedSide scannedSideFrom(const QJsonObject &message)
{
    workflow::ScannedSide side;
    side.file = message.value("file"_L1).toString();
    side.widthPx = message.value("width"_L1).toInt();
    side.heightPx = message.value("height"_L1).toInt();
    side.dpi = message.value("dpi"_L1).toInt();
    side.sheet = message.value("sheet"_L1).toInt();
    side.face = message.value("face"_L1).toString() == "back"_L1 ? dossier::Face::Back
                                                                 : dossier::Face::Front;
    side.twoSided = message.value("twoSided"_L1).toBool();
    side.damaged = message.value("damaged"_L1).toBool();
    return side;
}

QJsonObject endedMessage(const Expected<> &outcome)
{
    QJsonObject message{{u"type"_s, u"ended"_s}};
    if (!outcome)
        message.insert(u"error"_s, toJson(outcome.error()));
    return message;
}

Expected<> outcomeFrom(const QJsonObject &ended)
{
    const auto error = ended.value("error"_L1);
    return error.isObject() ? Expected<>(fail(errorFrom(error.toObject()))) : Expected<>();
}

QJsonObject toJson(const Error &error)
{
    return {{u"type"_s, u"error"_s},
            {u"fault"_s, static_cast<int>(error.fault)},
            {u"detail"_s, error.detail},
            {u"subject"_s, error.subject}};
}

Error errorFrom(const QJsonObject &message)
{
    constexpr int last = static_cast<int>(Fault::Internal);
    const int fault = message.value("fault"_L1).toInt(last);
    return {fault >= 0 && fault <= last ? static_cast<Fault>(fault) : Fault::Internal,
            message.value("detail"_L1).toString(), message.value("subject"_L1).toString()};
}

}  // namespace station::scanner
