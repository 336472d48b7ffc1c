#include "core/worker/side_processing.h"

#include "core/base/durable_file.h"
#include "core/imaging/card.h"
#include "core/imaging/cleanup.h"
#include "core/imaging/jpeg.h"
#include "core/recognition/barcodes.h"
#include "core/recognition/page_recognition.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;

constexpr int originalQuality = 90;
constexpr int legalQuality = 75;
constexpr int recognitionLimitMs = 60'000;  // below the owner's deadline: the image stays
constexpr int defaultDpi = 300;

Expected<> writeJpeg(const QString &file, const imaging::Image &image, int quality)
{
    const auto jpeg = imaging::jpegOf(image, quality);
    return jpeg ? writeDurably(file, *jpeg) : fail(jpeg.error());
}

imaging::CleanupOptions cleanupWith(recognition::TextRecognizer &recognizer)
{
    imaging::CleanupOptions options;
    options.secondOpinion = [&](const imaging::Image &image) -> std::optional<int> {
        if (imaging::isCardSized(image)) {
            if (const auto rotation = recognition::uprightRotationByBarcode(image))
                return rotation;
        }
        return recognizer.uprightRotation(image);
    };
    return options;
}

}  // namespace

Expected<CleanedSide> cleanSide(const SideJob &job, recognition::TextRecognizer &recognizer)
{
    QElapsedTimer timer;
    timer.start();
    const auto lap = [&] { return static_cast<int>(timer.restart()); };
    CleanedSide done;

    auto raw = imaging::loadImage(job.source, job.dpi);
    if (!raw)
        return fail(raw.error());
    done.times.read = lap();
    if (auto written = writeJpeg(job.outputStem + u".original.jpg"_s, *raw, originalQuality);
        !written)
        return fail(written.error());
    done.times.write = lap();

    const auto clean = imaging::cleanUp(std::move(*raw), cleanupWith(recognizer), {});
    if (!clean)
        return fail(clean.error());
    done.times.cleanUp = lap();
    const imaging::Image &image = clean->image;
    if (auto written = writeJpeg(job.outputStem + u".jpg"_s, image, legalQuality); !written)
        return fail(written.error());
    done.times.write += lap();

    done.widthPx = image.width();
    done.heightPx = image.height();
    done.dpi = image.dpi();
    done.blank = clean->blank;
    done.rotationDeg = clean->rotationDeg;
    done.skewDeg = clean->skewDeg;
    return done;
}

Expected<recognition::RecognizedPage> recogniseImage(const QString &image, const QString &textFile,
                                                     recognition::TextRecognizer &recognizer)
{
    const auto side = imaging::loadImage(image, defaultDpi);
    if (!side)
        return fail(side.error());
    auto page = recognition::recognise(recognizer, *side, recognitionLimitMs, {});
    if (page && !textFile.isEmpty()) {
        const QJsonDocument text(recognition::toJson(*page));
        if (const auto written = writeDurably(textFile, text.toJson(QJsonDocument::Compact));
            !written)
            return fail(written.error());
    }
    return page;
}

}  // namespace station::worker
