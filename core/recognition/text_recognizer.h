#pragma once

#include "core/base/expected.h"
#include "core/imaging/image.h"
#include "core/recognition/reading_mode.h"
#include "core/recognition/recognized_page.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace tesseract {
class TessBaseAPI;
}

namespace station::recognition {

/// One resident engine for printed Vietnamese. Belongs to the thread that
/// started it: only there OpenMP is switched off.
class TextRecognizer {
public:
    /// `dataFolder` holds vie.traineddata; empty: where the system has it.
    /// Fails with Internal when the model is not there.
    static Expected<TextRecognizer> start(const QString &dataFolder = {});

    /// The words of an upright side. Fails with TimedOut or Cancelled.
    Expected<std::vector<Word>> words(const imaging::Image &side, const ReadingMode &mode,
                                      int timeLimitMs, std::stop_token stop);

    /// Second opinion on the rotation (degrees clockwise that make the text
    /// upright); nothing when the engine is unsure too.
    std::optional<int> uprightRotation(const imaging::Image &image);

    TextRecognizer(TextRecognizer &&) noexcept;
    TextRecognizer &operator=(TextRecognizer &&) noexcept;
    ~TextRecognizer();

private:
    TextRecognizer(std::unique_ptr<tesseract::TessBaseAPI> engine, QString dataFolder);

    std::unique_ptr<tesseract::TessBaseAPI> m_engine;
    std::unique_ptr<tesseract::TessBaseAPI> m_orientation;  // loaded when first asked
    QString m_dataFolder;
};

}  // namespace station::recognition
