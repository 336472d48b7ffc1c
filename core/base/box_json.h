#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QRect>

namespace station {

/// A box as files, pipes and answers hold it: [x, y, width, height].
QJsonArray boxJson(const QRect &box);
/// Zeros for what is missing or no number.
QRect boxFrom(const QJsonValue &json);

}  // namespace station
