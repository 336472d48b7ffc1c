#include "core/workflow/copy_pdf.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/pdf/pdfa_writer.h"
#include "core/store/spool.h"

namespace station::workflow {

Expected<QStringList> writeCopyPdf(const StationContext &context, const QString &dossierUuid,
                                   const dossier::Sides &sides, const QString &title,
                                   const QString &path)
{
    const store::Spool spool(context.dataDir);
    std::vector<pdf::PdfPage> pages;
    QStringList pictures;
    for (const auto &side : contentSides(sides)) {
        if (!side.cleaned)
            return fail(Fault::WrongOrder, QStringLiteral("not cleaned"),
                        QStringLiteral("sheet %1").arg(side.sheet));
        auto jpeg = readWhole(spool.file(dossierUuid, side.id, QStringLiteral("jpg")));
        if (!jpeg)
            return fail(jpeg.error());
        pictures << sha256Hex(*jpeg);
        pages.push_back({.jpeg = std::move(*jpeg), .dpi = side.dpi});
    }
    if (pages.empty())
        return fail(Fault::InvalidInput, QStringLiteral("all blank"),
                    QStringLiteral("blank sides only"));
    const pdf::PdfInfo info{
        .title = title, .producer = producerName(), .createdAtMs = context.clock.nowMs()};
    if (const auto written = pdf::writePdfA(path, pages, info); !written)
        return fail(written.error());
    return pictures;
}

}  // namespace station::workflow
