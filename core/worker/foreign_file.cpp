#include "core/worker/foreign_file.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/raw_pnm.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <csignal>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;
using OnSide = std::function<void(const DecodedSide &)>;

constexpr int mostPages = 200;
constexpr int renderDpi = 300;
constexpr int renderQuality = 95;
constexpr int toolTimeoutMs = 80'000;  // below the owner's deadline for a page

bool isPdf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-");
}

/// Output of a poppler tool. It runs under this process's limits.
Expected<QByteArray> runTool(const QString &program, const QStringList &arguments,
                             const QString &subject)
{
    QProcess tool;
    tool.setStandardErrorFile(QProcess::nullDevice());
    tool.start(program, arguments);
    if (!tool.waitForFinished(toolTimeoutMs)) {
        const bool started = tool.error() == QProcess::Timedout;
        tool.kill();
        tool.waitForFinished();
        return started ? fail(Fault::TimedOut, program, subject) : fail(Fault::Internal, program);
    }
    if (tool.exitStatus() == QProcess::CrashExit && tool.exitCode() == SIGXCPU)
        return fail(Fault::TimedOut, program, subject);
    if (tool.exitStatus() == QProcess::CrashExit || tool.exitCode() != 0)
        return fail(Fault::FileUnreadable, program, subject);
    return tool.readAllStandardOutput();
}

/// How many pages; FileTooLarge when they are too many or one is too large to render.
Expected<int> pagesOf(const QString &file, const QString &name)
{
    const auto info = runTool(u"pdfinfo"_s, {u"-l"_s, QString::number(mostPages), file}, name);
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
    if (pages > mostPages)
        return fail(Fault::FileTooLarge, u"pages"_s, name);
    for (auto it = size.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const double scale = renderDpi / 72.0;
        const double width = match.captured(1).toDouble() * scale;
        const double height = match.captured(2).toDouble() * scale;
        if (width * height > static_cast<double>(imaging::mostPixels))
            return fail(Fault::FileTooLarge, u"pixels"_s,
                        u"%1 × %2"_s.arg(qRound64(width)).arg(qRound64(height)));
    }
    return pages;
}

Expected<> keep(const imaging::Image &image, const QByteArray &bytes, const QString &path,
                const OnSide &onSide)
{
    if (auto written = writeDurably(path, bytes); !written)
        return written;
    onSide(
        {.file = path, .widthPx = image.width(), .heightPx = image.height(), .dpi = image.dpi()});
    return {};
}

Expected<> renderPage(const QString &file, int page, const QString &stem, const OnSide &onSide)
{
    const QString name = QFileInfo(file).fileName();
    const QString number = QString::number(page);
    const auto run = runTool(u"pdftoppm"_s,
                             {u"-r"_s, QString::number(renderDpi), u"-f"_s, number, u"-l"_s, number,
                              u"-singlefile"_s, file, stem},
                             name);
    if (!run)
        return fail(run.error());
    const QString rendered = stem + u".ppm"_s;
    const auto image = imaging::loadImage(rendered, renderDpi);
    QFile::remove(rendered);
    if (!image)
        return fail(image.error().fault, image.error().detail, name);
    const auto jpeg = imaging::jpegOf(*image, renderQuality);
    return jpeg ? keep(*image, *jpeg, stem + u".jpg"_s, onSide) : fail(jpeg.error());
}

}  // namespace

Expected<> decodeForeignFile(const QString &file, const QString &outputFolder, int defaultDpi,
                             bool firstPageOnly, const OnSide &onSide)
{
    const bool pdf = isPdf(file);
    const auto pages =
        pdf ? pagesOf(file, QFileInfo(file).fileName()) : Expected<int>(imaging::pageCountOf(file));
    if (!pages)
        return fail(pages.error());
    if (*pages > mostPages)
        return fail(Fault::FileTooLarge, u"pages"_s, QFileInfo(file).fileName());
    for (int page = 0; page < (firstPageOnly ? 1 : *pages); ++page) {
        const QString stem = outputFolder + u'/' + newUuid7();
        if (pdf) {
            if (auto rendered = renderPage(file, page + 1, stem, onSide); !rendered)
                return rendered;
            continue;
        }
        const auto image = imaging::loadImage(file, defaultDpi, page);
        if (!image)
            return fail(image.error());
        if (auto kept = keep(*image, imaging::rawPnmOf(*image), stem + u".pnm"_s, onSide); !kept)
            return kept;
    }
    return {};
}

}  // namespace station::worker
