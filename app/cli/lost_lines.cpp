#include "app/cli/lost_lines.h"

#include "app/cli/invocation.h"
#include "core/base/error_code.h"
#include "core/store/store.h"

#include <algorithm>

namespace station::cli {

QStringList lostLines(compose::Station &station, const std::vector<sync::LostObject> &lost)
{
    QStringList lines;
    const auto store = station.context().openStore();
    for (const auto &object : lost) {
        const auto dossier = store ? store->load(object.dossierUuid)
                                   : Expected<dossier::Dossier>(fail(store.error()));
        const QString name = dossier && dossier->code ? dossier->code->text() : object.dossierUuid;
        const QString paper = object.component.isEmpty() ? Cli::tr("manifest") : object.component;
        lines << (object.fault == Fault::FileMissing
                      ? Cli::tr("LOST: dossier %1, %2 is not in the repository any more (%3)")
                      : Cli::tr("LOST: dossier %1, %2 in the repository is not what was sent (%3)"))
                     .arg(name, paper, object.key);
    }
    if (lost.empty())
        return lines;
    lines << Cli::tr(
        "Nothing is removed from this station until that is right again. Tell who runs "
        "the repository: an older version or a backup has to be put back.");
    if (std::ranges::any_of(lost, &sync::LostObject::ownCopy))
        lines << Cli::tr("This station still has its own copy: once the place is free there, "
                         "`audit sample --send-again` stores it again.");
    return lines;
}

QJsonArray lostJson(const std::vector<sync::LostObject> &lost)
{
    QJsonArray list;
    for (const auto &object : lost)
        list.append(QJsonObject{{QStringLiteral("dossier"), object.dossierUuid},
                                {QStringLiteral("component"), object.component},
                                {QStringLiteral("key"), object.key},
                                {QStringLiteral("code"), errorCode(object.fault)},
                                {QStringLiteral("own_copy"), object.ownCopy}});
    return list;
}

}  // namespace station::cli
