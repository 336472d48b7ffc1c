#include "core/imaging/ink.h"

namespace station::imaging {
namespace {

// Print that shines through keeps 80 to 90 % of the paper's brightness.
constexpr double inkToPaper = 0.72;

}  // namespace

Reduced grayNear(const Image &image, int leastDpi)
{
    Reduced gray{nullptr, image.dpi()};
    if (image.isGray()) {
        gray.pix.reset(pixClone(image.pix()));
    } else if (image.dpi() >= 2 * leastDpi) {
        gray.pix.reset(pixScaleRGBToGray2(image.pix(), 0.3F, 0.5F, 0.2F));
        gray.dpi /= 2;
    } else {
        gray.pix.reset(pixConvertRGBToGray(image.pix(), 0.3F, 0.5F, 0.2F));
    }
    while (gray.pix && gray.dpi >= 2 * leastDpi) {
        gray.pix.reset(pixScaleAreaMap2(gray.pix.get()));
        gray.dpi /= 2;
    }
    return gray;
}

Reduced inkOf(const Image &image)
{
    auto gray = grayNear(image, 150);
    float paper = 0.0F;
    if (!gray.pix || pixGetRankValueMasked(gray.pix.get(), nullptr, 0, 0, 4, 0.5F, &paper, nullptr))
        return {};
    gray.pix.reset(pixThresholdToBinary(gray.pix.get(), static_cast<int>(paper * inkToPaper)));
    return gray;
}

std::vector<QRectF> marksOf(const Image &image)
{
    const auto ink = inkOf(image);
    const PixPointer inner(ink.pix ? pixRemoveBorderConnComps(ink.pix.get(), 8) : nullptr);
    if (!inner)
        return {};
    const double mm = 25.4 / ink.dpi;
    std::vector<QRectF> marks;
    BOXA *boxes = pixConnCompBB(inner.get(), 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        marks.emplace_back(x * mm, y * mm, w * mm, h * mm);
    }
    boxaDestroy(&boxes);
    return marks;
}

bool isLetterSized(const QRectF &mark)
{
    return mark.height() >= 0.8 && mark.height() <= 8.0 && mark.width() >= 0.3 &&
           mark.width() <= 8.0;
}

}  // namespace station::imaging
