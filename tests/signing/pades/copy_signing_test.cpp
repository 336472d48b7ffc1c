#include "signing/pades/copy_signing.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// A folder with a source file and a request to sign it.
class Desk {
public:
    explicit Desk(const QByteArray &source = samplePdf()) { writeFile(request.sourcePdf, source); }

    QByteArray source() const { return *readWhole(request.sourcePdf); }
    QByteArray result() const { return *readWhole(request.destinationPdf); }
    QByteArray added() const { return result().mid(source().size()); }
    QStringList leftAtDestination() const
    {
        return QDir(folder.filePath(u"signed"_s)).entryList(QDir::Files | QDir::Hidden);
    }
    QStringList fonts() const
    {
        return runTool(u"pdffonts"_s, {request.destinationPdf})
            .output.split(u'\n', Qt::SkipEmptyParts)
            .mid(2);
    }
    /// Text of a stretch of page 1, in points from the top left.
    QString textIn(int x, int y, int width, int height) const
    {
        const auto number = [](int value) { return QString::number(value); };
        return runTool(u"pdftotext"_s,
                       {u"-l"_s, u"1"_s, u"-x"_s, number(x), u"-y"_s, number(y), u"-W"_s,
                        number(width), u"-H"_s, number(height), request.destinationPdf, u"-"_s})
            .output;
    }
    QString pdfsig() const
    {
        return runTool(u"pdfsig"_s, {u"-nocert"_s, request.destinationPdf}).output;
    }
    /// A stream that the signature has added, decoded by qpdf.
    QByteArray stream(const QString &key) const
    {
        const auto found =
            QRegularExpression(u"/%1 (\\d+) 0 R"_s.arg(key)).match(QString::fromLatin1(added()));
        REQUIRE(found.hasMatch());
        const QString out = folder.filePath(u"stream"_s);
        runTool(u"sh"_s, {u"-c"_s, u"qpdf --show-object=%1 --filtered-stream-data %2 > %3"_s.arg(
                                       found.captured(1), request.destinationPdf, out)});
        return *readWhole(out);
    }
    int qpdf() const { return runTool(u"qpdf"_s, {u"--check"_s, request.destinationPdf}).exitCode; }

    QTemporaryDir folder{};
    workflow::SignRequest request{.sourcePdf = folder.filePath(u"source.pdf"_s),
                                  .destinationPdf = folder.filePath(u"signed/copy.pdf"_s),
                                  .mark = sampleMark(),
                                  .signedAtMs = sampleTimeMs};
};

/// An identity whose key must not be asked.
SigningIdentity untouched(const SoftwareSigner &signer)
{
    SigningIdentity identity = signer.identity();
    identity.raw = [](const QByteArray &) -> Expected<QByteArray> {
        FAIL("the token was asked");
        return QByteArray();
    };
    return identity;
}

void mustSign(const Desk &desk, const SigningIdentity &identity)
{
    const auto done = signCopy(desk.request, identity);
    if (!done)
        FAIL(done.error().detail.toStdString());
    CHECK(done->sha256 == sha256OfFile(desk.request.destinationPdf));
    CHECK(done->size == QFileInfo(desk.request.destinationPdf).size());
}

}  // namespace

