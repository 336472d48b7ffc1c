#include "signing/verify/verifier.h"

#include "signing/structure/pdf_file.h"
#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/support/software_signer.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Made once: a key takes longer than everything else here.
const SoftwareSigner &signer()
{
    static const SoftwareSigner clerk;
    return clerk;
}

VerifyReport reportOn(const QByteArray &bytes, const VerifyContext &context = signer().trust())
{
    const auto report = verifyPdf(bytes, context);
    REQUIRE(report);
    return *report;
}

int firstPage(const QByteArray &bytes)
{
    const auto file = PdfFile::read(bytes);
    return file->pages(file->last())->front();
}

int catalogNumber(const QByteArray &bytes)
{
    const auto file = PdfFile::read(bytes);
    return static_cast<int>(file->revisions().back().trailer.value("Root")->integer);
}

/// The file with another byte range, signed honestly over those bytes.
QByteArray resigned(QByteArray bytes, const std::array<qint64, 4> &range)
{
    const Hole hole = holeOf(bytes);
    const qsizetype at = bytes.lastIndexOf("/ByteRange", hole.begin);
    const qsizetype close = bytes.indexOf(']', at);
    QByteArray text = "/ByteRange [";
    for (const qint64 number : range)
        text += QByteArray::number(number) + ' ';
    bytes.replace(at, close - at, text.leftJustified(close - at, ' '));
    const QByteArray content = bytes.mid(range[0], range[1]) + bytes.mid(range[2], range[3]);
    const auto cms = signer().cms(QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    REQUIRE(cms);
    const QByteArray hex = cms->toHex().leftJustified(hole.end - hole.begin, '0');
    return bytes.replace(hole.begin, hex.size(), hex);
}

}  // namespace

TEST_CASE("an untouched copy is valid and the report says by whom and when", "[signing][verify]")
{
    const auto report = reportOn(signer().signedCopy(samplePdf()));
    CHECK(report.overall == Verdict::Valid);
    REQUIRE(report.signatures.size() == 1);
    CHECK(report.signatures[0].level == u"B-B"_s);
    CHECK(report.signatures[0].signer == u"Lò Văn Khánh"_s);
    CHECK(report.signatures[0].signedAtMs == sampleTimeMs);
    const QJsonObject json = report.toJson();
    CHECK(json[u"overall"_s] == u"valid"_s);
    CHECK(json[u"signatures"_s][0][u"signedAt"_s] == u"2026-03-02T09:15:00+07:00"_s);
}

