#include "core/recognition/barcodes.h"

#include "core/imaging/connected_boxes.h"
#include "core/imaging/survey.h"

// The macro chooses the interface of zxing-cpp 1.4 that its successors keep.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace station::recognition {
namespace {

using imaging::PixPointer;

ZXing::Results found(Pix *gray, ZXing::DecodeHints hints)
{
    // zxing-cpp 1.4 ends the process (Result.cpp, an assertion) when it meets a long
    // barcode again in its own downscaled copy of the picture.
    hints.setTryDownscale(false);
    // Leptonica keeps the first pixel of a word in its highest byte.
    const PixPointer bytes(pixEndianByteSwapNew(gray));
    if (!bytes)
        return {};
    const ZXing::ImageView view(reinterpret_cast<const uint8_t *>(pixGetData(bytes.get())),
                                pixGetWidth(gray), pixGetHeight(gray), ZXing::ImageFormat::Lum,
                                pixGetWpl(gray) * 4);
    return ZXing::ReadBarcodes(view, hints);
}

ZXing::Results found(Pix *gray)
{
    // Citizens' QR codes carry UTF-8 without saying so.
    return found(gray, ZXing::DecodeHints()
                           .setFormats(ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Code128)
                           .setTryHarder(true)
                           .setTryRotate(true)
                           .setCharacterSet("UTF-8"));
}

struct Found {
    ZXing::Result result;
    QPoint origin{};     ///< Of the searched region, in the side's pixels.
    double scale = 1.0;  ///< Pixels of the result to one of the side.
};

/// Where a QR code may stand: dense ink, about square, of a plausible size.
std::vector<QRect> candidates(const imaging::Image &gray)
{
    const imaging::Survey survey(gray);
    if (survey.isNull())
        return {};
    const int gap = survey.dpi() * 12 / 254;  // wider than a module, narrower than the quiet zone
    const PixPointer closed(pixCloseCompBrick(nullptr, survey.ink(), gap, gap));
    std::vector<QRect> regions;
    for (const QRect &mark : imaging::connectedBoxes(closed.get())) {
        const int smaller = std::min(mark.width(), mark.height());
        const int larger = std::max(mark.width(), mark.height());
        const double largerMm = larger * survey.mmPerPx();
        if (largerMm < 8.0 || largerMm > 60.0 || smaller * 5 < larger * 4)
            continue;
        const double scale = static_cast<double>(gray.dpi()) / survey.dpi();
        const QRectF box(mark.x() * scale, mark.y() * scale, mark.width() * scale,
                         mark.height() * scale);
        const double margin = gray.dpi() * 0.08;
        regions.push_back(box.adjusted(-margin, -margin, margin, margin).toAlignedRect() &
                          QRect(0, 0, gray.width(), gray.height()));
    }
    return regions;
}

/// The dense code of an identity card has too few pixels a module at 200 dpi and
/// below; enlarged it is read. From 600 dpi enlarging does harm.
std::vector<Found> foundEnlarged(const imaging::Image &gray)
{
    constexpr float scale = 3.0F;
    std::vector<Found> all;
    for (const auto &region : candidates(gray)) {
        BOX *box = boxCreate(region.x(), region.y(), region.width(), region.height());
        const PixPointer part(pixClipRectangle(gray.pix(), box, nullptr));
        boxDestroy(&box);
        const PixPointer enlarged(part ? pixScaleGrayLI(part.get(), scale, scale) : nullptr);
        if (!enlarged)
            continue;
        for (auto &result : found(enlarged.get()))
            all.push_back({std::move(result), region.topLeft(), scale});
    }
    return all;
}

std::vector<Found> search(const imaging::Image &side)
{
    // Codes are black; of a colour side green is the cheapest gray that shows them.
    PixPointer pix(side.isGray() ? pixClone(side.pix())
                                 : pixGetRGBComponent(side.pix(), COLOR_GREEN));
    if (!pix)
        return {};
    const imaging::Image gray(pix.release(), side.dpi());
    std::vector<Found> all;
    for (auto &result : found(gray.pix()))
        all.push_back({std::move(result)});
    if (all.empty() && gray.dpi() < 600)
        all = foundEnlarged(gray);
    return all;
}

QRect boxOf(const Found &code)
{
    const auto &at = code.result.position();
    const auto [left, right] = std::minmax({at[0].x, at[1].x, at[2].x, at[3].x});
    const auto [top, bottom] = std::minmax({at[0].y, at[1].y, at[2].y, at[3].y});
    const auto scaled = [&](int value) {
        return static_cast<int>(std::lround(value / code.scale));
    };
    return QRect(QPoint(scaled(left), scaled(top)), QPoint(scaled(right), scaled(bottom)))
        .translated(code.origin);
}

}  // namespace

std::vector<Barcode> readBarcodes(const imaging::Image &side)
{
    std::vector<Barcode> barcodes;
    for (const auto &code : search(side)) {
        const QString text = QString::fromStdString(code.result.text());
        barcodes.push_back({.text = text.normalized(QString::NormalizationForm_C),
                            .format = QString::fromStdString(ZXing::ToString(code.result.format())),
                            .box = boxOf(code)});
    }
    return barcodes;
}

std::vector<QString> largeBarcodes(const imaging::Survey &side)
{
    using ZXing::BarcodeFormat;
    std::vector<QString> texts;
    for (const auto &result :
         found(side.gray(), ZXing::DecodeHints()
                                .setFormats(BarcodeFormat::QRCode | BarcodeFormat::Code39 |
                                            BarcodeFormat::Code128)
                                .setTryHarder(true)
                                .setTryRotate(true)))
        texts.push_back(QString::fromStdString(result.text()));
    return texts;
}

std::optional<int> uprightRotationByBarcode(const imaging::Image &side)
{
    for (const auto &[result, origin, scale] : search(side)) {
        if (result.format() != ZXing::BarcodeFormat::QRCode)
            continue;
        const int quarters = static_cast<int>(std::lround(result.orientation() / 90.0));
        return ((4 - quarters) % 4) * 90;
    }
    return {};
}

}  // namespace station::recognition
