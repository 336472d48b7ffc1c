#include "core/workflow/copy_pdf.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/pdf/pdfa_writer.h"
#include "core/store/spool.h"

namespace station::workflow {
namespace {

/// Nothing for a side whose layers did not hold: its JPEG is the copy.
std::optional<imaging::LayeredPicture> layersOf(const QString &file)
{
    const auto bytes = readWhole(file);
    return bytes ? imaging::layeredPictureFrom(*bytes) : std::nullopt;
}

}  // namespace

Expected<QStringList> writeCopyPdf(const StationContext &context, const QString &dossierUuid,
                                   const dossier::Sides &sides, const QString &title,
                                   const QString &path,
                                   const std::vector<recognition::RecognizedPage> &texts)
{
    const auto content = contentSides(sides);
    for (const auto &side : content) {
        const QString sheet = QStringLiteral("sheet %1").arg(side.sheet);
        if (side.purged)
            return fail(Fault::PicturesPurged, QStringLiteral("side"), sheet);
        if (!side.cleaned)
            return fail(Fault::WrongOrder, QStringLiteral("not cleaned"), sheet);
    }
    if (content.empty())
        return fail(Fault::InvalidInput, QStringLiteral("all blank"),
                    QStringLiteral("blank sides only"));

    Q_ASSERT(texts.empty() || texts.size() == content.size());
    auto file = pdf::PdfAFile::begin(
        path, {.title = title, .producer = producerName(), .createdAtMs = context.clock.nowMs()},
        texts.empty() ? pdf::TextLayer::None : pdf::TextLayer::Embedded);
    if (!file)
        return fail(file.error());
    const store::Spool spool(context.dataDir);
    QStringList pictures;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const auto &side = content[i];
        auto jpeg = readWhole(spool.file(dossierUuid, side.id, QStringLiteral("jpg")));
        if (!jpeg)
            return fail(jpeg.error());
        pictures << sha256Hex(*jpeg);
        pdf::PdfPage page{.jpeg = std::move(*jpeg), .dpi = side.dpi};
        if (context.law.profile.copy.form == rules::CopyForm::Layered)
            page.layers = layersOf(spool.file(dossierUuid, side.id, QStringLiteral("layers")));
        if (!texts.empty())
            page.words = pdf::wordsOf(texts[i]);
        if (const auto added = file->add(page); !added)
            return fail(added.error());
    }
    if (const auto finished = file->finish(); !finished)
        return fail(finished.error());
    return pictures;
}

}  // namespace station::workflow
