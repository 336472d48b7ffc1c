#include "core/worker/side_processing.h"

#include "core/base/durable_file.h"
#include "core/imaging/card.h"
#include "core/imaging/cleanup.h"
#include "core/imaging/double_feed.h"
#include "core/imaging/items.h"
#include "core/imaging/jpeg.h"
#include "core/imaging/layered_maker.h"
#include "core/recognition/barcodes.h"
#include "core/recognition/page_recognition.h"
#include "core/recognition/separator_finder.h"
#include "core/worker/foreign_file.h"
#include "core/worker/legal_picture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>
#include <cmath>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;

constexpr int originalQuality = 90;
constexpr int recognitionLimitMs = 60'000;  // below the owner's deadline: the image stays

QString originalOf(const SideJob &job)
{
    return job.outputStem + u".original.jpg"_s;
}

/// For what can be made again: a power cut may take it.
Expected<> writePlainly(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.flush())
        return fail(errno == ENOSPC ? Fault::StorageFull : Fault::StorageFailed,
                    file.errorString());
    return {};
}

imaging::CleanupOptions cleanupFor(const SideJob &job, recognition::TextRecognizer &recognizer)
{
    imaging::CleanupOptions options{.part = job.cleanup.part,
                                    .upright = job.cleanup.upright,
                                    .turnDeg = job.turnDeg,
                                    .skewDeg = job.cleanup.skewDeg,
                                    .paperCrop = job.cleanup.paperCrop,
                                    .tone = job.cleanup.tone};
    options.secondOpinion = [&](const imaging::Image &image) -> std::optional<int> {
        if (imaging::isCardSizedAnyWay(image)) {
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
    attention.setFlag(Attention::Blurred, side.blurred);
    attention.setFlag(Attention::TurnedUpright, side.rotationDeg != 0);
    return attention;
}

/// A page as it was read, in the pixels of the picture that was made of it.
recognition::RecognizedPage scaled(recognition::RecognizedPage page, const CleanedSide &side)
{
    const QSize size(side.widthPx, side.heightPx);
    const double scale = side.geometry.scale;
    const auto toPicture = [&](const QRect &box) {
        const auto at = [&](int value) { return static_cast<int>(std::lround(value * scale)); };
        return QRect(QPoint(at(box.left()), at(box.top())),
                     QPoint(at(box.right() + 1) - 1, at(box.bottom() + 1) - 1)) &
               QRect(QPoint(0, 0), size);
    };
    for (auto &word : page.words)
        word.box = toPicture(word.box);
    for (auto &barcode : page.barcodes)
        barcode.box = toPicture(barcode.box);
    page.size = size;
    page.dpi = side.dpi;
    return page;
}

}  // namespace

/// A side before any step, with its file's bytes where that is a JPEG.
struct SideProcessing::Original {
    imaging::Image image;
    QByteArray jpeg{};
    StepTimes times{};
};

struct SideProcessing::Cleaned {
    imaging::CleanSide clean;
    QByteArray source{};
    LegalForm form{};
    CleanedSide side{};
};

SideProcessing::SideProcessing(recognition::TextRecognizer recognizer, PageKinds kinds)
    : m_recognizer(std::move(recognizer)), m_kinds(std::move(kinds))
{
}

namespace {

/// The bytes of a file that is a JPEG.
Expected<QByteArray> jpegBytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.peek(2) != QByteArray("\xff\xd8"))
        return QByteArray{};
    return readWhole(path);
}

int since(QElapsedTimer &timer)
{
    return static_cast<int>(timer.restart());
}

}  // namespace

/// Everything up to the legal picture, once for all who need it.
Expected<SideProcessing::Cleaned> SideProcessing::cleaned(Original original, imaging::Survey survey,
                                                          const SideJob &job)
{
    CleanedSide side{.times = original.times};
    QElapsedTimer timer;
    timer.start();
    auto clean = imaging::cleanUp(std::move(original.image), std::move(survey),
                                  cleanupFor(job, m_recognizer), {});
    if (!clean)
        return fail(clean.error());
    side.times.cleanUp = since(timer);

    const LegalForm form = legalFormOf(*clean, original.jpeg, job.picture, job.minimumDpi);
    side.geometry = clean->geometry;
    side.geometry.scale = form.scale;
    const QSize size = side.geometry.cleaned();
    side.widthPx = size.width();
    side.heightPx = size.height();
    side.dpi = form.dpi;
    side.blank = clean->blank;
    side.rotationDeg = side.geometry.turnDeg;
    side.skewDeg = clean->skewDeg;
    side.attention = attentionTo(*clean, job);
    side.fingerprint = clean->fingerprint;
    side.kind = imaging::pageKindName(clean->kind);
    return Cleaned{std::move(*clean), std::move(original.jpeg), form, std::move(side)};
}

