#include "signing/structure/pdf_file.h"

#include "tests/signing/structure/form_document.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

const std::set<int> packable{Catalog,   PageTree, FirstPage,  SecondPage, Font,  Form,
                             TextField, Note,     EmptyField, Dss,        Certs, Annots};

ForgeOptions stream(std::set<int> packed = {})
{
    return {.xrefStream = true, .packed = std::move(packed)};
}

/// An object stream by hand in a file with a cross-reference stream; object 50 is in it.
QByteArray withContainer(const QByteArray &container)
{
    RawObjects objects = formDocument();
    objects[50] = "<< /Packed true >>";
    QByteArray bytes = forgedPdf(objects, stream({50}));
    const qsizetype begin = bytes.indexOf("51 0 obj\n") + 9;
    const qsizetype end = bytes.indexOf("\nendobj", begin);
    const qint64 moved = container.size() - (end - begin);
    bytes.replace(begin, end - begin, container);
    // The cross-reference stream moves; its own entry does not know.
    const qsizetype mark = bytes.lastIndexOf("startxref\n") + 10;
    const qint64 offset = bytes.mid(mark, bytes.indexOf('\n', mark) - mark).toLongLong() + moved;
    const QByteArray table = bytes.mid(offset, mark - 10 - offset);
    bytes.truncate(offset);
    // Written again, now with right places.
    QByteArray data;
    QByteArray index;
    qsizetype at = 0;
    for (int number = 1; number <= 51; ++number) {
        const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj\n";
        at = bytes.indexOf(head);
        if (at < 0 && number != 50)
            continue;
        index += QByteArray::number(number) + " 1 ";
        const qint64 place = number == 50 ? 51 : at + 1;
        data += number == 50 ? '\2' : '\1';
        for (int shift = 24; shift >= 0; shift -= 8)
            data += static_cast<char>(place >> shift & 0xff);
    }
    return bytes + "52 0 obj\n" +
           deflatedStream(data,
                          "/Type /XRef /W [1 4 0] /Size 53 /Root 1 0 R /Info 12 0 R /Index [" +
                              index + "]") +
           "\nendobj\nstartxref\n" + QByteArray::number(offset) + "\n%%EOF\n";
}

/// Other processes do not count.
double cpuMs(std::clock_t start)
{
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

QByteArray bomb(const QByteArray &entries)
{
    return deflatedStream(QByteArray(40 * 1024 * 1024, '\0'), entries);
}

}  // namespace

TEST_CASE("tables, cross-reference streams and object streams tell the same document",
          "[signing][structure]")
{
    const auto [name, options] = GENERATE(table<QString, ForgeOptions>({
        {u"table"_s, {}},
        {u"stream"_s, {.xrefStream = true}},
        {u"stream with a predictor"_s, {.xrefStream = true, .predictor = true}},
        {u"object stream"_s, {.xrefStream = true, .packed = packable}},
        {u"object stream, predictor"_s,
         {.xrefStream = true, .packed = packable, .predictor = true}},
        {u"a writer's comment"_s, {.comment = "%iText-5.5.13\n"}},
    }));
    INFO(name.toStdString());
    const auto file = PdfFile::read(forgedPdf(formDocument(), options));
    if (!file)
        FAIL(file.error().detail.toStdString());
    CHECK(file->isClassic() == !options.xrefStream);
    CHECK(*file->pages(0) == std::vector<int>{FirstPage, SecondPage});
    const PdfIndirectObject *page = file->object(FirstPage, 0);
    CHECK(page->inObjectStream == options.packed.contains(FirstPage));
    const PdfIndirectObject *content = file->object(FirstContent, 0);
    CHECK(content->data == "BT /F1 12 Tf (One hundred) Tj ET");
    CHECK_FALSE(content->inObjectStream);
    const auto plain = PdfFile::read(forgedPdf(formDocument()));
    for (const auto &[number, object] : plain->revisions()[0].objects)
        CHECK(*file->object(number, 0) == object);
}

