#include "core/recognition/page_recognition.h"

#include "core/recognition/barcodes.h"
#include "core/recognition/second_look.h"

#include <algorithm>

namespace station::recognition {

Expected<RecognizedPage> recognise(TextRecognizer &recognizer, const imaging::Image &side,
                                   const ReadingMode &mode, int timeLimitMs, std::stop_token stop)
{
    RecognizedPage page{.size = {side.width(), side.height()}, .dpi = side.dpi()};
    page.barcodes = readBarcodes(side);
    const QDeadlineTimer deadline(timeLimitMs);
    auto words = recognizer.words(side, mode, timeLimitMs, stop);
    if (!words)
        return fail(words.error());
    page.words = std::move(*words);
    std::erase_if(page.words, [&](const Word &word) {
        return std::ranges::any_of(page.barcodes, [&](const Barcode &barcode) {
            return barcode.box.contains(word.box.center());
        });
    });
    if (auto looked = lookAgain(page.words, recognizer, side, mode, deadline, stop); !looked)
        return fail(looked.error());
    return page;
}

}  // namespace station::recognition
