#include "core/recognition/page_recognition.h"

#include "core/recognition/barcodes.h"

#include <algorithm>

namespace station::recognition {

Expected<RecognizedPage> recognise(TextRecognizer &recognizer, const imaging::Image &side,
                                   const ReadingMode &mode, int timeLimitMs, std::stop_token stop)
{
    RecognizedPage page{.size = {side.width(), side.height()}, .dpi = side.dpi()};
    page.barcodes = readBarcodes(side);
    auto words = recognizer.words(side, mode, timeLimitMs, std::move(stop));
    if (!words)
        return fail(words.error());
    page.words = std::move(*words);
    std::erase_if(page.words, [&](const Word &word) {
        return std::ranges::any_of(page.barcodes, [&](const Barcode &barcode) {
            return barcode.box.contains(word.box.center());
        });
    });
    return page;
}

}  // namespace station::recognition
