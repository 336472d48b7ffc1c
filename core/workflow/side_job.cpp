#include "core/workflow/side_job.h"

#include "core/store/spool.h"

#include <QFileInfo>

namespace station::workflow {

Expected<worker::SideJob> sideJob(const StationContext &context, const QString &dossierUuid,
                                  const dossier::Side &side)
{
    const store::Spool spool(context.dataDir);
    const auto folder = spool.folder(dossierUuid);
    if (!folder)
        return fail(folder.error());
    const QString raw = spool.file(dossierUuid, side.id, QStringLiteral("pnm"));
    const auto &copy = context.law.profile.copy;
    return worker::SideJob{
        .source = QFileInfo::exists(raw)
                      ? raw
                      : spool.file(dossierUuid, side.id, QStringLiteral("original.jpg")),
        .outputStem = *folder + u'/' + side.id,
        .dpi = side.dpi,
        .turnDeg = side.turnDeg,
        .cleanup = side.cleanup,
        .picture = {.dpi = copy.dpi,
                    .quality = copy.quality,
                    .layered = copy.form == rules::CopyForm::Layered},
        .minimumDpi = context.law.profile.minimumDpi};
}

}  // namespace station::workflow