/// The same, with what lies apart on it and its picture written.
Expected<SideProcessing::Cleaned> SideProcessing::kept(Original original, imaging::Survey survey,
                                                       const SideJob &job, const Write &write)
{
    auto items = job.cleanup.part ? std::vector<QRect>{} : imaging::itemsOn(survey);
    auto done = cleaned(std::move(original), std::move(survey), job);
    if (!done)
        return done;
    QElapsedTimer timer;
    timer.start();
    const auto jpeg = legalPicture(done->clean, done->source, done->form, job.picture.quality);
    if (!jpeg)
        return fail(jpeg.error());
    if (auto written = write(job.outputStem + u".jpg"_s, *jpeg); !written)
        return fail(written.error());
    const auto layers = job.picture.layered && !done->clean.blank
                            ? imaging::layered(done->clean.image)
                            : std::nullopt;
    done->side.layered = layers.has_value();
    const QString layersFile = job.outputStem + u".layers"_s;
    if (auto written = layers ? write(layersFile, imaging::toBytes(*layers))
                              : removeDurably(layersFile);  // those of an earlier picture
        !written)
        return fail(written.error());
    done->side.items = std::move(items);
    done->side.times.write += since(timer);
    return done;
}

Expected<recognition::RecognizedPage> SideProcessing::textOf(const Cleaned &side)
{
    auto page =
        recognition::recognise(m_recognizer, side.clean.image,
                               readingModeOf(m_kinds, side.clean.kind), recognitionLimitMs, {});
    return page ? scaled(std::move(*page), side.side) : page;
}

Expected<CleanedSide> SideProcessing::clean(const SideJob &job)
{
    // The legal image always comes from the kept original, so that cleaning again gives
    // the same bytes.
    QElapsedTimer timer;
    timer.start();
    auto raw = imaging::loadImage(job.source, job.dpi);
    if (!raw)
        return fail(raw.error());
    Original original{.image = std::move(*raw), .times = {.read = since(timer)}};
    if (QFileInfo(job.source) == QFileInfo(originalOf(job))) {
        auto bytes = jpegBytesOf(job.source);
        if (!bytes)
            return fail(bytes.error());
        original.jpeg = std::move(*bytes);
    } else {
        auto jpeg = imaging::jpegOf(original.image, originalQuality);
        if (!jpeg)
            return fail(jpeg.error());
        if (auto written = writeDurably(originalOf(job), *jpeg); !written)
            return fail(written.error());
        original.times.write = since(timer);
        imaging::PixPointer pix = imaging::readJpeg(*jpeg);
        if (!pix)
            return fail(Fault::Internal, u"jpeg decoder"_s);
        original.image = imaging::Image(pix.release(), original.image.dpi());
        original.jpeg = std::move(*jpeg);
        original.times.read += since(timer);
    }
    imaging::Survey survey(original.image);
    const auto mark = recognition::findSeparator(survey);  // only a pile has them
    auto done = kept(std::move(original), std::move(survey), job, writeDurably);
    if (!done)
        return fail(done.error());
    if (mark)
        done->side.separator = Separator{mark->component};
    return std::move(done->side);
}

Expected<recognition::RecognizedPage> SideProcessing::recognise(const SideJob &job)
{
    auto original = imaging::loadImage(originalOf(job), job.dpi);
    if (!original)
        return fail(original.error());
    auto bytes = jpegBytesOf(originalOf(job));
    if (!bytes)
        return fail(bytes.error());
    imaging::Survey survey(*original);
    const auto side =
        cleaned({.image = std::move(*original), .jpeg = std::move(*bytes)}, std::move(survey), job);
    if (!side)
        return fail(side.error());
    auto page = textOf(*side);
    if (!page)
        return page;
    const QJsonDocument text(recognition::toJson(*page));
    const auto written =
        writeDurably(job.outputStem + u".json"_s, text.toJson(QJsonDocument::Compact));
    return written ? page : fail(written.error());
}

Expected<ReadSide> SideProcessing::read(const SideJob &job, bool withText)
{
    const QString name = QFileInfo(job.source).fileName();
    if (QFileInfo(job.source).size() > largestForeignFile)
        return fail(Fault::FileTooLarge, u"bytes"_s, name);
    const int pages = imaging::pageCountOf(job.source);
    if (auto few = checkPageCount(pages); !few)
        return fail(few.error());
    QElapsedTimer timer;
    timer.start();
    auto image = imaging::loadImage(job.source, job.dpi, job.page);
    if (!image)
        return fail(image.error());
    auto bytes = jpegBytesOf(job.source);
    if (!bytes)
        return fail(bytes.error());
    imaging::Survey survey(*image);
    auto done = kept(
        {.image = std::move(*image), .jpeg = std::move(*bytes), .times = {.read = since(timer)}},
        std::move(survey), job, writePlainly);
    if (!done)
        return fail(done.error());
    ReadSide read{.pages = pages};
    if (withText && !done->side.blank) {
        auto page = textOf(*done);
        if (page)
            read.page = std::move(*page);
        else
            read.textError = page.error();
    }
    read.side = std::move(done->side);
    return read;
}

}  // namespace station::worker
