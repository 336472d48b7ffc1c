#include "signing/structure/pdf_file.h"
#include "signing/structure/permissions.h"
#include "signing/structure/revision_difference.h"
#include "signing/structure/signature_fields.h"
#include "tests/fuzz/mutation.h"
#include "tests/signing/structure/form_document.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

#include <ctime>

namespace station::signing {
namespace {

using testing::Mutation;

/// Signed once and more, in every style a revision can have; small, so that changes hit.
QByteArrayList seeds()
{
    const RawObjects update{
        {Note, "<< /Subtype /Text /Rect [0 0 9 9] >>"},
        {Certs, "[19 0 R 60 0 R]"},
        {60, rawStream("more")},
        {61, "<< /FT /Sig /T (Third) /Kids [62 0 R] /V 10 0 R /Lock << /Action /All >> >>"},
        {62, "<< /Subtype /Widget /Parent 61 0 R >>"}};
    const std::set<int> packed{Catalog, PageTree, FirstPage, Form, Annots, Dss};
    const QByteArray classic = forgedPdf(formDocument());
    const QByteArray stream =
        forgedPdf(formDocument(), {.xrefStream = true, .packed = packed, .predictor = true});
    QByteArrayList result{classic, stream, withRevision(classic, update)};
    result << withRevision(stream, update, {.xrefStream = true, .packed = {Note, 61}})
           << withRevision(result.last(), update, {.freed = {{Orphan, 1}}})
           << withRevision(classic, update, {.xrefStream = true});
    // The same without compression: changes reach the tables and the packed objects.
    result << "%PDF-1.7\n1 0 obj\n" +
                  rawStream(
                      "2 0 3 34 << /Type /Catalog /Pages 3 0 R >> << /Type /Pages /Kids [] >> ",
                      "/Type /ObjStm /N 2 /First 9") +
                  "\nendobj\n";
    const qsizetype offset = result.last().size();
    result.last() += "4 0 obj\n" +
                     rawStream(QByteArray("\0\0\0\1\11\0\2\1\0\2\1\1", 12),
                               "/Type /XRef /W [1 1 1] /Size 5 /Index [0 4] /Root 2 0 R") +
                     "\nendobj\nstartxref\n" + QByteArray::number(offset) + "\n%%EOF\n";
    return result;
}

/// Whatever reads has its objects inside the file.
void checkInside(const PdfFile &file)
{
    const char *begin = file.bytes().constData();
    const char *end = begin + file.bytes().size();
    qsizetype before = 0;
    for (const auto &revision : file.revisions()) {
        REQUIRE(revision.begin == before);
        REQUIRE(revision.begin <= revision.xref);
        REQUIRE(revision.xref < revision.eof);
        REQUIRE(revision.eof <= revision.end);
        REQUIRE(revision.end <= file.bytes().size());
        before = revision.end;
        for (const auto &[number, object] : revision.objects) {
            REQUIRE(object.number == number);
            REQUIRE(object.value.begin <= object.value.end);
            if (object.isStream) {
                REQUIRE(object.data.constData() >= begin);
                REQUIRE(object.data.constData() + object.data.size() <= end);
            }
            if (!object.inObjectStream) {
                REQUIRE(object.value.begin > revision.begin);
                REQUIRE(object.value.end < revision.end);
            }
        }
    }
}

/// True when it could be read.
bool tryOut(const QByteArray &bytes)
{
    const auto file = PdfFile::read(bytes);
    if (!file) {
        REQUIRE(file.error().fault == Fault::FileUnreadable);
        return false;
    }
    checkInside(*file);
    (void)formFields(*file);
    for (std::size_t i = 0; i <= file->last(); ++i) {
        (void)differenceOf(*file, i);
        (void)file->pages(i);
        const auto found = permissionsOf(*file, Signature, i);
        REQUIRE((!found.docMdp || (*found.docMdp >= 1 && *found.docMdp <= 3)));
    }
    return true;
}

/// With STATION_FUZZ_MINUTES more than the fixed number, by hand.
qint64 minutesWanted()
{
    return qEnvironmentVariableIntValue("STATION_FUZZ_MINUTES");
}

}  // namespace

TEST_CASE("no damaged file leads the reader out of its bytes or takes it long", "[fuzz]")
{
    QByteArrayList files = seeds();
    for (const auto &seed : std::as_const(files))
        REQUIRE(tryOut(seed));
    if (minutesWanted() > 0)
        files << SoftwareSigner().signedCopy(samplePdf());
    Mutation mutate(11, {"0",           "1",
                         "-1",          "65535",
                         "99999999999", "endobj\n",
                         "obj",         "stream\n",
                         "endstream",   "<<",
                         ">>",          "[",
                         "]",           "(",
                         ")",           "%",
                         "/Length",     " 9 0 R",
                         " 1 0 R",      "/Type",
                         "/Kids",       "/Parent",
                         "/Prev",       "/Size",
                         "/W",          "/Index",
                         "/N",          "/First",
                         "/Extends",    "/Linearized 1",
                         "startxref",   "xref\n",
                         "trailer",     "%%EOF\n",
                         "\0",          "/ObjStm",
                         "/XRef",       "/FlateDecode",
                         "/Predictor",  "null",
                         "/XRefStm 9",  "/Encrypt",
                         "\r",          "\n",
                         "<41>"});
    int tried = 0;
    int readable = 0;
    double slowestMs = 0;
    QElapsedTimer clock;
    clock.start();
    const qint64 wantedMs = minutesWanted() * 60'000;
    for (; tried < 50'000 || clock.elapsed() < wantedMs; ++tried) {
        const QByteArray bytes = mutate(files[mutate.below(files.size())]);
        const std::clock_t start = std::clock();
        readable += tryOut(bytes) ? 1 : 0;
        slowestMs = std::max(slowestMs, 1000.0 * static_cast<double>(std::clock() - start) /
                                            static_cast<double>(CLOCKS_PER_SEC));
    }
    CHECK(readable > 2'000);
    CHECK(slowestMs < 500);
    if (minutesWanted() > 0)
        WARN(tried << " inputs, " << readable << " readable, slowest " << slowestMs << " ms");
}

}  // namespace station::signing
