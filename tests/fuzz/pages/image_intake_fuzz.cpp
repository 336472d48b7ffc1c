#include "core/imaging/cleanup.h"
#include "core/imaging/image.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/pages/rounds.h"
#include "tests/fuzz/pages/sample_pictures.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <leptonica/allheaders.h>

namespace station::imaging {
namespace {

using testing::Mutation;
using testing::Rounds;

bool isRefusalOfAFile(Fault fault)
{
    return fault == Fault::FileUnreadable || fault == Fault::FileTooLarge ||
           fault == Fault::FileTooSmall || fault == Fault::FileEmpty;
}

constexpr qint64 mostPixelsToClean = 200'000;

/// True when it could be read; then it can be cleaned, too.
bool tryOut(const QString &file, const QByteArray &bytes, const std::optional<int> &turned)
{
    QFile::remove(file);  // some file systems flush what is written over
    QFile written(file);
    REQUIRE(written.open(QIODevice::WriteOnly));
    written.write(bytes);
    written.close();
    const int pages = pageCountOf(file);
    REQUIRE(pages >= 0);
    const auto image = loadImage(file, 300, pages > 1 ? pages - 1 : 0);
    if (!image) {
        REQUIRE(isRefusalOfAFile(image.error().fault));
        REQUIRE_FALSE(image.error().subject.isEmpty());
        return false;
    }
    REQUIRE(image->width() > 0);
    REQUIRE(image->height() > 0);
    const qint64 pixels = qint64{image->width()} * image->height();
    REQUIRE(pixels <= mostPixels);
    REQUIRE((pixGetDepth(image->pix()) == 8 || pixGetDepth(image->pix()) == 32));
    REQUIRE((image->dpi() >= 72 && image->dpi() <= 2400));
    if (pixels <= mostPixelsToClean) {
        const auto cleaned =
            cleanUp(*image, {.secondOpinion = [&turned](const Image &) { return turned; }}, {});
        REQUIRE(cleaned);
        REQUIRE(cleaned->image.width() > 0);
        REQUIRE(cleaned->image.height() > 0);
    }
    return true;
}

}  // namespace

TEST_CASE("no damaged picture leads the intake or the clean-up out of its pixels", "[fuzz]")
{
    setMsgSeverity(L_SEVERITY_NONE);
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("side"));
    const QByteArrayList seeds = testing::samplePictures();
    for (const auto &seed : seeds)
        REQUIRE(tryOut(file, seed, {}));
    Mutation mutate(23, testing::pictureWords());
    Rounds rounds(10'000);
    int readable = 0;
    while (rounds.next()) {
        const QByteArray bytes = mutate(seeds[mutate.below(seeds.size())]);
        std::optional<int> turned;
        if (const int quarter = mutate.below(6); quarter < 4)
            turned = quarter * 90;
        readable += tryOut(file, bytes, turned) ? 1 : 0;
    }
    CHECK(readable > 1'000);
    CHECK(readable < rounds.done());
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " inputs, " << readable << " readable, slowest " << rounds.slowestMs()
                           << " ms");
}

}  // namespace station::imaging
