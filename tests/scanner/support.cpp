#include "tests/scanner/support.h"

#include "core/base/uuid7.h"
#include "scanner/client/training_scanner.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <png.h>

namespace station::scanner::testing {

QByteArray pagePixels(int number)
{
    QByteArray rgb;
    for (int y = 0; y < pageHeight; ++y) {
        for (int x = 0; x < pageWidth; ++x) {
            rgb.append(static_cast<char>(x + number * 40));
            rgb.append(static_cast<char>(y + number * 7));
            rgb.append(static_cast<char>((x * y + number) % 251));
        }
    }
    return rgb;
}

QByteArray grayOf(const QByteArray &rgb)
{
    QByteArray gray;
    const auto *samples = reinterpret_cast<const unsigned char *>(rgb.constData());
    for (qsizetype i = 0; i + 2 < rgb.size(); i += 3)
        gray.append(static_cast<char>(
            (299 * samples[i] + 587 * samples[i + 1] + 114 * samples[i + 2] + 500) / 1000));
    return gray;
}

void writePng(const QString &file, const QByteArray &rgb, int width, int height, int dpi)
{
    std::FILE *stream = std::fopen(QFile::encodeName(file).constData(), "wb");
    REQUIRE(stream);
    auto *png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    auto *info = png_create_info_struct(png);
    png_init_io(png, stream);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const auto perMetre = static_cast<png_uint_32>(dpi / 0.0254 + 0.5);
    png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    for (int y = 0; y < height; ++y)
        png_write_row(png, reinterpret_cast<png_const_bytep>(rgb.constData()) + y * width * 3);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    std::fclose(stream);
}

Pnm readPnm(const QString &name)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    if (bytes.startsWith("P") && bytes.mid(3, 1) == "#")  // scanimage's comment
        bytes.remove(3, bytes.indexOf('\n', 3) - 2);
    Pnm pnm;
    int consumed = 0;
    int most = 0;
    REQUIRE(std::sscanf(bytes.constData(), "P%d %d %d%n", &pnm.kind, &pnm.width, &pnm.height,
                        &consumed) == 3);
    if (pnm.kind != 4) {
        int more = 0;
        REQUIRE(std::sscanf(bytes.constData() + consumed, "%d%n", &most, &more) == 1);
        CHECK(most == 255);
        consumed += more;
    }
    pnm.pixels = bytes.mid(consumed + 1);
    return pnm;
}

int pageOf(const QString &file)
{
    const Pnm pnm = readPnm(file);
    for (int number = 1; number < 10; ++number) {
        const QByteArray rgb = pagePixels(number);
        if (pnm.width == pageWidth && pnm.pixels == (pnm.kind == 6 ? rgb : grayOf(rgb)))
            return number;
    }
    return 0;
}

void writeText(const QString &name, const QString &text)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

QStringList filesIn(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryList({pattern}, QDir::Files, QDir::Name);
}

Bench::Bench()
{
    qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
    const auto environment = trainingScanner(dir());
    REQUIRE(environment);
    m_environment = *environment;
    QDir().mkpath(spool());
}

QString Bench::device(const QString &name) const
{
    return dir() + QStringLiteral("/devices/") + name;
}

void Bench::load(int first, int last) const
{
    QStringList images;
    for (int page = first; page <= last; ++page) {
        images.append(dir() + QStringLiteral("/page%1.png").arg(page));
        writePng(images.last(), pagePixels(page), pageWidth, pageHeight, pageDpi);
    }
    REQUIRE(loadFeeder(dir(), QStringLiteral("vscan:adf1"), images));
}

void Bench::setIni(const QString &lines) const
{
    writeText(device(QStringLiteral("adf1/device.ini")),
              QStringLiteral("type = adf-duplex\n") + lines + u'\n');
}

void Bench::mark(const QString &marker) const
{
    writeText(device(QStringLiteral("adf1/")) + marker, {});
}

void Bench::unmark(const QString &marker) const
{
    REQUIRE(QFile::remove(device(QStringLiteral("adf1/")) + marker));
}

workflow::ScanRequest Bench::request() const
{
    workflow::ScanRequest request;
    request.dpi = pageDpi;
    request.widthMm = pageWidthMm;
    request.heightMm = pageHeightMm;
    request.spoolFolder = spool();
    request.runId = newUuid7();
    return request;
}

workflow::ScanSource::OnSide Sides::onSide()
{
    return [this](const workflow::ScannedSide &side) -> Expected<> {
        sides.push_back(side);
        return {};
    };
}

std::vector<int> Sides::pages() const
{
    std::vector<int> numbers;
    for (const auto &side : sides)
        numbers.push_back(pageOf(side.file));
    return numbers;
}

ScanDeadlines shortDeadlines()
{
    return {.openMs = 800,
            .firstDataMs = 800,
            .followingDataMs = 800,
            .cancelMs = 800,
            .emptyReadsMs = 100,
            .openBackOffMs = 50};
}

std::vector<qint64> childrenOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<qint64> children;
    for (const auto &word : file.readAll().simplified().split(' ')) {
        if (!word.isEmpty())
            children.push_back(word.toLongLong());
    }
    return children;
}

}  // namespace station::scanner::testing