TEST_CASE("a second signature keeps the first one valid", "[signing][verify]")
{
    const QByteArray once = signer().signedCopy(samplePdf());
    const SoftwareSigner agency;
    const QByteArray twice =
        agency.signedCopy(once, workflow::MarkCorner::TopRight, sampleTimeMs + 60'000);
    VerifyContext context = signer().trust();
    context.anchors << agency.rootDer();
    const auto report = reportOn(twice, context);
    CHECK(report.overall == Verdict::Valid);
    REQUIRE(report.signatures.size() == 2);
    CHECK_FALSE(report.signatures[0].coversFile);
    CHECK(report.signatures[1].coversFile);

    const QTemporaryDir folder;
    writeFile(folder.filePath(u"twice.pdf"_s), twice);
    CHECK(runTool(u"pdfsig"_s, {u"-nocert"_s, folder.filePath(u"twice.pdf"_s)})
              .output.count(u"Signature is Valid"_s) == 2);
    CHECK(runTool(u"qpdf"_s, {u"--check"_s, folder.filePath(u"twice.pdf"_s)}).exitCode == 0);

    // When nobody trusts the second one, the first has an unexplained change behind it.
    const auto half = reportOn(twice);
    CHECK(half.signatures[0].verdict == Verdict::Attention);
    CHECK(half.overall == Verdict::Broken);
}

TEST_CASE("each way to tamper with a signed copy gets its verdict", "[signing][verify]")
{
    using Change = std::function<QByteArray(QByteArray)>;
    const auto [name, change, verdict, code] = GENERATE(table<QString, Change, Verdict, QString>({
        {u"one byte of the picture"_s,
         [](QByteArray bytes) {
             bytes[bytes.indexOf("stream") + 5000] ^= 1;
             return bytes;
         },
         Verdict::Broken, u"digest_mismatch"_s},
        {u"the claimed time"_s,
         [](QByteArray bytes) { return bytes.replace("D:20260302091500", "D:20260302091501"); },
         Verdict::Broken, u"digest_mismatch"_s},
        {u"white space appended"_s, [](QByteArray bytes) { return bytes + "\n\n"; },
         Verdict::Attention, u"bytes_after_end"_s},
        {u"a text appended"_s, [](QByteArray bytes) { return bytes + "more\n"; },
         Verdict::Unverifiable, u"bytes_after_end"_s},
        {u"truncated"_s, [](QByteArray bytes) { return bytes.left(bytes.size() - 300); },
         Verdict::Unverifiable, u"bytes_after_end"_s},
        {u"truncated in the picture"_s, [](QByteArray bytes) { return bytes.left(9000); },
         Verdict::Unverifiable, u"structure_unreadable"_s},
        {u"white space in the hole"_s,
         [](QByteArray bytes) {
             const Hole hole = holeOf(bytes);
             return bytes.replace(hole.end - 2, 2, "  ");
         },
         Verdict::Broken, u"hole_not_hexadecimal"_s},
        {u"a letter in the hole"_s,
         [](QByteArray bytes) {
             bytes[holeOf(bytes).end - 1] = 'z';
             return bytes;
         },
         Verdict::Unverifiable, u"structure_unreadable"_s},
        {u"something behind the CMS in the hole"_s,
         [](QByteArray bytes) {
             bytes[holeOf(bytes).end - 1] = '1';
             return bytes;
         },
         Verdict::Broken, u"cms_trailing_bytes"_s},
        {u"byte range too short"_s,
         [](const QByteArray &bytes) {
             const Hole hole = holeOf(bytes);
             return resigned(bytes, {0, hole.begin - 1, hole.end + 1,
                                     bytes.size() - hole.end - 1 - 20});
         },
         Verdict::Broken, u"byte_range"_s},
        {u"byte range with a wider gap"_s,
         [](const QByteArray &bytes) {
             const Hole hole = holeOf(bytes);
             return resigned(bytes, {0, hole.begin - 20, hole.end + 1,
                                     bytes.size() - hole.end - 1});
         },
         Verdict::Broken, u"byte_range"_s},
        {u"byte range past the end"_s,
         [](const QByteArray &bytes) {
             const Hole hole = holeOf(bytes);
             return resigned(bytes, {0, hole.begin - 1, hole.end + 1,
                                     bytes.size() - hole.end - 1 + 50});
         },
         Verdict::Broken, u"byte_range"_s},
        {u"signature of an empty file moved in"_s,
         [](const QByteArray &bytes) {
             const QByteArray other = signer().signedCopy(samplePdf(2));
             const Hole from = holeOf(other);
             const Hole to = holeOf(bytes);
             return QByteArray(bytes).replace(to.begin, to.end - to.begin,
                                              other.mid(from.begin, from.end - from.begin));
         },
         Verdict::Broken, u"digest_mismatch"_s},
        {u"another first page content"_s,
         [](const QByteArray &bytes) {
             const int page = firstPage(bytes);
             return withRevision(bytes, {{page, objectText(bytes, page).replace("/Contents", "/Kontents")}});
         },
         Verdict::Broken, u"changed_after_signing"_s},
        {u"a picture replaced in place"_s,
         [](const QByteArray &bytes) {
             const auto file = PdfFile::read(bytes);
             for (const auto &[number, object] : file->revisions().front().objects) {
                 const PdfObject *kind = object.value.value("Subtype");
                 if (kind != nullptr && kind->isName("Image"))
                     return withRevision(bytes, {{number, "<< /Length 0 >>\nstream\n\nendstream"}});
             }
             return QByteArray();
         },
         Verdict::Broken, u"changed_after_signing"_s},
        {u"a catalogue with an action"_s,
         [](const QByteArray &bytes) {
             const int catalog = catalogNumber(bytes);
             return withRevision(bytes, {{catalog, objectText(bytes, catalog).replace("<<", "<< /OpenAction 1 0 R ")}});
         },
         Verdict::Broken, u"changed_after_signing"_s},
        {u"a comment added to the page"_s,
         [](const QByteArray &bytes) {
             const int page = firstPage(bytes);
             QByteArray text = objectText(bytes, page);
             text.insert(text.indexOf(']', text.indexOf("/Annots")), " 900 0 R ");
             return withRevision(bytes, {{page, text}, {900, "<< /Subtype /FreeText >>"}});
         },
         Verdict::Broken, u"changed_after_signing"_s},
        {u"an unsigned revision that changes nothing"_s,
         [](const QByteArray &bytes) {
             return withRevision(bytes, {{900, "<< /Nothing true >>"}});
         },
         Verdict::Attention, u"unsigned_revision_after_signing"_s},
        {u"the signature dictionary replaced"_s,
         [](const QByteArray &bytes) {
             const auto file = PdfFile::read(bytes);
             for (const auto &[number, object] : file->revisions().back().objects) {
                 if (object.value.value("ByteRange") != nullptr)
                     return withRevision(bytes, {{number, objectText(bytes, number)}});
             }
             return QByteArray();
         },
         Verdict::Broken, u"signature_replaced"_s},
        {u"one signature shown by two fields"_s,
         [](const QByteArray &bytes) {
             const auto file = PdfFile::read(bytes);
             int form = 0;
             int signature = 0;
             for (const auto &[number, object] : file->revisions().back().objects) {
                 if (object.value.value("Fields") != nullptr)
                     form = number;
                 if (object.value.value("ByteRange") != nullptr)
                     signature = number;
             }
             QByteArray text = objectText(bytes, form);
             text.insert(text.indexOf(']', text.indexOf("/Fields")), " 900 0 R ");
             return withRevision(bytes, {{form, text},
                                         {900, "<< /Subtype /Widget /FT /Sig /T (Second) /V " +
                                                   QByteArray::number(signature) + " 0 R >>"}});
         },
         Verdict::Broken, u"signature_in_two_fields"_s},
        {u"a signature that no field shows"_s,
         [](const QByteArray &bytes) {
             return withRevision(bytes, {{900, "<< /Type /Sig /ByteRange [0 1 2 3] >>"}});
         },
         Verdict::Attention, u"signature_without_field"_s},
        {u"the form taken away"_s,
         [](const QByteArray &bytes) {
             const int catalog = catalogNumber(bytes);
             return withRevision(bytes, {{catalog, objectText(bytes, catalog).replace("/AcroForm", "/AcroFoam")}});
         },
         Verdict::Unverifiable, u"no_signature"_s},
        {u"a table that points into itself"_s,
         [](const QByteArray &bytes) {
             const auto file = PdfFile::read(bytes);
             return QByteArray(bytes).replace(
                 "/Prev " + QByteArray::number(file->revisions().front().xref),
                 "/Prev " + QByteArray::number(file->revisions().back().xref));
         },
         Verdict::Unverifiable, u"structure_unreadable"_s},
    }));
    INFO(name.toStdString());
    const QByteArray bytes = change(signer().signedCopy(samplePdf()));
    REQUIRE_FALSE(bytes.isEmpty());
    const auto report = reportOn(bytes);
    INFO(QJsonDocument(report.toJson()).toJson().toStdString());
    CHECK(report.overall == verdict);
    CHECK(report.code == code);
}

TEST_CASE("a description that was brought up to date asks for a look and breaks nothing",
          "[signing][verify]")
{
    const QByteArray bytes = signer().signedCopy(samplePdf());
    const auto file = PdfFile::read(bytes);
    REQUIRE(file);
    const PdfObject *metadata = file->catalog(file->last())->value("Metadata");
    REQUIRE(metadata != nullptr);
    const auto report =
        reportOn(withRevision(bytes, {{static_cast<int>(metadata->integer),
                                       rawStream("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")}}));
    CHECK(report.overall == Verdict::Attention);
    CHECK(report.signatures.front().code == u"metadata_changed"_s);
}

TEST_CASE("no single changed byte of a signed copy goes unseen", "[signing][verify]")
{
    const QByteArray good = signer().signedCopy(samplePdf());
    const Hole hole = holeOf(good);
    const VerifyContext context = signer().trust();
    REQUIRE(reportOn(good).overall == Verdict::Valid);
    QByteArray bad(good.constData(), good.size());
    // The picture's inner bytes are all alike; everything else is tried densely.
    for (qsizetype at = 0; at<bad.size(); at += at> 5000 && at < good.size() - 60'000 ? 997 : 97) {
        bad[at] ^= 1;
        // Unused authority certificates and the case of digits are not signed.
        const auto report = verifyPdf(bad, context);
        if (report && report->overall == Verdict::Valid && !(at >= hole.begin && at < hole.end))
            FAIL("byte " << at);
        bad[at] ^= 1;
    }
}

TEST_CASE("time and trust decide with the bytes", "[signing][verify]")
{
    const QByteArray bytes = signer().signedCopy(samplePdf());
    VerifyContext context = signer().trust();

    SECTION("without anchors the signature is intact but incomplete")
    {
        context.anchors.clear();
        CHECK(reportOn(bytes, context).code == u"no_trust_anchors"_s);
        CHECK(reportOn(bytes, context).overall == Verdict::Incomplete);
    }
    SECTION("an unknown root is not trusted")
    {
        context.anchors = {SoftwareSigner().rootDer()};
        CHECK(reportOn(bytes, context).code == u"untrusted"_s);
        CHECK(reportOn(bytes, context).overall == Verdict::Broken);
    }
    SECTION("a certificate that has ended since proves nothing without a time stamp")
    {
        context.nowMs += 11LL * 366 * 86400 * 1000;
        CHECK(reportOn(bytes, context).code == u"certificate_expired"_s);
        CHECK(reportOn(bytes, context).overall == Verdict::Incomplete);
    }
    SECTION("a signature before the certificate is broken")
    {
        const QByteArray early = signer().signedCopy(samplePdf(), workflow::MarkCorner::TopLeft,
                                                     sampleTimeMs - 3 * 86400'000LL);
        CHECK(reportOn(early, context).code == u"certificate_not_valid_then"_s);
        CHECK(reportOn(early, context).overall == Verdict::Broken);
    }
    SECTION("a signature from the future needs a look")
    {
        context.nowMs = sampleTimeMs - 3600'000;
        CHECK(reportOn(bytes, context).code == u"signed_in_future"_s);
        CHECK(reportOn(bytes, context).overall == Verdict::Attention);
    }
}

TEST_CASE("an unsigned copy is never valid", "[signing][verify]")
{
    const auto report = reportOn(samplePdf());
    CHECK(report.overall == Verdict::Unverifiable);
    CHECK(report.code == u"no_signature"_s);
    CHECK(report.signatures.empty());
}

TEST_CASE("what is no PDF is an error, not a verdict", "[signing][verify]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"note.txt"_s);
    writeFile(path, "Just a note.\n");
    const auto report = verifyPdfFile(path, signer().trust());
    REQUIRE_FALSE(report);
    CHECK(report.error().fault == Fault::FileUnreadable);
    CHECK(report.error().subject == u"note.txt"_s);
    CHECK(verifyPdf({}, {}).error().fault == Fault::FileEmpty);
    CHECK(verifyPdfFile(folder.filePath(u"none.pdf"_s), {}).error().fault == Fault::FileMissing);
}

TEST_CASE("bottomless nesting and endless tables end early", "[signing][verify]")
{
    const QByteArray deep = "%PDF-1.7\n1 0 obj\n" + QByteArray(200'000, '[') + "\nendobj\n";
    const QByteArray table = "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n"
                             "<< /Size 2 /Root 1 0 R >>\nstartxref\n" +
                             QByteArray::number(deep.size()) + "\n%%EOF\n";
    CHECK(reportOn(deep + table).code == u"structure_unreadable"_s);
    CHECK(reportOn("%PDF-1.7\nxref\n0 99999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n").code ==
          u"structure_unreadable"_s);
}

}  // namespace station::signing
