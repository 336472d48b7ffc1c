#pragma once

#include "core/worker/page_worker.h"

#include <QJsonObject>

namespace station::cli {

/// A page of a file with its text: recognition::toJson and what was found of the side. Boxes
/// are pixels of the cleaned picture; `geometry` leads to those of the input image.
QJsonObject toJson(const worker::ReadSide &read);

/// What `toJson` wrote. Fails with FileUnreadable when a part is missing.
Expected<worker::ReadSide> readSideFrom(const QJsonObject &json);

}  // namespace station::cli