TEST_CASE("revisions of different style follow each other", "[signing][structure]")
{
    const bool firstIsStream = GENERATE(false, true);
    const QByteArray first =
        forgedPdf(formDocument(), firstIsStream ? stream(packable) : ForgeOptions{});
    const RawObjects update = {{Note, "<< /Changed true >>"}, {Fresh, "(new)"}};
    const QByteArray second =
        withRevision(first, update, firstIsStream ? ForgeOptions{} : stream({Note, Fresh}));
    const QByteArray third = withRevision(second, {}, {.freed = {{Orphan, 1}}});
    const auto file = PdfFile::read(third);
    if (!file)
        FAIL(file.error().detail.toStdString());
    REQUIRE(file->revisions().size() == 3);
    CHECK_FALSE(file->isClassic());
    CHECK(file->object(Note, 0)->value.value("Changed") == nullptr);
    CHECK(file->object(Note, 2)->value.value("Changed") != nullptr);
    CHECK(file->object(Note, 2)->inObjectStream == !firstIsStream);
    CHECK(file->object(Orphan, 1) != nullptr);
    CHECK(file->object(Orphan, 2) == nullptr);
    CHECK(file->revisions()[1].begin == first.size());
    CHECK(file->revisions()[1].end == second.size());
}

TEST_CASE("a signature in an object stream is seen to be in none of the file's places",
          "[signing][structure]")
{
    const auto file = PdfFile::read(forgedPdf(formDocument(), stream({Signature})));
    REQUIRE(file);
    CHECK(file->object(Signature, 0)->inObjectStream);
    CHECK(file->object(Signature, 0)->container == Fresh);
}

TEST_CASE("what other programs write is read as they mean it", "[signing][structure]")
{
    const QTemporaryDir folder;
    const QString from = folder.filePath(u"from.pdf"_s);
    const QString to = folder.filePath(u"to.pdf"_s);
    writeFile(from, samplePdf(3));
    const QStringList options = GENERATE(
        QStringList{u"--object-streams=generate"_s}, QStringList{u"--object-streams=disable"_s},
        QStringList{u"--linearize"_s, u"--object-streams=disable"_s},
        QStringList{u"--linearize"_s, u"--object-streams=generate"_s});
    INFO(options.join(u' ').toStdString());
    REQUIRE(runTool(u"qpdf"_s, options + QStringList{from, to}).exitCode == 0);
    QFile result(to);
    REQUIRE(result.open(QIODevice::ReadOnly));
    const QByteArray bytes = result.readAll();
    const auto file = PdfFile::read(bytes);
    if (!file)
        FAIL(file.error().detail.toStdString());
    REQUIRE(file->pages(0));
    CHECK(file->pages(0)->size() == 3);
    CHECK(file->revisions().back().end == bytes.size());
    CHECK(file->isClassic() == (options == QStringList{u"--object-streams=disable"_s}));
}

TEST_CASE("an update of a linearised file keeps it readable, a half one does not",
          "[signing][structure]")
{
    const QTemporaryDir folder;
    const QString from = folder.filePath(u"from.pdf"_s);
    const QString to = folder.filePath(u"to.pdf"_s);
    writeFile(from, samplePdf(2));
    REQUIRE(
        runTool(u"qpdf"_s, {u"--linearize"_s, u"--object-streams=disable"_s, from, to}).exitCode ==
        0);
    QFile result(to);
    REQUIRE(result.open(QIODevice::ReadOnly));
    QByteArray bytes = result.readAll();
    const auto file = PdfFile::read(withRevision(bytes, {{900, "(new)"}}));
    REQUIRE(file);
    CHECK(file->revisions().size() == 2);
    CHECK(file->object(900, 1) != nullptr);
    bytes.replace("/Linearized", "/Linearised");
    CHECK_FALSE(PdfFile::read(bytes));
}

