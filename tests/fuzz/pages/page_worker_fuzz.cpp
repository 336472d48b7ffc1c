#include "core/worker/page_worker.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/pages/rounds.h"
#include "tests/fuzz/pages/sample_pictures.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;
using testing::Mutation;
using testing::Rounds;

struct Desk {
    QTemporaryDir outside{};
    QTemporaryDir spool{};
    PageWorkerPool pool{{.folders = {spool.path()},
                         .workers = 1,
                         .program = QStringLiteral(STATION_BIN_DIR "/tramsohoa-page-worker")}};

    QString write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    void empty() const
    {
        for (const auto &name : QDir(spool.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(spool.filePath(name));
    }
};

/// Two small pages, one with a picture and a line of text.
QByteArray pdf()
{
    const QByteArray content = "q 40 0 0 40 10 10 cm /I Do Q BT /F 9 Tf 10 60 Td (Thu) Tj ET";
    return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
           "2 0 obj\n<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>\nendobj\n"
           "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 80 80]/Contents 5 0 R/Resources"
           "<</XObject<</I 6 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\n"
           "endobj\n4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 60 90]>>\nendobj\n"
           "5 0 obj\n<</Length " +
           QByteArray::number(content.size()) + ">>\nstream\n" + content +
           "\nendstream\nendobj\n6 0 obj\n<</Type/XObject/Subtype/Image/Width 4/Height 2/"
           "BitsPerComponent 8/ColorSpace/DeviceGray/Length 8>>\nstream\n\1\x40\x80\xff\xff\x80\x40"
           "\1\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
}

bool isRefusalOfAFile(Fault fault)
{
    return fault == Fault::FileUnreadable || fault == Fault::FileTooLarge ||
           fault == Fault::FileTooSmall || fault == Fault::FileEmpty ||
           fault == Fault::FileEncrypted || fault == Fault::TimedOut;
}

}  // namespace

TEST_CASE("no damaged PDF does more than fail alone, and none leaves half a page", "[fuzz]")
{
    Desk desk;
    const QString file = desk.outside.filePath(u"from outside.pdf"_s);
    const QByteArray seed = pdf();
    REQUIRE(desk.pool.decode(desk.write(file, seed), desk.spool.path(), 300));
    desk.empty();
    Mutation mutate(47, {"0",       "-1",        "99999999",     "endobj",   "obj",
                         "stream",  "endstream", "<<",           ">>",       "[",
                         "]",       "/Length",   "/Kids",        "/Count",   "/Parent",
                         " 1 0 R",  "/MediaBox", "/Rotate 90",   "/Encrypt", "/W",
                         "trailer", "/Filter",   "/FlateDecode", "1e9"});
    Rounds rounds(20);
    int readable = 0;
    while (rounds.next()) {
        const auto sides =
            desk.pool.decode(desk.write(file, mutate(mutate(seed))), desk.spool.path(), 300);
        if (sides) {
            ++readable;
            for (const auto &side : *sides)
                REQUIRE(QFile::exists(side.file));
        } else {
            INFO(sides.error().detail.toStdString());
            REQUIRE(isRefusalOfAFile(sides.error().fault));
            REQUIRE(QDir(desk.spool.path()).isEmpty(QDir::Files | QDir::Hidden));
        }
        desk.empty();
    }
    REQUIRE(desk.pool.decode(desk.write(file, seed), desk.spool.path(), 300));
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " PDFs, " << readable << " readable");
}

TEST_CASE("a worker that meets damaged sides goes on with the next", "[fuzz]")
{
    Desk desk;
    const QByteArrayList seeds = testing::samplePictures();
    Mutation mutate(53, testing::pictureWords());
    Rounds rounds(500);
    int readable = 0;
    while (rounds.next()) {
        const SideJob job{.source = desk.write(desk.spool.filePath(u"side.raw"_s),
                                               mutate(seeds[mutate.below(seeds.size())])),
                          .outputStem = desk.spool.filePath(u"side"_s)};
        const auto side = desk.pool.read(job, false);
        if (side) {
            ++readable;
            REQUIRE(side->side.widthPx > 0);
            REQUIRE(QFile::exists(job.outputStem + u".jpg"_s));
        } else {
            INFO(side.error().detail.toStdString());
            REQUIRE(isRefusalOfAFile(side.error().fault));
            REQUIRE_FALSE(QFile::exists(job.outputStem + u".jpg"_s));
        }
        desk.empty();
    }
    CHECK(readable > 100);
    CHECK(readable < rounds.done());
    if (Rounds::minutes() > 0)
        WARN(rounds.done() << " sides, " << readable << " readable");
}

}  // namespace station::worker
