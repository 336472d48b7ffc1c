#include "signing/pades/pdf_signer.h"

#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

SignatureOptions options(const workflow::CopyMark &mark)
{
    return {.signer = u"Lò Văn Khánh"_s,
            .mark = mark,
            .signedAtMs = sampleTimeMs,
            .fontFile = defaultStampFont(),
            .reserveBytes = 12 * 1024};
}

Expected<QByteArray> neverSigned(const QByteArray &)
{
    FAIL("the token was asked");
    return QByteArray();
}

}  // namespace

TEST_CASE("a signed copy keeps its old bytes and satisfies pdfsig and qpdf", "[signing][pades]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    const QByteArray source = samplePdf(2);
    const SoftwareSigner signer;
    const QByteArray result = signer.signedCopy(source);
    writeFile(path, result);

    CHECK(result.startsWith(source));
    CHECK(runTool(u"qpdf"_s, {u"--check"_s, path}).exitCode == 0);
    const auto judged = runTool(u"pdfsig"_s, {u"-nocert"_s, path});
    INFO(judged.output.toStdString());
    CHECK(judged.output.contains(u"Signature is Valid"_s));
    CHECK(judged.output.contains(u"Total document signed"_s));
    CHECK(judged.output.contains(u"ETSI.CAdES.detached"_s));
}

TEST_CASE("the mark is readable text in the top margin, drawn with an embedded subset",
          "[signing][pades]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    const SoftwareSigner signer;
    const QByteArray twice = signer.signedCopy(signer.signedCopy(samplePdf()),
                                               workflow::MarkCorner::TopRight, sampleTimeMs + 1000);
    writeFile(path, twice);

    const auto fonts = runTool(u"pdffonts"_s, {path}).output.split(u'\n', Qt::SkipEmptyParts);
    INFO(fonts.join(u'\n').toStdString());
    REQUIRE(fonts.size() == 4);
    CHECK(fonts[2].contains(QRegularExpression(u"CID TrueType +Identity-H +yes yes yes"_s)));
    CHECK(fonts[2].left(6) != fonts[3].left(6));

    const auto left = runTool(u"pdftotext"_s, {u"-x"_s, u"0"_s, u"-y"_s, u"0"_s, u"-W"_s, u"297"_s,
                                               u"-H"_s, u"60"_s, path, u"-"_s});
    CHECK(left.output.contains(u"Hà Thị Minh Nguyệt"_s));
    CHECK(left.output.contains(u"09:15:00+07:00"_s));
    const auto right = runTool(u"pdftotext"_s, {u"-x"_s, u"298"_s, u"-y"_s, u"0"_s, u"-W"_s,
                                                u"297"_s, u"-H"_s, u"60"_s, path, u"-"_s});
    CHECK(right.output.contains(u"Hà Thị Minh Nguyệt"_s));
}

TEST_CASE("what PDF/A asks of a signature's revision holds", "[signing][pades]")
{
    const QByteArray source = samplePdf();
    const SoftwareSigner signer;
    const QByteArray added = signer.signedCopy(source).mid(source.size());

    CHECK_FALSE(added.contains("/Producer"));  // /Info is as it was
    CHECK_FALSE(added.contains("/ModDate"));
    CHECK_FALSE(added.contains("/Helvetica"));
    CHECK(added.contains("/FontFile2"));
    CHECK(added.contains("/AP"));
    // ISO 19005-2, 6.1.8: "obj" ends its line.
    CHECK_FALSE(QString::fromLatin1(added).contains(QRegularExpression(u" obj[^\r\n]"_s)));
    CHECK(added.count("/M (D:20260302091500+07'00')") == 2);  // field and signature
    CHECK(added.count("/M (D:") == 2);
}

TEST_CASE("a letter that the font lacks stops the signature before the token is asked",
          "[signing][pades]")
{
    workflow::CopyMark mark = sampleMark();
    mark.lines << u"\u4E2D"_s;  // not in Liberation Serif
    const auto result = signedPdf(samplePdf(), options(mark), neverSigned);
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::GlyphMissing);
}

TEST_CASE("a decomposed name is drawn composed", "[signing][pades]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    workflow::CopyMark mark = sampleMark();
    mark.lines = {u"Nguyễn Thị Ước"_s.normalized(QString::NormalizationForm_D)};
    const SoftwareSigner signer;
    const auto result = signedPdf(samplePdf(), options(mark),
                                  [&](const QByteArray &digest) { return signer.cms(digest); });
    REQUIRE(result);
    writeFile(path, *result);
    CHECK(runTool(u"pdftotext"_s, {path, u"-"_s}).output.contains(u"Nguyễn Thị Ước"_s));
}

TEST_CASE("a file that signing could damage is refused with its reason", "[signing][pades]")
{
    const QByteArray good = samplePdf();
    const auto [old, now, reason] = GENERATE(table<QByteArray, QByteArray, QString>({
        {"/Info ", "/Inf0 ", u"no /Info"_s},
        {"/MediaBox", "/MediaBux", u"no /MediaBox"_s},
        {"/Root", "/Encrypt 1 0 R /Root", u"encrypted"_s},
        {"%%EOF\n", "%%EOF\nmore", u"bytes after the end"_s},
        {"startxref\n", "startxref\n1", u"at byte"_s},
        {"%PDF-1.", "%PDF-9.", u"header"_s},
    }));
    QByteArray bad = good;
    bad.replace(old, now);
    REQUIRE(bad != good);
    const auto result = signedPdf(bad, options(sampleMark()), neverSigned);
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::FileUnreadable);
    INFO(result.error().detail.toStdString());
    CHECK(result.error().detail.contains(reason));
}

TEST_CASE("a CMS larger than its reserve is an error and no file", "[signing][pades]")
{
    const auto result = signedPdf(samplePdf(), options(sampleMark()), [](const QByteArray &) {
        return Expected<QByteArray>(QByteArray(13 * 1024, 'x'));
    });
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::Internal);
}

}  // namespace station::signing
