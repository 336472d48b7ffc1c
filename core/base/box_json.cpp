#include "core/base/box_json.h"

namespace station {

QJsonArray boxJson(const QRect &box)
{
    return {box.x(), box.y(), box.width(), box.height()};
}

QRect boxFrom(const QJsonValue &json)
{
    const QJsonArray numbers = json.toArray();
    return {numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt(),
            numbers.at(3).toInt()};
}

}  // namespace station
