#include "core/worker/foreign_file.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/raw_pnm_image.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSizeF>

#include <csignal>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;
using OnSide = std::function<void(const Expected<DecodedSide> &)>;

constexpr int renderDpi = 300;
constexpr int renderQuality = 95;
constexpr int toolTimeoutMs = 80'000;  // below the owner's deadline for a page

/// Output of a poppler tool. It runs under this process's limits.
Expected<QByteArray> runTool(const QString &program, const QStringList &arguments,
                             const QString &subject)
{
    QProcess tool;
    tool.start(program, arguments);
    if (!tool.waitForFinished(toolTimeoutMs)) {
        const bool started = tool.error() == QProcess::Timedout;
        tool.kill();
        tool.waitForFinished();
        return started ? fail(Fault::TimedOut, program, subject) : fail(Fault::Internal, program);
    }
    if (tool.exitStatus() == QProcess::CrashExit && tool.exitCode() == SIGXCPU)
        return fail(Fault::TimedOut, program, subject);
    if (tool.readAllStandardError().contains("Incorrect password"))
        return fail(Fault::FileEncrypted, program, subject);
    if (tool.exitStatus() == QProcess::CrashExit || tool.exitCode() != 0)
        return fail(Fault::FileUnreadable, program, subject);
    return tool.readAllStandardOutput();
}

QString pageName(int page)
{
    return u"page %1"_s.arg(page);
}

/// The size of each page in points.
Expected<std::vector<QSizeF>> pagesOf(const QString &file, const QString &name)
{
    const auto info =
        runTool(u"pdfinfo"_s, {u"-l"_s, QString::number(mostForeignPages), file}, name);
    if (!info)
        return fail(info.error());
    const QString text = QString::fromUtf8(*info);
    static const QRegularExpression count(u"^Pages:\\s+(\\d+)"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression size(u"^Page\\s.*size:\\s+([\\d.]+) x ([\\d.]+) pts"_s,
                                         QRegularExpression::MultilineOption);
    const int pages = count.match(text).captured(1).toInt();
    if (pages < 1)
        return fail(Fault::FileUnreadable, u"no page"_s, name);
    if (auto few = checkPageCount(pages); !few)
        return fail(few.error());
    std::vector<QSizeF> sizes;
    for (auto it = size.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        sizes.emplace_back(match.captured(1).toDouble(), match.captured(2).toDouble());
    }
    sizes.resize(static_cast<std::size_t>(pages));  // a page of unknown size fails when rendered
    return sizes;
}

Expected<DecodedSide> kept(const imaging::Image &image, const QByteArray &bytes,
                           const QString &path)
{
    if (auto written = writeDurably(path, bytes); !written)
        return fail(written.error());
    return DecodedSide{
        .file = path, .widthPx = image.width(), .heightPx = image.height(), .dpi = image.dpi()};
}

Expected<DecodedSide> rendered(const QString &file, int page, QSizeF sizePt, const QString &stem)
{
    const QString name = pageName(page);
    const QSizeF size = sizePt * (renderDpi / 72.0);
    if (size.width() * size.height() > static_cast<double>(imaging::mostPixels))
        return fail(
            Fault::FileTooLarge, u"pixels"_s,
            u"%1: %2 × %3"_s.arg(name).arg(qRound64(size.width())).arg(qRound64(size.height())));
    const QString number = QString::number(page);
    const auto run = runTool(u"pdftoppm"_s,
                             {u"-r"_s, QString::number(renderDpi), u"-f"_s, number, u"-l"_s, number,
                              u"-singlefile"_s, file, stem},
                             name);
    if (!run)
        return fail(run.error());
    const QString ppm = stem + u".ppm"_s;
    const auto image = imaging::loadImage(ppm, renderDpi);
    QFile::remove(ppm);
    if (!image)
        return fail(Fault::FileUnreadable, image.error().detail, name);
    const auto jpeg = imaging::jpegOf(*image, renderQuality);
    return jpeg ? kept(*image, *jpeg, stem + u".jpg"_s) : fail(jpeg.error());
}

Expected<> decodePdf(const QString &file, const QString &outputFolder, bool firstPageOnly,
                     const OnSide &onSide)
{
    const auto pages = pagesOf(file, QFileInfo(file).fileName());
    if (!pages)
        return fail(pages.error());
    int page = 0;
    for (const QSizeF &size : *pages) {
        onSide(rendered(file, ++page, size, outputFolder + u'/' + newUuid7()));
        if (firstPageOnly)
            break;
    }
    return {};
}

}  // namespace

Expected<> checkPageCount(int pages)
{
    if (pages > mostForeignPages)
        return fail(Fault::FileTooLarge, u"pages"_s,
                    u"%1 pages, %2 at most"_s.arg(pages).arg(mostForeignPages));
    return {};
}

Expected<> decodeForeignFile(const QString &file, const QString &outputFolder, int defaultDpi,
                             bool firstPageOnly, const OnSide &onSide)
{
    if (isPdf(file))
        return decodePdf(file, outputFolder, firstPageOnly, onSide);
    const int pages = imaging::pageCountOf(file);
    if (auto few = checkPageCount(pages); !few)
        return few;
    for (int page = 0; page < (firstPageOnly ? 1 : pages); ++page) {
        auto image = imaging::loadImage(file, defaultDpi, page);
        if (!image && pages > 1)
            image = fail(image.error().fault, image.error().detail, pageName(page + 1));
        onSide(image ? kept(*image, imaging::rawPnmOf(*image),
                            outputFolder + u'/' + newUuid7() + u".pnm"_s)
                     : fail(image.error()));
    }
    return {};
}

}  // namespace station::worker
