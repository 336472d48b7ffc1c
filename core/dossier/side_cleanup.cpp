#include "core/dossier/side_cleanup.h"

#include "core/base/box_json.h"

#include <cmath>

namespace station::dossier {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestSkewDeg = 45.0;

std::optional<QRect> partFrom(const QJsonArray &numbers)
{
    if (numbers.size() != 4)
        return {};
    const QRect part = boxFrom(numbers);
    return part.x() >= 0 && part.y() >= 0 && part.isValid() ? std::optional(part) : std::nullopt;
}

}  // namespace

QJsonObject toJson(const SideCleanup &cleanup)
{
    QJsonObject json;
    if (!cleanup.upright)
        json[u"upright"_s] = false;
    if (cleanup.skewDeg)
        json[u"skew_deg"_s] = *cleanup.skewDeg;
    if (!cleanup.paperCrop)
        json[u"paper_crop"_s] = false;
    if (cleanup.part)
        json[u"part"_s] = boxJson(*cleanup.part);
    if (!cleanup.tone)
        json[u"tone"_s] = false;
    return json;
}

SideCleanup sideCleanupFrom(const QJsonObject &json)
{
    SideCleanup cleanup{.upright = json[u"upright"_s].toBool(true),
                        .paperCrop = json[u"paper_crop"_s].toBool(true),
                        .part = partFrom(json[u"part"_s].toArray()),
                        .tone = json[u"tone"_s].toBool(true)};
    const QJsonValue skew = json[u"skew_deg"_s];
    if (skew.isDouble() && std::abs(skew.toDouble()) <= largestSkewDeg)
        cleanup.skewDeg = skew.toDouble();
    return cleanup;
}

}  // namespace station::dossier