TEST_CASE("a structure that two readers could understand differently is unreadable",
          "[signing][structure]")
{
    using Make = std::function<QByteArray()>;
    const QByteArray plain = forgedPdf(formDocument());
    const auto [name, make] = GENERATE_COPY(table<QString, Make>({
        {u"hybrid"_s, [] { return forgedPdf(formDocument(), {.trailer = "/XRefStm 15"}); }},
        {u"hybrid update"_s,
         [=] {
             return withRevision(plain, {{Fresh, "1"}}, {.trailer = "/XRefStm 15"});
         }},
        {u"encrypted"_s, [] { return forgedPdf(formDocument(), {.trailer = "/Encrypt 7 0 R"}); }},
        {u"encrypted in a stream"_s,
         [] {
             return forgedPdf(formDocument(), {.xrefStream = true, .trailer = "/Encrypt 7 0 R"});
         }},
        {u"previous table is this one"_s,
         [=] {
             const QByteArray bytes = withRevision(plain, {{Fresh, "1"}}, {.previous = 1111});
             return withRevision(plain, {{Fresh, "1"}},
                                 {.previous = bytes.lastIndexOf("xref\n40")});
         }},
        {u"previous table is nowhere"_s,
         [=] {
             return withRevision(plain, {{Fresh, "1"}}, {.previous = 20});
         }},
        {u"previous table is behind"_s,
         [=] {
             return withRevision(plain, {{Fresh, "1"}}, {.previous = 999999});
         }},
        {u"previous table is a reference"_s,
         [] { return forgedPdf(formDocument(), {.trailer = "/Prev 7 0 R"}); }},
        {u"an object in the table of a later revision"_s,
         [=] {
             return withRevision(plain, {{Fresh, "1"}},
                                 {.offsets = {{Fresh, plain.indexOf("7 0 obj")}}});
         }},
        {u"an object at the place of another"_s,
         [=] {
             return forgedPdf(formDocument(), {.offsets = {{Note, plain.indexOf("15 0 obj")}}});
         }},
        {u"an object inside another"_s,
         [] {
             RawObjects objects = formDocument();
             objects[Fresh] = "1";
             objects[Note] = "(40 0 obj 2 endobj)";
             const qint64 inner = forgedPdf(objects).indexOf("40 0 obj 2");
             return forgedPdf(objects, {.offsets = {{Fresh, inner}}});
         }},
        {u"an object between objects that no table names"_s,
         [] {
             RawObjects objects = formDocument();
             objects[Note] += "\nendobj\n60 0 obj\n<< >>";
             return forgedPdf(objects);
         }},
        {u"an object in a comment"_s,
         [] { return forgedPdf(formDocument(), {.comment = "% 3 0 obj\n"}); }},
        {u"a trailer in a comment"_s,
         [] { return forgedPdf(formDocument(), {.comment = "% trailer\n"}); }},
        {u"a number beyond /Size"_s, [] { return forgedPdf(formDocument(), {.size = 12}); }},
        {u"an absurd /Size"_s, [] { return forgedPdf(formDocument(), {.size = 99'999'999'999}); }},
        {u"a number listed twice"_s,
         [=] {
             QByteArray bytes = plain;
             return bytes.replace("\n14 1\n", "\n15 1\n");
         }},
        {u"an entry of 19 bytes"_s,
         [=] {
             QByteArray bytes = plain;
             return bytes.replace(" 00000 n \n14 1", " 00000 n\n14 1");
         }},
        {u"another generation than written"_s,
         [=] {
             QByteArray bytes = plain;
             return bytes.replace("\n14 0 obj", "\n14 1 obj");
         }},
        {u"a key given twice"_s,
         [] { return forgedPdf(changed(Catalog, "/Pages 2 0 R", "/Pages 2 0 R /Pages 3 0 R")); }},
        {u"a key given twice among many"_s,
         [] {
             QByteArray text = "<< /Type /Catalog /Pages 2 0 R";
             for (int i = 0; i < 100; ++i)
                 text += " /K" + QByteArray::number(i % 99) + " 1";
             RawObjects objects = formDocument();
             objects[Catalog] = text + " >>";
             return forgedPdf(objects);
         }},
        {u"an object that is a reference"_s,
         [] {
             return forgedPdf({{1, "2 0 R"}, {2, "1 0 R"}});
         }},
        {u"content from another file"_s,
         [] {
             RawObjects objects = formDocument();
             objects[FirstContent] = rawStream("x", "/F (other.pdf)");
             return forgedPdf(objects);
         }},
        {u"a stream longer than said"_s,
         [=] {
             QByteArray bytes = plain;
             return bytes.replace("/Length 32", "/Length 31");
         }},
        {u"a stream whose length is itself"_s,
         [] {
             RawObjects objects = formDocument();
             objects[FirstContent] = "<< /Length 5 0 R >>\nstream\nabc\nendstream";
             return forgedPdf(objects);
         }},
        {u"two lengths that name each other"_s,
         [] {
             RawObjects objects = formDocument();
             objects[FirstContent] = "<< /Length 6 0 R >>\nstream\nabc\nendstream";
             objects[SecondContent] = "<< /Length 5 0 R >>\nstream\nabc\nendstream";
             return forgedPdf(objects);
         }},
        {u"a length without end"_s,
         [] {
             RawObjects objects = formDocument();
             objects[FirstContent] = "<< /Length 999999999999999 >>\nstream\nabc\nendstream";
             return forgedPdf(objects);
         }},
        {u"200,000 arrays deep"_s,
         [] {
             RawObjects objects = formDocument();
             objects[Note] = QByteArray(200'000, '[') + QByteArray(200'000, ']');
             return forgedPdf(objects);
         }},
        {u"200,000 dictionaries deep in an object stream"_s,
         [] {
             RawObjects objects = formDocument();
             objects[Note] = QByteArray("<< /A ").repeated(200'000);
             return forgedPdf(objects, {.xrefStream = true, .packed = {Note}});
         }},
        {u"four million values"_s,
         [] {
             RawObjects objects = formDocument();
             objects[Note] = "[" + QByteArray("1 ").repeated(4'000'000) + "]";
             return forgedPdf(objects);
         }},
        {u"a gap at the end of an object stream"_s,
         [] {
             return withContainer(
                 deflatedStream("50 0 << >> 60 0 obj 1 endobj", "/Type /ObjStm /N 1 /First 5"));
         }},
        {u"an object stream with one object more"_s,
         [] {
             return withContainer(
                 deflatedStream("50 0 3 2 1 << >>", "/Type /ObjStm /N 2 /First 9"));
         }},
        {u"an object stream with another object"_s,
         [] { return withContainer(deflatedStream("3 0 << >>", "/Type /ObjStm /N 1 /First 4")); }},
        {u"an object stream that lacks its object"_s,
         [] { return withContainer(rawStream({}, "/Type /ObjStm /N 0 /First 0")); }},
        {u"an object stream that is none"_s,
         [] { return withContainer(deflatedStream("50 0 << >>", "/N 1 /First 5")); }},
        {u"an object stream that begins behind its end"_s,
         [] { return withContainer(deflatedStream("50 0 1", "/Type /ObjStm /N 1 /First 500")); }},
        {u"an object stream with objects without end"_s,
         [] {
             return withContainer(deflatedStream("50 0 1", "/Type /ObjStm /N 999999999 /First 5"));
         }},
        {u"an object stream with an unknown filter"_s,
         [] {
             return withContainer(
                 rawStream("50 0 1", "/Type /ObjStm /N 1 /First 5 /Filter /LZWDecode"));
         }},
        {u"a damaged object stream"_s,
         [] {
             return withContainer(
                 rawStream("50 0 1", "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode"));
         }},
        {u"a bomb as object stream"_s,
         [] { return withContainer(bomb("/Type /ObjStm /N 1 /First 5")); }},
        {u"a bomb as cross-reference stream"_s,
         [] {
             const QByteArray body = "%PDF-1.7\n";
             return body + "1 0 obj\n" + bomb("/Type /XRef /W [1 2 1] /Size 8000000 /Root 1 0 R") +
                    "\nendobj\nstartxref\n9\n%%EOF\n";
         }},
        {u"a cross-reference stream of entries without width"_s,
         [] {
             return "%PDF-1.7\n1 0 obj\n" +
                    deflatedStream({}, "/Type /XRef /W [0 0 0] /Size 8000000 /Root 1 0 R") +
                    "\nendobj\nstartxref\n9\n%%EOF\n";
         }},
        {u"a cross-reference stream with an unknown kind of entry"_s,
         [] {
             return "%PDF-1.7\n1 0 obj\n" +
                    rawStream(QByteArray("\0\0\0\3\0\0", 6),
                              "/Type /XRef /W [1 1 1] /Size 2 /Root 1 0 R") +
                    "\nendobj\nstartxref\n9\n%%EOF\n";
         }},
        {u"a cross-reference stream that says less than it holds"_s,
         [] {
             QByteArray bytes = forgedPdf(formDocument(), {.xrefStream = true});
             return bytes.replace(" 40 1 ] ", " ] ");
         }},
        {u"a cross-reference stream elsewhere than it says"_s,
         [] { return forgedPdf(formDocument(), {.xrefStream = true, .xrefNumber = Note}); }},
        {u"an object stream of an earlier revision"_s,
         [] {
             const QByteArray first =
                 forgedPdf(formDocument(), {.xrefStream = true, .packed = {Note}});
             // Names the old object stream without bringing it.
             const qint64 offset = first.size();
             return first + "50 0 obj\n" +
                    rawStream(
                        QByteArray("\2\50\0", 3),
                        "/Type /XRef /W [1 1 1] /Index [14 1] /Size 51 /Root 1 0 R /Prev " +
                            first.mid(first.lastIndexOf("startxref\n") + 10).split('\n').front()) +
                    "\nendobj\nstartxref\n" + QByteArray::number(offset) + "\n%%EOF\n";
         }},
        {u"no header"_s, [=] { return plain.mid(1); }},
        {u"junk before the header"_s, [=] { return "junk\n" + plain; }},
        {u"no startxref"_s, [=] { return plain.left(plain.lastIndexOf("startxref")); }},
        {u"startxref at the end of all bytes"_s, [=] { return plain + "startxref"; }},
        {u"nothing"_s, [] { return QByteArray(); }},
        {u"white space only"_s, [] { return "%PDF-1.7\n" + QByteArray(1'000'000, ' '); }},
    }));
    INFO(name.toStdString());
    const QByteArray bytes = make();
    const std::clock_t start = std::clock();
    const auto file = PdfFile::read(bytes);
    CHECK(cpuMs(start) < 6000);
    REQUIRE_FALSE(file);
    CHECK(file.error().fault == Fault::FileUnreadable);
    CHECK_FALSE(file.error().detail.isEmpty());
    if (qEnvironmentVariableIsSet("STATION_SHOW_DETAILS"))
        WARN(name.toStdString() << ": " << file.error().detail.toStdString());
}

TEST_CASE("a container by hand is read, so that the broken ones fail for their fault",
          "[signing][structure]")
{
    const auto file = PdfFile::read(
        withContainer(deflatedStream("50 0 << /A 1 >>", "/Type /ObjStm /N 1 /First 5")));
    if (!file)
        FAIL(file.error().detail.toStdString());
    CHECK(file->object(50, 0)->value.value("A")->integer == 1);
    CHECK(PdfFile::read(
        "%PDF-1.7\n1 0 obj\n" +
        rawStream(QByteArray("\0\0\0\1\11\0", 6), "/Type /XRef /W [1 1 1] /Size 2 /Root 1 0 R") +
        "\nendobj\nstartxref\n9\n%%EOF\n"));
}

TEST_CASE("a reference with another generation refers to nothing", "[signing][structure]")
{
    RawObjects objects = formDocument();
    objects[Catalog].replace("/Metadata 13 0 R", "/Metadata 13 1 R");
    const auto file = PdfFile::read(forgedPdf(objects));
    REQUIRE(file);
    CHECK(file->resolved(file->catalog(0)->value("Metadata"), 0) == nullptr);
    CHECK(file->resolved(file->catalog(0)->value("Pages"), 0) != nullptr);
}

TEST_CASE("a page tree that loops or contradicts itself has no pages", "[signing][structure]")
{
    const auto [number, text] = GENERATE(table<int, QByteArray>({
        {PageTree, "<< /Type /Pages /Kids [3 0 R 2 0 R] >>"},
        {PageTree, "<< /Type /Pages /Kids [3 0 R 3 0 R] >>"},
        {PageTree, "<< /Type /Pages /Kids << /A 3 0 R >> >>"},
        {PageTree, "<< /Type /Pages /Kids [3 0 R 30 0 R] >>"},
        {FirstPage, "<< /Type /Page /Kids [4 0 R] >>"},
        {FirstPage, "<< /Type /Pages >>"},
        {Catalog, "<< /Type /Catalog >>"},
    }));
    RawObjects objects = formDocument();
    objects[number] = text;
    const auto file = PdfFile::read(forgedPdf(objects));
    REQUIRE(file);
    CHECK_FALSE(file->pages(0));
}

TEST_CASE("reading costs no copy of the pictures", "[signing][structure]")
{
    const RawObjects picture{{Fresh, rawStream(QByteArray(30'000'000, 'p'))}};
    RawObjects objects = formDocument();
    objects.insert(picture.begin(), picture.end());
    const QByteArray bytes = forgedPdf(objects);
    const auto raw = QByteArray::fromRawData(bytes.constData(), bytes.size());
    const std::clock_t start = std::clock();
    const auto file = PdfFile::read(raw);
    CHECK(cpuMs(start) < 20);
    REQUIRE(file);
    const char *data = file->object(Fresh, 0)->data.constData();
    CHECK(data > bytes.constData());
    CHECK(data < bytes.constData() + bytes.size());
}

TEST_CASE("a signed copy is read in far less than a screen's frame", "[signing][structure]")
{
    const QByteArray bytes = SoftwareSigner().signedCopy(samplePdf(4));
    const std::clock_t start = std::clock();
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i)
        REQUIRE(PdfFile::read(bytes));
    INFO(bytes.size() << " bytes, " << cpuMs(start) / rounds << " ms");
    CHECK(cpuMs(start) / rounds < 3);
}

}  // namespace station::signing
