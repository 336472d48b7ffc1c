#include "core/imaging/image.h"

#include "core/base/durable_file.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/paper_size.h"
#include "core/imaging/pix_pointer.h"
#include "core/imaging/raw_pnm_image.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace station::imaging {
namespace {

// Programs write 72 or 96 when they do not know; no scanner of papers is below 100.
constexpr int leastBelievableDpi = 100;
constexpr int mostBelievableDpi = 2400;

bool isReadFormat(int format)
{
    switch (format) {
    case IFF_PNM:
    case IFF_JFIF_JPEG:
    case IFF_PNG:
    case IFF_TIFF:
    case IFF_TIFF_PACKBITS:
    case IFF_TIFF_RLE:
    case IFF_TIFF_G3:
    case IFF_TIFF_G4:
    case IFF_TIFF_LZW:
    case IFF_TIFF_ZIP:
    case IFF_TIFF_JPEG:
        return true;
    default:
        return false;
    }
}

struct Header {
    int format = IFF_UNKNOWN;
    int width = 0;
    int height = 0;
};

/// What the file announces, before anything is decoded.
std::optional<Header> readHeader(const QByteArray &path, int page)
{
    Header header;
    int unused = 0;
    if (pixReadHeader(path.constData(), &header.format, &header.width, &header.height, nullptr,
                      nullptr, nullptr) != 0 ||
        !isReadFormat(header.format))
        return {};
    if (page > 0 && readHeaderTiff(path.constData(), page, &header.width, &header.height, &unused,
                                   &unused, nullptr, nullptr, nullptr) != 0)
        return {};
    if (header.width < 1 || header.height < 1)
        return {};
    return header;
}

PixPointer readPixels(const QString &file, const Header &header, int page)
{
    // Leptonica fills up what is missing of a JPEG with gray.
    if (header.format == IFF_JFIF_JPEG) {
        const auto jpeg = readWhole(file);
        return jpeg ? readJpeg(*jpeg) : PixPointer();
    }
    PixPointer pix;
    if (header.format == IFF_PNM)
        pix = readRawPnm(file);
    const QByteArray path = QFile::encodeName(file);
    if (!pix)
        pix.reset(page > 0 ? pixReadTiff(path.constData(), page) : pixRead(path.constData()));
    return pix;
}

int dpiOf(Pix *pix, int defaultDpi)
{
    const int claimed = pixGetXRes(pix);
    if (claimed >= leastBelievableDpi && claimed <= mostBelievableDpi)
        return claimed;
    return dpiOfWholeSheet({pixGetWidth(pix), pixGetHeight(pix)}).value_or(defaultDpi);
}

/// 8-bit gray or 32-bit colour without alpha.
PixPointer normalized(PixPointer pix)
{
    if (pixGetColormap(pix.get()) != nullptr)
        pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (pixGetDepth(pix.get()) == 32) {
        if (pixGetSpp(pix.get()) == 4)
            pix.reset(pixRemoveAlpha(pix.get()));  // onto white
    } else if (pixGetDepth(pix.get()) != 8) {
        pix.reset(pixConvertTo8(pix.get(), 0));
    }
    return pix;
}

}  // namespace

Image::Image(Pix *owned, int dpi) : m_dpi(dpi)
{
    auto pix = normalized(PixPointer(owned));
    Q_ASSERT(pix);
    pixSetResolution(pix.get(), dpi, dpi);
    m_pix = std::move(pix);
}

int Image::width() const
{
    return pixGetWidth(m_pix.get());
}

int Image::height() const
{
    return pixGetHeight(m_pix.get());
}

bool Image::isGray() const
{
    return pixGetDepth(m_pix.get()) == 8;
}

int pageCountOf(const QString &imageFile)
{
    int pages = 1;
    if (FILE *file = std::fopen(QFile::encodeName(imageFile).constData(), "rb")) {
        if (fileFormatIsTiff(file) != 0 && tiffGetCount(file, &pages) != 0)
            pages = 1;
        std::fclose(file);
    }
    return pages;
}

Expected<Image> loadImage(const QString &file, int defaultDpi, int page)
{
    const QString name = QFileInfo(file).fileName();
    if (!QFileInfo(file).isFile())
        return fail(Fault::FileMissing, {}, name);
    if (QFileInfo(file).size() == 0)
        return fail(Fault::FileEmpty, {}, name);

    const auto header = readHeader(QFile::encodeName(file), page);
    if (!header)
        return fail(Fault::FileUnreadable, QStringLiteral("header"), name);
    const QString size = QStringLiteral("%1 × %2").arg(header->width).arg(header->height);
    if (qint64{header->width} * header->height > mostPixels ||
        std::max(header->width, header->height) > longestSidePx)
        return fail(Fault::FileTooLarge, QStringLiteral("pixels"), size);
    if (std::min(header->width, header->height) < shortestSidePx)
        return fail(Fault::FileTooSmall, QStringLiteral("pixels"), size);

    PixPointer pix = readPixels(file, *header, page);
    if (!pix)
        return fail(Fault::FileUnreadable, QStringLiteral("pixels"), name);
    // PNM cannot say it: the scanner that made it did.
    const int dpi = header->format == IFF_PNM ? defaultDpi : dpiOf(pix.get(), defaultDpi);
    return Image(pix.release(), dpi);
}

}  // namespace station::imaging
