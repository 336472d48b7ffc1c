#include "core/imaging/reduced.h"

#include "core/imaging/pix_pointer.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace station::imaging {
namespace {

/// Which of the old pixels make each new one, and with what weights of together 256.
struct Shares {
    std::vector<int> first{};
    std::vector<std::size_t> end{};  ///< Of its weights.
    std::vector<quint16> weights{};
};

Shares sharesOf(int from, int to)
{
    const double factor = static_cast<double>(from) / to;
    Shares all;
    for (int i = 0; i < to; ++i) {
        const double start = i * factor;
        const double end = std::min<double>(from, start + factor);
        all.first.push_back(static_cast<int>(start));
        // Rounding the sum, not each weight, keeps the total.
        for (int at = all.first.back(), given = 0; at < end; ++at) {
            const double covered = std::min<double>(at + 1, end) - start;
            const int upToHere = static_cast<int>(std::lround(256 * covered / (end - start)));
            all.weights.push_back(static_cast<quint16>(upToHere - given));
            given = upToHere;
        }
        all.end.push_back(all.weights.size());
    }
    return all;
}

quint8 *rowOf(Pix *pix, int y)
{
    return reinterpret_cast<quint8 *>(pixGetData(pix) + qsizetype{y} * pixGetWpl(pix));
}

/// Adds a weighted row to sums of 8.8 bits.
void addRow(const quint8 *row, unsigned weight, std::vector<quint16> &sums)
{
    quint16 *to = sums.data();
    const std::size_t count = sums.size();
    for (std::size_t i = 0; i < count; ++i)
        to[i] = static_cast<quint16>(to[i] + row[i] * weight);
}

template <int channels>
void mixColumns(const std::vector<quint16> &sums, const Shares &columns, quint8 *to)
{
    std::size_t place = 0;
    for (std::size_t i = 0; i < columns.first.size(); ++i) {
        quint32 mixed[channels] = {};
        const quint16 *from = sums.data() + columns.first[i] * channels;
        for (; place < columns.end[i]; ++place, from += channels) {
            const quint32 weight = columns.weights[place];
            for (int channel = 0; channel < channels; ++channel)
                mixed[channel] += from[channel] * weight;
        }
        for (int channel = 0; channel < channels; ++channel)
            to[channel] = static_cast<quint8>((mixed[channel] + 0x8000U) >> 16);
        to += channels;
    }
}

}  // namespace

Image reduced(const Image &image, QSize size, int dpi)
{
    // Leptonica keeps gray in words, first pixel in the highest byte.
    const PixPointer from(image.isGray() ? pixEndianByteSwapNew(image.pix())
                                         : pixClone(image.pix()));
    PixPointer to(pixCreate(size.width(), size.height(), image.isGray() ? 8 : 32));
    if (!from || !to)
        return image;
    const int channels = image.isGray() ? 1 : 4;
    const Shares columns = sharesOf(image.width(), size.width());
    const Shares rows = sharesOf(image.height(), size.height());
    std::vector<quint16> sums(static_cast<std::size_t>(image.width() * channels));
    std::size_t place = 0;
    for (int y = 0; y < size.height(); ++y) {
        const auto row = static_cast<std::size_t>(y);
        std::ranges::fill(sums, 0);
        for (int at = rows.first[row]; place < rows.end[row]; ++place, ++at)
            addRow(rowOf(from.get(), at), rows.weights[place], sums);
        if (image.isGray())
            mixColumns<1>(sums, columns, rowOf(to.get(), y));
        else
            mixColumns<4>(sums, columns, rowOf(to.get(), y));
    }
    if (image.isGray())
        pixEndianByteSwap(to.get());
    return Image(to.release(), dpi);
}

}  // namespace station::imaging
