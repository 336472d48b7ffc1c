#include "app/cli/page_json.h"

#include "app/cli/dossier_json.h"
#include "core/base/box_json.h"

#include <QJsonArray>

namespace station::cli {

using namespace Qt::StringLiterals;

QJsonObject toJson(const worker::ReadSide &read)
{
    const auto &side = read.side;
    auto page = read.page;
    page.size = {side.widthPx, side.heightPx};
    page.dpi = side.dpi;
    QJsonObject json = recognition::toJson(page);
    json[u"kind"_s] = side.kind;
    json[u"blank"_s] = side.blank;
    json[u"rotation_deg"_s] = side.rotationDeg;
    json[u"skew_deg"_s] = side.skewDeg;
    json[u"attention"_s] = attentionJson(side.attention);
    json[u"geometry"_s] = station::toJson(side.geometry);
    QJsonArray items;
    for (const auto &item : side.items)
        items.append(boxJson(item));
    json[u"items"_s] = items;
    json[u"times_ms"_s] = QJsonObject{{u"read"_s, side.times.read},
                                      {u"clean_up"_s, side.times.cleanUp},
                                      {u"write"_s, side.times.write}};
    return json;
}

Expected<worker::ReadSide> readSideFrom(const QJsonObject &json)
{
    auto page = recognition::recognizedPageFromJson(json);
    if (!page)
        return fail(page.error());
    const auto geometry = json[u"geometry"_s];
    worker::ReadSide read{
        .side = {.widthPx = page->size.width(),
                 .heightPx = page->size.height(),
                 .dpi = page->dpi,
                 .blank = json[u"blank"_s].toBool(),
                 .rotationDeg = json[u"rotation_deg"_s].toInt(),
                 .skewDeg = json[u"skew_deg"_s].toDouble(),
                 .geometry = geometry.isObject()
                                 ? sideGeometryFrom(geometry.toObject())
                                 : SideGeometry{.original = page->size,
                                                .part = QRect(QPoint(), page->size),
                                                .crop = QRect(QPoint(), page->size)},
                 .kind = json[u"kind"_s].toString()}};
    read.page = *std::move(page);
    return read;
}

}  // namespace station::cli
