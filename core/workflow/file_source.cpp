#include "core/workflow/file_source.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"

#include <QFileInfo>

namespace station::workflow {

FileSource::FileSource(worker::PageWorkerPool &pool, QStringList files)
    : m_pool(pool), m_files(std::move(files))
{
}

Expected<int> FileSource::scan(const ScanRequest &request, const OnSide &onSide,
                               std::stop_token stop)
{
    std::vector<worker::DecodedSide> decoded;
    const auto discard = [&] {
        for (const auto &side : decoded)
            (void)removeDurably(side.file);
    };
    for (const auto &file : m_files) {
        auto sides = m_pool.decode(file, request.spoolFolder, request.dpi, stop);
        if (!sides) {
            discard();
            Error error = sides.error();
            error.subject = QFileInfo(file).fileName() +
                            (error.subject.isEmpty() || error.subject.contains(u'/')
                                 ? QString()
                                 : QStringLiteral(" (%1)").arg(error.subject));
            return fail(error);
        }
        decoded.insert(decoded.end(), sides->begin(), sides->end());
    }

    int delivered = 0;
    for (const auto &side : decoded) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        const QString file = request.spoolFolder + u'/' + newUuid7() + QStringLiteral(".pnm");
        if (const auto renamed = renameDurably(side.file, file); !renamed)
            return fail(renamed.error());
        // Each side of a file counts as a sheet: nothing tells how it was printed.
        const auto taken = onSide({.file = file,
                                   .widthPx = side.widthPx,
                                   .heightPx = side.heightPx,
                                   .dpi = side.dpi,
                                   .sheet = request.firstSheet + delivered});
        if (!taken)
            return fail(taken.error());
        ++delivered;
    }
    return delivered;
}

}  // namespace station::workflow
