#include "app/gui/counter/thumbnail.h"

#include "core/imaging/raw_pnm.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <vector>

namespace station::gui {
namespace {

constexpr int quality = 85;
constexpr int mostTimes = 256;  // sums of 16 bits

/// Averages of squares of `times` pixels. What does not fill a square is left out.
template <int Samples>
void average(const imaging::RawPnm &whole, int times, QImage &small)
{
    const auto area = static_cast<quint32>(times * times);
    const auto samples = static_cast<std::size_t>(small.width() * times * Samples);
    std::vector<quint16> lines(samples);  // added up
    for (int y = 0; y < small.height(); ++y) {
        std::ranges::fill(lines, quint16{0});
        for (int line = 0; line < times; ++line) {
            const uchar *from = whole.row(y * times + line);
            for (std::size_t i = 0; i < samples; ++i)
                lines[i] = static_cast<quint16>(lines[i] + from[i]);
        }
        uchar *to = small.scanLine(y);
        const quint16 *from = lines.data();
        for (int x = 0; x < small.width(); ++x) {
            std::array<quint32, Samples> sum{};
            for (int i = 0; i < times; ++i) {
                for (quint32 &sample : sum)
                    sample += *from++;
            }
            for (const quint32 sample : sum)
                *to++ = static_cast<uchar>(sample / area);
        }
    }
}

QImage averaged(const imaging::RawPnm &whole, int times)
{
    QImage small(whole.width() / times, whole.height() / times,
                 whole.isColour() ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    if (whole.isColour())
        average<3>(whole, times, small);
    else
        average<1>(whole, times, small);
    return small;
}

}  // namespace

QImage smallPicture(const QString &file, QSize shown)
{
    // A side that just came is 25 MB; Qt's reader would make a picture of all of them first.
    if (const auto pnm = imaging::RawPnm::open(file)) {
        const QSize size(pnm->width(), pnm->height());
        const int wanted = size.scaled(shown * 2, Qt::KeepAspectRatio).width();
        return averaged(*pnm, std::clamp(size.width() / std::max(1, wanted), 1, mostTimes));
    }
    QImageReader reader(file);
    const QSize wanted = reader.size().scaled(shown * 2, Qt::KeepAspectRatio);
    // JPEG decodes at a fraction of its size; twice the target keeps thin strokes.
    if (reader.size().width() > 2 * wanted.width())
        reader.setScaledSize(wanted * 2);
    const QImage picture = reader.read();
    return picture.isNull()
               ? picture
               : picture.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

Thumbnail::Thumbnail(const QImage &picture)
{
    QBuffer buffer(&m_jpeg);
    if (buffer.open(QIODevice::WriteOnly) && !picture.save(&buffer, "JPG", quality))
        m_jpeg.clear();
}

}  // namespace station::gui