TEST_CASE("a signed copy keeps its old bytes and satisfies pdfsig and qpdf", "[signing][pades]")
{
    const Desk desk(samplePdf(2));
    const SoftwareSigner signer;
    mustSign(desk, signer.identity());

    CHECK(desk.result().startsWith(desk.source()));
    CHECK(desk.leftAtDestination() == QStringList{u"copy.pdf"_s});
    CHECK(QFileInfo(desk.request.destinationPdf).permissions() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    CHECK(desk.qpdf() == 0);
    const QString judged = desk.pdfsig();
    INFO(judged.toStdString());
    CHECK(judged.contains(u"Signature is Valid"_s));
    CHECK(judged.contains(u"Total document signed"_s));
    CHECK(judged.contains(u"ETSI.CAdES.detached"_s));
}

TEST_CASE("the mark is readable text in the top margin, drawn with an embedded subset",
          "[signing][pades]")
{
    const SoftwareSigner signer;
    Desk desk(signer.signedCopy(samplePdf()));
    desk.request.mark = sampleMark(workflow::MarkCorner::TopRight);
    desk.request.signedAtMs += 1000;
    mustSign(desk, signer.identity());

    const QStringList fonts = desk.fonts();
    INFO(fonts.join(u'\n').toStdString());
    REQUIRE(fonts.size() == 2);
    CHECK(fonts[0].contains(QRegularExpression(u"CID TrueType +Identity-H +yes yes yes"_s)));
    CHECK(fonts[0].left(6) != fonts[1].left(6));
    for (const int x : {0, 298}) {
        const QString text = desk.textIn(x, 0, 297, 60);
        CHECK(text.contains(u"Hà Thị Minh Nguyệt"_s));
        CHECK(text.contains(u"09:15:00+07:00"_s));
    }
}

TEST_CASE("an agency's signature after the clerk's leaves the first one valid", "[signing][pades]")
{
    const SoftwareSigner clerk;
    const SoftwareSigner agency;
    Desk desk(clerk.signedCopy(samplePdf()));
    desk.request.mark = sampleMark(workflow::MarkCorner::TopRight);
    mustSign(desk, agency.identity());
    const QString judged = desk.pdfsig();
    INFO(judged.toStdString());
    CHECK(judged.count(u"Signature is Valid"_s) == 2);
    CHECK(desk.qpdf() == 0);
}

TEST_CASE("without a mark the signature shows nothing and brings no font", "[signing][pades]")
{
    Desk desk;
    desk.request.mark.reset();
    const SoftwareSigner signer;
    mustSign(desk, signer.identity());
    CHECK(desk.fonts().isEmpty());
    CHECK(desk.qpdf() == 0);
    CHECK(desk.pdfsig().contains(u"Signature is Valid"_s));
    CHECK(QString::fromLatin1(desk.added())
              .contains(QRegularExpression(u"/Rect *\\[( *0(\\.0+)?){4} *\\]"_s)));
    CHECK(desk.added().contains("/AP"));
}

TEST_CASE("the mark steps aside for content and for an earlier mark", "[signing][pades]")
{
    const SoftwareSigner signer;
    Desk desk(signer.signedCopy(samplePdf()));
    workflow::InkMap ink{.cellPt = 4.0, .columns = 149, .rows = 211};
    ink.cells = QByteArray(qsizetype(ink.columns) * ink.rows, '\0');
    SECTION("content in the corner, the earlier mark above it")
    {
        ink.cells.replace(0, 149 * 12, QByteArray(149 * 12, '\1'));
        desk.request.ink = ink;
        mustSign(desk, signer.identity());
        CHECK(desk.textIn(0, 0, 297, 46).count(u"Hà Thị"_s) == 1);
        CHECK(desk.textIn(0, 48, 297, 60).count(u"Hà Thị"_s) == 1);
    }
    SECTION("a page full of content")
    {
        ink.cells.fill('\1');
        desk.request.ink = ink;
        const auto result = signCopy(desk.request, untouched(signer));
        REQUIRE_FALSE(result);
        CHECK(result.error().fault == Fault::NoRoomForMark);
        CHECK(desk.leftAtDestination().isEmpty());
    }
}

TEST_CASE("what PDF/A asks of a signature's revision holds", "[signing][pades]")
{
    const Desk desk;
    const SoftwareSigner signer;
    mustSign(desk, signer.identity());
    const QByteArray added = desk.added();

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

TEST_CASE("the CIDSet of the mark's font names each glyph that is in it", "[signing][pades]")
{
    // ISO 19005-2 6.2.11.4.2: complete, or absent.
    const Desk desk;
    const SoftwareSigner signer;
    mustSign(desk, signer.identity());
    const QByteArray set = desk.stream(u"CIDSet"_s);
    const QByteArray font = desk.stream(u"FontFile2"_s);
    const auto table = [&](const char *name) {
        for (int i = 0; i < qFromBigEndian<quint16>(font.constData() + 4); ++i) {
            const char *entry = font.constData() + 12 + 16 * i;
            if (QByteArrayView(entry, 4) == name)
                return font.mid(qFromBigEndian<quint32>(entry + 8),
                                qFromBigEndian<quint32>(entry + 12));
        }
        FAIL(name);
        return QByteArray();
    };
    const QByteArray places = table("loca");
    const bool isLong = qFromBigEndian<quint16>(table("head").constData() + 50) != 0;
    const auto place = [&](int glyph) {
        return isLong ? qFromBigEndian<quint32>(places.constData() + 4 * glyph)
                      : 2U * qFromBigEndian<quint16>(places.constData() + 2 * glyph);
    };
    const int glyphs = qFromBigEndian<quint16>(table("maxp").constData() + 4);
    int drawn = 0;
    for (int glyph = 0; glyph < glyphs; ++glyph) {
        if (place(glyph) == place(glyph + 1))
            continue;
        ++drawn;
        INFO(glyph);
        REQUIRE(glyph / 8 < set.size());
        CHECK((set.at(glyph / 8) & (0x80 >> (glyph % 8))) != 0);
    }
    CHECK(drawn > 20);
}

TEST_CASE("a letter that the font lacks stops the signature before the token is asked",
          "[signing][pades]")
{
    Desk desk;
    desk.request.mark->lines << u"\u4E2D"_s;  // not in Liberation Serif
    const SoftwareSigner signer;
    const auto result = signCopy(desk.request, untouched(signer));
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::GlyphMissing);
    CHECK(desk.leftAtDestination().isEmpty());
}

TEST_CASE("a decomposed name is drawn composed", "[signing][pades]")
{
    Desk desk;
    desk.request.mark->lines = {u"Nguyễn Thị Ước"_s.normalized(QString::NormalizationForm_D)};
    const SoftwareSigner signer;
    mustSign(desk, signer.identity());
    CHECK(desk.textIn(0, 0, 297, 60).contains(u"Nguyễn Thị Ước"_s));
}

TEST_CASE("a file that signing could damage is refused with its reason", "[signing][pades]")
{
    const QByteArray good = samplePdf();
    const auto [old, now, reason] = GENERATE(table<QByteArray, QByteArray, QString>({
        {"/Info ", "/Inf0 ", u"no /Info"_s},
        {"/MediaBox", "/MediaBux", u"no /MediaBox"_s},
        {"/Root", "/Encrypt 1 0 R /Root", u"encrypted"_s},
        {"%%EOF\n", "%%EOF\nmore", u"after the end"_s},
        {"startxref\n", "startxref\n1", u"at byte"_s},
        {"%PDF-1.", "%PDF-9.", u"header"_s},
        {"/ID [<", "/ID [(", u"at byte"_s},
        {"/OutputIntents", "/OpenAction   ", u"/OpenAction"_s},
        {"/OutputIntents", "/Names        ", u"/Names"_s},
        {"/OutputIntents", "/Perms        ", u"/Perms"_s},
        {"/OutputIntents", "/AA           ", u"/AA"_s},
        {"/OutputIntents", "/Extensions   ", u"/Extensions"_s},
    }));
    QByteArray bad = good;
    bad.replace(old, now);
    INFO(old.toStdString());
    REQUIRE(bad != good);
    const Desk desk(bad);
    const SoftwareSigner signer;
    const auto result = signCopy(desk.request, untouched(signer));
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::FileUnreadable);
    CHECK(result.error().subject == u"source.pdf"_s);
    INFO(result.error().detail.toStdString());
    CHECK(result.error().detail.contains(reason));
    CHECK(desk.leftAtDestination().isEmpty());
}

TEST_CASE("a destination that cannot be written leaves nothing behind", "[signing][pades]")
{
    Desk desk;
    desk.request.destinationPdf = u"/proc/signed/copy.pdf"_s;
    const SoftwareSigner signer;
    const auto result = signCopy(desk.request, untouched(signer));
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::StorageFailed);
}

TEST_CASE("a long chain gets its room before the key is used", "[signing][pades]")
{
    const SoftwareSigner signer;
    SigningIdentity identity = signer.identity();
    for (int i = 0; i < 20; ++i)
        identity.issuers << SoftwareSigner().pki().issuer;
    const Desk desk;
    mustSign(desk, identity);
    CHECK(desk.pdfsig().contains(u"Signature is Valid"_s));
}

}  // namespace station::signing
