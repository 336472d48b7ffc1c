#include "core/pdf/page_picture.h"

namespace station::pdf {

namespace {

// ISO 19005-2, 6.1.13
constexpr double shortestEdgePt = 3.0;
constexpr double longestEdgePt = 14'400.0;

/// `rg` in the device's RGB, which the output intent defines.
QByteArray fillColor(const std::array<quint8, 3> &color)
{
    QByteArray out;
    for (const quint8 part : color)
        out += QByteArray::number(part / 255.0, 'f', 4) + ' ';
    return out + "rg\n";
}

QByteArray shown(const QByteArray &name, double left, double bottom, double width, double height)
{
    return "q\n" + points(width) + " 0 0 " + points(height) + ' ' + points(left) + ' ' +
           points(bottom) + " cm\n/" + name + " Do\nQ\n";
}

void writeJpeg(ObjectFile &file, int number, const QByteArray &jpeg,
               const imaging::JpegHeader &header)
{
    file.writeStream(
        number,
        "/Type /XObject /Subtype /Image /Width " + QByteArray::number(header.width) + " /Height " +
            QByteArray::number(header.height) + " /BitsPerComponent 8 /ColorSpace " +
            (header.components == 1 ? "/DeviceGray" : "/DeviceRGB") + " /Filter /DCTDecode",
        jpeg);
}

void writeMask(ObjectFile &file, int number, const imaging::LayeredPicture &layers)
{
    const QByteArray width = QByteArray::number(layers.size.width());
    const QByteArray height = QByteArray::number(layers.size.height());
    file.writeStream(number,
                     "/Type /XObject /Subtype /Image /Width " + width + " /Height " + height +
                         " /ImageMask true /BitsPerComponent 1 /Filter /JBIG2Decode",
                     layers.mask);
}

QByteArray patchName(std::size_t index)
{
    return "P" + QByteArray::number(static_cast<qsizetype>(index) + 1);
}

}  // namespace

Expected<PagePicture> PagePicture::of(const PdfPage &page)
{
    const auto header = [](const QByteArray &jpeg) -> Expected<imaging::JpegHeader> {
        const auto read = imaging::readJpegHeader(jpeg);
        if (!read)
            return fail(Fault::FileUnreadable, QStringLiteral("not a gray or colour JPEG"));
        return *read;
    };
    PagePicture picture(page);
    QSizeF pixels;
    if (page.layers) {
        for (const auto &patch : page.layers->patches) {
            const auto read = header(patch.jpeg);
            if (!read)
                return fail(read.error());
            picture.m_headers.push_back(*read);
        }
        pixels = page.layers->size;
    } else {
        const auto read = header(page.jpeg);
        if (!read)
            return fail(read.error());
        picture.m_headers.push_back(*read);
        pixels = QSizeF(read->width, read->height);
    }
    const int dpi = page.layers ? page.layers->dpi : page.dpi;
    if (dpi < 1 || page.dpi < 1)
        return fail(Fault::InvalidInput, QStringLiteral("dpi %1").arg(std::min(dpi, page.dpi)));
    picture.m_widthPt = pixels.width() * 72.0 / dpi;
    picture.m_heightPt = pixels.height() * 72.0 / dpi;
    if (std::min(picture.m_widthPt, picture.m_heightPt) < shortestEdgePt ||
        std::max(picture.m_widthPt, picture.m_heightPt) > longestEdgePt)
        return fail(Fault::InvalidInput, QStringLiteral("%1 x %2 pt")
                                             .arg(picture.m_widthPt, 0, 'f', 1)
                                             .arg(picture.m_heightPt, 0, 'f', 1));
    return picture;
}

QByteArray PagePicture::writeObjects(ObjectFile &file) const
{
    if (!m_page->layers) {
        const int picture = file.reserve();
        writeJpeg(file, picture, m_page->jpeg, m_headers.front());
        return "/Im " + reference(picture);
    }
    const int mask = file.reserve();
    writeMask(file, mask, *m_page->layers);
    QByteArray entries = "/Mask " + reference(mask);
    for (std::size_t i = 0; i < m_headers.size(); ++i) {
        const int patch = file.reserve();
        writeJpeg(file, patch, m_page->layers->patches[i].jpeg, m_headers[i]);
        entries += " /" + patchName(i) + ' ' + reference(patch);
    }
    return entries;
}

QByteArray PagePicture::operators() const
{
    if (!m_page->layers)
        return "q\n" + points(m_widthPt) + " 0 0 " + points(m_heightPt) + " 0 0 cm\n/Im Do\nQ\n";
    const imaging::LayeredPicture &layers = *m_page->layers;
    const double scale = 72.0 / layers.dpi;
    QByteArray out = "q\n" + fillColor(layers.paper) + "0 0 " + points(m_widthPt) + ' ' +
                     points(m_heightPt) + " re f\n";
    for (std::size_t i = 0; i < layers.patches.size(); ++i) {
        const QRect &at = layers.patches[i].at;
        out += shown(patchName(i), at.left() * scale, m_heightPt - (at.top() + at.height()) * scale,
                     at.width() * scale, at.height() * scale);
    }
    return out + fillColor(layers.ink) + shown("Mask", 0, 0, m_widthPt, m_heightPt) + "Q\n";
}

}  // namespace station::pdf
