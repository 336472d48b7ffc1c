#include "core/recognition/text_recognizer.h"

#include "core/imaging/pix_pointer.h"
#include "core/imaging/recognition_image.h"
#include "core/imaging/reduction.h"
#include "core/recognition/engine_words.h"

#include <QFile>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <cmath>
#include <omp.h>

namespace station::recognition {
namespace {

constexpr float leastOrientationConfidence = 5.0F;

bool mustStop(void *stop, int)
{
    return static_cast<std::stop_token *>(stop)->stop_requested();
}

QRect scaled(int left, int top, int right, int bottom, double scale)
{
    const auto at = [&](int value) { return static_cast<int>(std::lround(value * scale)); };
    return {QPoint(at(left), at(top)), QPoint(at(right) - 1, at(bottom) - 1)};
}

std::vector<Word> collect(tesseract::ResultIterator &it, double scale)
{
    using namespace tesseract;
    std::vector<Word> words;
    int line = -1;
    int block = -1;
    do {
        if (it.IsAtBeginningOf(RIL_BLOCK))
            ++block;
        if (it.IsAtBeginningOf(RIL_TEXTLINE))
            ++line;
        const std::unique_ptr<char[]> utf8(it.GetUTF8Text(RIL_WORD));
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!utf8 || !it.BoundingBox(RIL_WORD, &left, &top, &right, &bottom))
            continue;
        const QString text = engineText(QString::fromUtf8(utf8.get()));
        if (text.isEmpty())
            continue;
        words.push_back({.text = text,
                         .box = scaled(left, top, right, bottom, scale),
                         .confidence = it.Confidence(RIL_WORD) / 100.0,
                         .line = line,
                         .block = block});
    } while (it.Next(RIL_WORD));
    dropStrayMarks(words);
    return words;
}

/// Letters much larger than those that the model was trained on are read more slowly and worse.
imaging::Image reducedTo(imaging::Image page, int dpi)
{
    constexpr int worthIt = 110;  // of a hundred
    if (page.dpi() * 100 <= dpi * worthIt)
        return page;
    const auto factor = static_cast<float>(dpi) / static_cast<float>(page.dpi());
    Pix *reduced = pixScale(page.pix(), factor, factor);
    return reduced != nullptr ? imaging::Image(reduced, dpi) : page;
}

tesseract::PageSegMode engineModeOf(Segmentation segmentation)
{
    switch (segmentation) {
    case Segmentation::Auto:
        return tesseract::PSM_AUTO;
    case Segmentation::Sparse:
        return tesseract::PSM_SPARSE_TEXT;
    case Segmentation::Block:
        return tesseract::PSM_SINGLE_BLOCK;
    case Segmentation::Column:
        return tesseract::PSM_SINGLE_COLUMN;
    case Segmentation::Line:
        return tesseract::PSM_SINGLE_LINE;
    }
    return tesseract::PSM_AUTO;
}

std::unique_ptr<tesseract::TessBaseAPI> engine(const QString &folder, const char *model,
                                               tesseract::OcrEngineMode mode)
{
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    const QByteArray path = QFile::encodeName(folder);
    if (api->Init(folder.isEmpty() ? nullptr : path.constData(), model, mode) != 0)
        return {};
    api->SetVariable("debug_file", "/dev/null");
    return api;
}

}  // namespace

TextRecognizer::TextRecognizer(std::unique_ptr<tesseract::TessBaseAPI> api, QString dataFolder)
    : m_engine(std::move(api)), m_dataFolder(std::move(dataFolder))
{
}

TextRecognizer::TextRecognizer(TextRecognizer &&) noexcept = default;
TextRecognizer &TextRecognizer::operator=(TextRecognizer &&) noexcept = default;
TextRecognizer::~TextRecognizer() = default;

Expected<TextRecognizer> TextRecognizer::start(const QString &dataFolder)
{
    // The engine's own threads cost four times the time that they save.
    omp_set_max_active_levels(0);
    auto api = engine(dataFolder, "vie", tesseract::OEM_LSTM_ONLY);
    if (!api)
        return fail(Fault::Internal, QStringLiteral("no model vie"));
    api->SetVariable("tessedit_do_invert", "0");
    return TextRecognizer(std::move(api), dataFolder);
}

Expected<std::vector<Word>> TextRecognizer::words(const imaging::Image &side,
                                                  const ReadingMode &mode, int timeLimitMs,
                                                  std::stop_token stop)
{
    const imaging::Image page =
        reducedTo(imaging::recognitionImage(side, mode.recipe), mode.recipe.dpi);
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    m_engine->SetPageSegMode(engineModeOf(mode.segmentation));
    m_engine->SetImage(page.pix());
    m_engine->SetSourceResolution(page.dpi());

    tesseract::ETEXT_DESC monitor;
    monitor.cancel = mustStop;
    monitor.cancel_this = &stop;
    monitor.set_deadline_msecs(timeLimitMs);
    const int failed = m_engine->Recognize(&monitor);
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (monitor.deadline_exceeded())
        return fail(Fault::TimedOut, QStringLiteral("recognition"));
    std::vector<Word> words;
    if (const std::unique_ptr<tesseract::ResultIterator> it(m_engine->GetIterator());
        failed == 0 && it)
        words = collect(*it, static_cast<double>(side.dpi()) / page.dpi());
    m_engine->Clear();
    return words;
}

std::optional<int> TextRecognizer::uprightRotation(const imaging::Image &image)
{
    if (!m_orientation)
        m_orientation = engine(m_dataFolder, "osd", tesseract::OEM_TESSERACT_ONLY);
    const auto gray = imaging::grayNear(image, 150);
    if (!m_orientation || !gray.pix)
        return {};
    m_orientation->SetPageSegMode(tesseract::PSM_OSD_ONLY);
    m_orientation->SetImage(gray.pix.get());
    m_orientation->SetSourceResolution(gray.dpi);
    int rotation = 0;
    float confidence = 0.0F;
    const char *script = nullptr;
    float scriptConfidence = 0.0F;
    const bool decided = m_orientation->DetectOrientationScript(&rotation, &confidence, &script,
                                                                &scriptConfidence) &&
                         confidence >= leastOrientationConfidence &&
                         QLatin1String(script) == QLatin1String("Latin");
    m_orientation->Clear();
    if (!decided)
        return {};
    return (360 - rotation) % 360;
}

}  // namespace station::recognition
