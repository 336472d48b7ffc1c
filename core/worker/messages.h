#pragma once

#include "core/base/expected.h"
#include "core/worker/page_worker.h"

#include <QJsonObject>

// The words on the pipe between pool and worker. Both sides come from one
// package, so there is no version.

namespace station::worker {

QJsonObject toJson(const Error &error);
QJsonObject toJson(const SideJob &job);
QJsonObject toJson(const CleanedSide &side);
QJsonObject toJson(const ReadSide &side);
QJsonObject toJson(const DecodedSide &side);
QJsonObject toJson(const InkGrid &grid);

/// The error that an answer carries, or the answer itself.
Expected<QJsonObject> answerOf(const QJsonObject &message);
SideJob sideJobFrom(const QJsonObject &json);
CleanedSide cleanedSideFrom(const QJsonObject &json);
Expected<ReadSide> readSideFrom(const QJsonObject &json);
DecodedSide decodedSideFrom(const QJsonObject &json);
InkGrid inkGridFrom(const QJsonObject &json);

}  // namespace station::worker
