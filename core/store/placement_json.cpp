#include "core/store/placement_json.h"

using namespace Qt::StringLiterals;

namespace station::store {

QJsonObject placementJson(const dossier::Placement &placement)
{
    QJsonObject object{{u"component"_s, placement.component},
                       {u"rank"_s, placement.rank},
                       {u"turn"_s, placement.turnDeg},
                       {u"blank"_s, placement.blank},
                       {u"out"_s, placement.out}};
    if (const auto cleanup = dossier::toJson(placement.cleanup); !cleanup.isEmpty())
        object[u"cleanup"_s] = cleanup;
    return object;
}

dossier::Placement placementFrom(const QJsonObject &json)
{
    return {.component = json[u"component"_s].toString(),
            .rank = json[u"rank"_s].toString(),
            .turnDeg = json[u"turn"_s].toInt(),
            .cleanup = dossier::sideCleanupFrom(json[u"cleanup"_s].toObject()),
            .blank = json[u"blank"_s].toBool(),
            .out = json[u"out"_s].toBool()};
}

}  // namespace station::store
