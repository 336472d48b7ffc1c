#include "core/worker/side_processing.h"

#include "core/base/durable_file.h"
#include "core/imaging/card.h"
#include "core/imaging/cleanup.h"
#include "core/imaging/double_feed.h"
#include "core/imaging/jpeg.h"
#include "core/recognition/barcodes.h"
#include "core/recognition/page_recognition.h"
#include "core/recognition/separator_finder.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;

constexpr int originalQuality = 90;
constexpr int legalQuality = 75;
constexpr int recognitionLimitMs = 60'000;  // below the owner's deadline: the image stays

Expected<> writeJpeg(const QString &file, const imaging::Image &image, int quality)
{
    const auto jpeg = imaging::jpegOf(image, quality);
    return jpeg ? writeDurably(file, *jpeg) : fail(jpeg.error());
}

QString originalOf(const SideJob &job)
{
    return job.outputStem + u".original.jpg"_s;
}

imaging::CleanupOptions cleanupFor(const SideJob &job, recognition::TextRecognizer &recognizer)
{
    imaging::CleanupOptions options{.turnDeg = job.turnDeg};
    options.secondOpinion = [&](const imaging::Image &image) -> std::optional<int> {
        if (imaging::isCardSized(image)) {
            if (const auto rotation = recognition::uprightRotationByBarcode(image))
                return rotation;
        }
        return recognizer.uprightRotation(image);
    };
    return options;
}

dossier::Attentions attentionTo(const imaging::CleanSide &side, const SideJob &job)
{
    using dossier::Attention;
    using imaging::Contrast;
    dossier::Attentions attention;
    attention.setFlag(Attention::Skewed, side.skewed);
    attention.setFlag(Attention::CutOff, side.cutOff);
    attention.setFlag(Attention::TooDark, side.contrast == Contrast::TooDark);
    attention.setFlag(Attention::TooLight, side.contrast == Contrast::TooLight);
    attention.setFlag(Attention::DoubleFeed,
                      imaging::isDoubleFeed(side.fedMm, job.expectedHeightMm));
    attention.setFlag(Attention::LowResolution, side.image.dpi() < job.minimumDpi);
    attention.setFlag(Attention::TurnedUpright, side.rotationDeg != 0);
    return attention;
}

/// The kept original as pixels, written first when the job brings a raw side. The
/// legal image always comes from it, so that cleaning again gives the same bytes.
Expected<imaging::Image> keptOriginal(const SideJob &job, StepTimes &times)
{
    QElapsedTimer timer;
    timer.start();
    const QString original = originalOf(job);
    auto raw = imaging::loadImage(job.source, job.dpi);
    times.read = static_cast<int>(timer.restart());
    if (!raw || QFileInfo(job.source) == QFileInfo(original))
        return raw;
    const auto jpeg = imaging::jpegOf(*raw, originalQuality);
    if (!jpeg)
        return fail(jpeg.error());
    if (auto written = writeDurably(original, *jpeg); !written)
        return fail(written.error());
    times.write = static_cast<int>(timer.restart());
    imaging::PixPointer pix = imaging::readJpeg(*jpeg);
    times.read += static_cast<int>(timer.elapsed());
    return pix ? Expected<imaging::Image>(imaging::Image(pix.release(), raw->dpi()))
               : fail(Fault::Internal, u"jpeg decoder"_s);
}

}  // namespace

Expected<CleanedSide> cleanSide(const SideJob &job, recognition::TextRecognizer &recognizer)
{
    CleanedSide done;
    auto original = keptOriginal(job, done.times);
    if (!original)
        return fail(original.error());
    QElapsedTimer timer;
    timer.start();
    imaging::Survey survey(*original);
    if (const auto mark = recognition::findSeparator(survey))
        done.separator = Separator{mark->component};
    const auto clean =
        imaging::cleanUp(std::move(*original), std::move(survey), cleanupFor(job, recognizer), {});
    if (!clean)
        return fail(clean.error());
    done.times.cleanUp = static_cast<int>(timer.restart());
    const imaging::Image &image = clean->image;
    if (auto written = writeJpeg(job.outputStem + u".jpg"_s, image, legalQuality); !written)
        return fail(written.error());
    done.times.write += static_cast<int>(timer.elapsed());

    done.widthPx = image.width();
    done.heightPx = image.height();
    done.dpi = image.dpi();
    done.blank = clean->blank;
    done.rotationDeg = (clean->rotationDeg + job.turnDeg) % 360;
    done.skewDeg = clean->skewDeg;
    done.attention = attentionTo(*clean, job);
    done.fingerprint = clean->fingerprint;
    return done;
}

Expected<recognition::RecognizedPage> recogniseSide(const SideJob &job,
                                                    recognition::TextRecognizer &recognizer)
{
    auto original = imaging::loadImage(originalOf(job), job.dpi);
    if (!original)
        return fail(original.error());
    imaging::Survey survey(*original);
    const auto clean =
        imaging::cleanUp(std::move(*original), std::move(survey), cleanupFor(job, recognizer), {});
    if (!clean)
        return fail(clean.error());
    auto page = recognition::recognise(recognizer, clean->image, recognitionLimitMs, {});
    if (!page)
        return page;
    const QJsonDocument text(recognition::toJson(*page));
    const auto written =
        writeDurably(job.outputStem + u".json"_s, text.toJson(QJsonDocument::Compact));
    return written ? page : fail(written.error());
}

}  // namespace station::worker
