#include "signing/structure/revision_difference.h"

#include "tests/signing/structure/form_document.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QStringList>

#include <ctime>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

RevisionDifference newest(const QByteArray &bytes)
{
    const auto file = PdfFile::read(bytes);
    if (!file)
        FAIL(file.error().detail.toStdString());
    REQUIRE(file->revisions().size() > 1);
    return differenceOf(*file, file->last());
}

QStringList codes(const RevisionDifference &difference)
{
    QStringList result;
    for (const auto &change : difference.forbidden) {
        UNSCOPED_INFO(change.code.toStdString() << ": " << change.detail.toStdString());
        if (!result.contains(change.code))
            result << change.code;
    }
    result.sort();
    return result;
}

RawObjects with(RawObjects one, const RawObjects &other)
{
    one.insert(other.begin(), other.end());
    return one;
}

const QByteArray newSignature =
    "<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] "
    "/Contents <00> >>";
const QByteArray newStamp = "<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /ByteRange [0 1 2 3] "
                            "/Contents <00> >>";
const QByteArray mark = rawStream("(B) Tj", "/Type /XObject /Subtype /Form /BBox [0 0 80 30]");

QByteArray newField(const QByteArray &more, const QByteArray &name = "Third")
{
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + name + ") /P 3 0 R " + more + " >>";
}

/// A second signature as honest programs add it: field 41, dictionary 42, mark 43.
RawObjects secondSignature(const QByteArray &more = "/Rect [100 10 190 40] /AP << /N 43 0 R >>")
{
    return with(
        with(changed(Form, "16 0 R", "16 0 R 41 0 R"), changed(Annots, "16 0 R", "16 0 R 41 0 R")),
        {{41, newField("/V 42 0 R " + more)}, {42, newSignature}, {43, mark}});
}

}  // namespace

TEST_CASE("what signing, stamping and validation data need is allowed", "[signing][structure]")
{
    struct Allowed {
        QString name;
        RawObjects objects;
        bool signature = false;
        bool stamp = false;
        bool data = false;
    };
    const RawObjects stamp =
        with(changed(Form, "16 0 R", "16 0 R 41 0 R"),
             {{41, newField("/V 42 0 R /Rect [0 0 0 0] /F 132")}, {42, newStamp}});
    const auto allowed = GENERATE_COPY(values<Allowed>({
        {u"a second signature"_s, secondSignature(), true},
        {u"an invisible one that no page names"_s,
         with(changed(Form, "16 0 R", "16 0 R 41 0 R"),
              {{41, newField("/V 42 0 R /Rect [0 0 0 0]")}, {42, newSignature}}),
         true},
        {u"a field with a widget of its own"_s,
         with(with(changed(Form, "16 0 R", "16 0 R 41 0 R"),
                   changed(Annots, "16 0 R", "16 0 R 44 0 R")),
              {{41, "<< /FT /Sig /T (Third) /V 42 0 R /Kids [44 0 R] >>"},
               {42, newSignature},
               {43, mark},
               {44, "<< /Subtype /Widget /Parent 41 0 R /Rect [1 1 9 9] /AP << /N 43 0 R >> >>"}}),
         true},
        {u"an empty signature field"_s,
         with(changed(Form, "16 0 R", "16 0 R 41 0 R"), {{41, newField("/Rect [0 0 0 0]")}})},
        {u"the empty field signed"_s,
         with(changed(EmptyField, "/F 4", "/F 132 /V 42 0 R /AP << /N 43 0 R >>"),
              {{42, newSignature}, {43, mark}}),
         true},
        {u"a document time stamp"_s, stamp, false, true},
        {u"more certificates"_s,
         {{Certs, "[19 0 R 41 0 R]"}, {41, rawStream("more")}},
         false,
         false,
         true},
        {u"answers and single entries"_s,
         {{Dss,
           "<< /Type /DSS /Certs 18 0 R /OCSPs [41 0 R] /CRLs [42 0 R] /VRI << /AB << /Cert [19 0 "
           "R] /OCSP [41 0 R] /TU (D:20260302091500+07'00') >> >> >>"},
          {41, rawStream("ocsp")},
          {42, rawStream("crl")}},
         false,
         false,
         true},
        {u"another dictionary of validation data that holds the old one"_s,
         with(changed(Catalog, "/DSS 17 0 R", "/DSS 41 0 R"),
              {{41, "<< /Certs [42 0 R 19 0 R] >>"}, {42, rawStream("more")}}),
         false, false, true},
        {u"the extension that ETSI wants"_s,
         changed(Catalog, "/Pages",
                 "/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >> /Version /1.7 "
                 "/Pages")},
        {u"data and stamp together"_s,
         with(with(stamp, {{Certs, "[19 0 R 44 0 R]"}, {44, rawStream("more")}}), {}), false, true,
         true},
        {u"nothing at all"_s, {{41, "<< /Nobody (knows) >>"}}},
        {u"everything once more with equal values"_s, formDocument()},
    }));
    INFO(allowed.name.toStdString());
    const bool firstIsStream = GENERATE(false, true);
    const bool secondIsStream = GENERATE(false, true);
    const QByteArray first =
        forgedPdf(formDocument(),
                  {.xrefStream = firstIsStream,
                   .packed = firstIsStream ? std::set<int>{Catalog, FirstPage, Form, Dss, Certs}
                                           : std::set<int>{}});
    RawObjects objects = allowed.objects;
    // A packed file has used some numbers for its own streams.
    if (firstIsStream) {
        RawObjects moved;
        for (auto [number, text] : objects) {
            for (int fresh = 44; fresh > 40; --fresh)
                text.replace(QByteArray::number(fresh) + " 0 R",
                             QByteArray::number(fresh + 10) + " 0 R");
            moved[number > 40 ? number + 10 : number] = text;
        }
        objects = moved;
    }
    std::set<int> packed;
    for (const auto &[number, text] : objects) {
        if (secondIsStream && !text.contains("stream") && !text.contains("/ByteRange"))
            packed.insert(number);
    }
    const auto difference =
        newest(withRevision(first, objects, {.xrefStream = secondIsStream, .packed = packed}));
    CHECK(codes(difference) == QStringList());
    CHECK(difference.isHarmless());
    CHECK(difference.addsSignature == allowed.signature);
    CHECK(difference.addsDocumentTimestamp == allowed.stamp);
    CHECK(difference.addsValidationData == allowed.data);
}

TEST_CASE("our own second signature is harmless to the first one", "[signing][structure]")
{
    const SoftwareSigner clerk;
    const QByteArray twice = clerk.signedCopy(
        clerk.signedCopy(samplePdf()), workflow::MarkCorner::TopRight, sampleTimeMs + 60'000);
    const auto difference = newest(twice);
    CHECK(codes(difference) == QStringList());
    CHECK(difference.addsSignature);
    CHECK_FALSE(difference.addsDocumentTimestamp);
}

TEST_CASE("each attack on a signed document has its code", "[signing][structure]")
{
    struct Attack {
        QString name;
        QStringList expected;
        RawObjects objects;
        ForgeOptions options{};
        RawObjects original{};  // what differs in the signed revision
    };
    const QByteArray note = "<< /Subtype /FreeText /Rect [0 0 595 842] /P 3 0 R >>";
    const auto attack = GENERATE_COPY(values<Attack>({
        // Incremental saving: content as such.
        {u"another content stream"_s, {u"content_changed"_s},
         with(changed(FirstPage, "/Contents 5 0 R", "/Contents 41 0 R"), {{41, rawStream("(Nine) Tj")}})},
        {u"content replaced in place"_s, {u"content_changed"_s}, {{FirstContent, rawStream("(Nine) Tj")}}},
        {u"content appended to a list"_s, {u"content_changed"_s},
         with(changed(FirstPage, "/Contents 5 0 R", "/Contents [5 0 R 41 0 R]"), {{41, rawStream("x")}})},
        {u"a font replaced, so that other letters show"_s, {u"resources_changed"_s},
         changed(Font, "Times-Roman", "Symbol")},
        {u"resources of the page replaced"_s, {u"resources_changed"_s},
         changed(FirstPage, "7 0 R", "40 0 R")},
        {u"resources given by the tree"_s, {u"page_changed"_s},
         changed(PageTree, "/Count", "/Resources << >> /Count")},
        {u"a page turned"_s, {u"page_changed"_s}, changed(FirstPage, "/Parent", "/Rotate 180 /Parent")},
        {u"a page cropped"_s, {u"page_changed"_s}, changed(FirstPage, "/Parent", "/CropBox [0 0 1 1] /Parent")},
        // Shadow attacks: hide, replace, hide and replace.
        {u"a picture over the page that is taken away"_s, {u"content_changed"_s},
         {{FirstContent, rawStream("")}}, {.freed = {}}},
        {u"an object freed, so that it does not show"_s, {u"object_freed"_s}, {}, {.freed = {{Font, 1}}}},
        {u"a second document that wakes up"_s, {u"catalog_changed"_s, u"dss_overwritten"_s, u"form_changed"_s, u"metadata_changed"_s, u"page_added"_s, u"page_removed"_s, u"trailer_changed"_s},
         {}, {.root = 41},
         {{41, "<< /Type /Catalog /Pages 42 0 R >>"},
          {42, "<< /Type /Pages /Kids [43 0 R] /Count 1 >>"},
          {43, "<< /Type /Page /Parent 42 0 R >>"}}},
        {u"an optional layer switched"_s, {u"catalog_changed"_s},
         changed(Catalog, "/Pages", "/OCProperties << >> /Pages")},
        {u"an optional layer switched in its object"_s, {u"object_overridden"_s},
         {{41, "<< /D << /OFF [42 0 R] >> >>"}}, {},
         with(changed(Catalog, "/Pages", "/OCProperties 41 0 R /Pages"), {{41, "<< /D << >> >>"}})},
        {u"an object that nobody reached replaced"_s, {u"object_overridden"_s}, {{Orphan, "(other)"}}},
        {u"an object replaced with another generation"_s, {u"object_overridden"_s},
         {{Orphan, formDocument().at(Orphan)}}, {.generation = {{Orphan, 1}}}},
        // Annotations.
        {u"evil annotation over the page"_s, {u"annotation_added"_s},
         with(changed(Annots, "16 0 R", "16 0 R 41 0 R"), {{41, note}})},
        {u"annotation written into the list itself"_s, {u"annotation_added"_s},
         changed(Annots, "16 0 R", "16 0 R " + note)},
        {u"the same on a page that had none"_s, {u"annotation_added"_s},
         with(changed(SecondPage, "/Parent", "/Annots [41 0 R] /Parent"), {{41, note}})},
        {u"a widget that no field has"_s, {u"annotation_added"_s},
         with(changed(Annots, "16 0 R", "16 0 R 41 0 R"), {{41, newField("/Rect [0 0 9 9]")}})},
        {u"annotation changed"_s, {u"annotation_changed"_s}, changed(Note, "(Note)", "(Other)")},
        {u"annotation removed"_s, {u"annotation_removed"_s}, changed(Annots, "14 0 R ", "")},
        {u"annotations in another order"_s, {u"annotation_changed"_s},
         changed(Annots, "9 0 R 14 0 R", "14 0 R 9 0 R")},
        {u"all annotations removed"_s, {u"annotation_removed"_s},
         changed(FirstPage, "/Annots 21 0 R", "")},
        {u"a signature's widget with an action"_s, {u"annotation_added"_s},
         secondSignature("/Rect [0 0 9 9] /A << /S /JavaScript /JS (x) >>")},
        {u"a signature's widget that shows an old object"_s, {u"annotation_added"_s},
         secondSignature("/Rect [0 0 9 9] /AP << /N 11 0 R >>")},
        {u"a signature's widget on two pages"_s, {u"annotation_added"_s},
         with(secondSignature("/Rect [0 0 9 9]"), changed(SecondPage, "/Parent", "/Annots [41 0 R] /Parent"))},
        {u"a signature's widget on two pages that it does not name"_s,
         {u"annotation_added"_s},
         [] {
             RawObjects objects = secondSignature("/Rect [0 0 9 9]");
             objects[41].replace("/P 3 0 R", "");
             return with(objects, changed(SecondPage, "/Parent", "/Annots [41 0 R] /Parent"));
         }()},
        {u"a visible time stamp"_s, {u"annotation_added"_s},
         [] {
             RawObjects objects = secondSignature();
             objects[42] = newStamp;
             return objects;
         }()},
        // Pages.
        {u"page added"_s, {u"page_added"_s},
         with(changed(PageTree, "4 0 R] /Count 2", "4 0 R 41 0 R] /Count 3"),
              {{41, "<< /Type /Page /Parent 2 0 R >>"}})},
        {u"page removed"_s, {u"page_removed"_s}, changed(PageTree, "3 0 R 4 0 R] /Count 2", "3 0 R] /Count 1")},
        {u"pages reordered"_s, {u"pages_reordered"_s}, changed(PageTree, "3 0 R 4 0 R", "4 0 R 3 0 R")},
        {u"page replaced in the tree"_s, {u"page_added"_s, u"page_removed"_s},
         with(changed(PageTree, "3 0 R 4 0 R", "41 0 R 4 0 R"), {{41, "<< /Type /Page /Parent 2 0 R >>"}})},
        {u"page replaced in place"_s, {u"annotation_removed"_s, u"content_changed"_s, u"resources_changed"_s},
         {{FirstPage, "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>"}}},
        {u"kids tampered with under the same count"_s, {u"page_added"_s},
         with(changed(PageTree, "4 0 R] ", "4 0 R 41 0 R] "), {{41, "<< /Type /Page /Parent 2 0 R >>"}})},
        {u"kids moved into an object of their own"_s, {u"page_changed"_s},
         with(changed(PageTree, "[3 0 R 4 0 R]", "41 0 R"), {{41, "[3 0 R 4 0 R]"}})},
        {u"kids that loop"_s, {u"page_changed"_s}, changed(PageTree, "4 0 R]", "4 0 R 2 0 R]")},
        {u"rogue way back to another parent"_s, {u"page_changed"_s},
         with(changed(FirstPage, "/Parent 2 0 R", "/Parent 41 0 R"),
              {{41, "<< /Type /Pages /Kids [3 0 R] /Resources << >> >>"}})},
        {u"rogue parent that changes"_s, {u"page_changed"_s},
         {{41, "<< /Type /Pages /Rotate 90 >>"}}, {},
         with(changed(FirstPage, "/Parent 2 0 R", "/Parent 41 0 R"), {{41, "<< /Type /Pages >>"}})},
        // Fields.
        {u"the place of a signed field"_s, {u"signed_field_changed"_s}, changed(SignedField, "[10 10", "[50 50")},
        {u"the look of a signed field"_s, {u"signed_field_changed"_s},
         with(changed(SignedField, "11 0 R", "41 0 R"), {{41, mark}})},
        {u"the look of a signed field in place"_s, {u"signed_field_changed"_s}, {{SignedMark, mark}}},
        {u"a signed field with another signature"_s, {u"signed_field_changed"_s},
         with(changed(SignedField, "10 0 R", "41 0 R"), {{41, newSignature}})},
        {u"a signature taken away"_s, {u"signed_field_changed"_s}, changed(SignedField, "/V 10 0 R", "")},
        {u"a signature dictionary replaced: spoofed name"_s, {u"signed_field_changed"_s},
         changed(Signature, "/Type /Sig", "/Type /Sig /Name (Other)")},
        {u"recycled signature: the empty field shows the old one"_s, {u"field_changed"_s},
         changed(EmptyField, "/F 4", "/V 10 0 R")},
        {u"one signature for two new fields"_s, {u"field_changed"_s},
         with(with(changed(Form, "16 0 R", "16 0 R 41 0 R 44 0 R"), {}),
              {{41, newField("/V 42 0 R /Rect [0 0 0 0]")},
               {42, newSignature},
               {44, newField("/V 42 0 R /Rect [0 0 0 0]", "Fourth")}})},
        {u"the old signature in a new field"_s, {u"field_changed"_s},
         with(changed(Form, "16 0 R", "16 0 R 41 0 R"), {{41, newField("/V 10 0 R /Rect [0 0 0 0]")}})},
        {u"two fields of one name"_s, {u"form_changed"_s},
         with(changed(Form, "16 0 R", "16 0 R 41 0 R"),
              {{41, newField("/V 42 0 R /Rect [0 0 0 0]", "First")}, {42, newSignature}})},
        {u"a text field filled"_s, {u"field_filled"_s}, changed(TextField, "(100)", "(900)")},
        {u"a text field moved"_s, {u"field_changed"_s}, changed(TextField, "[10 50", "[10 55")},
        {u"an empty signature field moved"_s, {u"field_changed"_s}, changed(EmptyField, "[10 90", "[10 95")},
        {u"an empty signature field moved while it is signed"_s, {u"field_changed"_s},
         with(changed(EmptyField, "[10 90 90 120] /P 3 0 R /F 4", "[10 95 90 120] /P 3 0 R /V 42 0 R"),
              {{42, newSignature}})},
        {u"an empty signature field that only looks signed"_s, {u"field_changed"_s},
         with(changed(EmptyField, "/F 4", "/F 4 /AP << /N 43 0 R >>"), {{43, mark}})},
        {u"an empty signature field with something else in it"_s, {u"field_changed"_s},
         with(changed(EmptyField, "/F 4", "/V 42 0 R"), {{42, "<< /Type /Sig >>"}})},
        {u"a new text field"_s, {u"form_changed"_s},
         with(changed(Form, "16 0 R", "16 0 R 41 0 R"), {{41, "<< /FT /Tx /T (More) /V (900) >>"}})},
        {u"a field removed"_s, {u"form_changed"_s}, changed(Form, " 15 0 R", "")},
        {u"the form removed"_s, {u"form_changed"_s}, changed(Catalog, "/AcroForm 8 0 R", "")},
        {u"the form recalculated by readers"_s, {u"form_changed"_s},
         changed(Form, "/SigFlags 3", "/SigFlags 3 /NeedAppearances true")},
        {u"the form replaced by XFA"_s, {u"form_changed"_s},
         with(changed(Form, "/SigFlags 3", "/SigFlags 3 /XFA 41 0 R"), {{41, rawStream("<xdp/>")}})},
        {u"the flag of signatures cleared"_s, {u"form_changed"_s}, changed(Form, "/SigFlags 3", "/SigFlags 1")},
        {u"fields that loop"_s, {u"form_changed"_s, u"page_changed"_s}, changed(Form, "16 0 R", "16 0 R 9 0 R")},
        // Numbers.
        {u"phantom: an old reference to nothing comes alive"_s, {u"phantom_object"_s}, {{30, "<< /Alive true >>"}}},
        {u"phantom beyond the old size"_s, {u"phantom_object"_s}, {{60, "<< /Alive true >>"}}, {},
         changed(SecondPage, "30 0 R", "60 0 R")},
        {u"recycled: a freed number that was in use"_s, {u"object_freed"_s}, {}, {.freed = {{FirstContent, 1}}}},
        {u"the size shrunk"_s, {u"trailer_changed"_s}, {{5, formDocument().at(5)}}, {.size = 20}},
        {u"an action on opening"_s, {u"catalog_changed"_s},
         changed(Catalog, "/Pages", "/OpenAction << /S /JavaScript /JS (x) >> /Pages")},
        {u"a foreign extension"_s, {u"catalog_changed"_s},
         changed(Catalog, "/Pages", "/Extensions << /EVIL << /ExtensionLevel 1 >> >> /Pages")},
        {u"a lower version"_s, {u"catalog_changed"_s}, changed(Catalog, "/Pages", "/Version /1.0 /Pages"), {},
         changed(Catalog, "/Pages", "/Version /1.6 /Pages")},
        {u"metadata in place"_s, {u"metadata_changed"_s}, {{Metadata, rawStream("<x:evil/>")}}},
        {u"other metadata"_s, {u"metadata_changed"_s},
         with(changed(Catalog, "/Metadata 13 0 R", "/Metadata 41 0 R"), {{41, rawStream("<x:evil/>")}})},
        {u"the document's title"_s, {u"metadata_changed"_s}, changed(Info, "/Producer", "/Title (Other) /Producer")},
        {u"another entry in the trailer"_s, {u"trailer_changed"_s}, {}, {.trailer = "/Extra 7 0 R"}},
        // Validation data.
        {u"validation data removed"_s, {u"dss_overwritten"_s}, changed(Catalog, "/DSS 17 0 R", "")},
        {u"a list shrunk"_s, {u"dss_overwritten"_s}, {{Certs, "[]"}}},
        {u"a list replaced"_s, {u"dss_overwritten"_s}, {{Certs, "[41 0 R]"}, {41, rawStream("other")}}},
        {u"a certificate replaced in place"_s, {u"dss_overwritten"_s}, {{CertificateData, rawStream("other")}}},
        {u"a list of no streams"_s, {u"dss_overwritten"_s}, {{Certs, "[19 0 R 7 0 R]"}}},
        {u"something else in it"_s, {u"dss_overwritten"_s}, changed(Dss, "/Certs", "/More 7 0 R /Certs")},
        {u"an entry for a signature removed"_s, {u"dss_overwritten"_s}, changed(Dss, "/Certs", "/VRI << >> /Certs"),
         {}, changed(Dss, "/Certs", "/VRI << /AB << /Cert [19 0 R] >> >> /Certs")},
        // Two roles: the laxer one may not open the stricter one.
        {u"the list of certificates is also the content"_s, {u"content_changed"_s},
         {{Certs, "[19 0 R 41 0 R]"}, {41, rawStream("(Nine) Tj")}}, {},
         changed(FirstPage, "/Contents 5 0 R", "/Contents 18 0 R")},
        {u"the list of fields is also the list of annotations"_s, {u"form_changed"_s},
         {{41, "[9 0 R 15 0 R 16 0 R 42 0 R]"}, {42, newField("/Rect [0 0 0 0]")}}, {},
         with(with(changed(Form, "[9 0 R 15 0 R 16 0 R]", "41 0 R"), changed(FirstPage, "21 0 R", "41 0 R")),
              {{41, "[9 0 R 15 0 R 16 0 R]"}})},
        {u"the empty field is also a font"_s, {u"resources_changed"_s},
         with(changed(EmptyField, "/F 4", "/V 42 0 R"), {{42, newSignature}}), {},
         changed(FirstPage, "/F1 7 0 R", "/F1 7 0 R /F2 16 0 R")},
        {u"the validation data are also a font, behind the /P of a form"_s, {u"dss_overwritten"_s},
         {{Certs, "[19 0 R 42 0 R]"}, {42, rawStream("x")}}, {},
         with(changed(Note, "/Contents", "/AP << /N 41 0 R >> /Contents"),
              {{41, rawStream("x", "/Resources << /XObject << /P 18 0 R >> >>")}})},
        {u"the form is also a page's private data"_s, {u"page_changed"_s}, secondSignature(), {},
         changed(SecondPage, "30 0 R", "8 0 R")},
        {u"a note shares its look with the page"_s, {u"resources_changed"_s}, {{41, mark}}, {},
         with(with(changed(Note, "/Contents", "/AP << /N 41 0 R >> /Contents"),
                   changed(FirstPage, "/Font <<", "/XObject << /X 41 0 R >> /Font <<")),
              {{41, rawStream("(x) Tj", "/Subtype /Form /BBox [0 0 9 9]")}})},
    }));
    INFO(attack.name.toStdString());
    RawObjects original = formDocument();
    for (const auto &[number, text] : attack.original)
        original[number] = text;
    RawObjects objects;
    for (const auto &[number, text] : attack.objects)
        objects[number] = text;
    const auto difference = newest(withRevision(forgedPdf(original), objects, attack.options));
    CHECK(codes(difference) == attack.expected);
    CHECK_FALSE(difference.isHarmless());
}

TEST_CASE("attacks of two revisions are seen in the one that does it", "[signing][structure]")
{
    const QByteArray first = forgedPdf(formDocument());
    SECTION("an object freed that nobody reached, then used again")
    {
        const QByteArray second = withRevision(first, {}, {.freed = {{Orphan, 1}}});
        CHECK(newest(second).isHarmless());
        const QByteArray third =
            withRevision(second, {{Orphan, "<< /New true >>"}}, {.generation = {{Orphan, 1}}});
        CHECK(newest(third).isHarmless());
    }
    SECTION("a reachable object freed and brought back")
    {
        const QByteArray second = withRevision(first, {}, {.freed = {{Note, 1}}});
        CHECK(codes(newest(second)) == QStringList{u"object_freed"_s});
        const QByteArray third = withRevision(second, {{Note, "<< /Evil true >>"}});
        CHECK(codes(newest(third)).contains(u"phantom_object"_s));
    }
    SECTION("validation data that grow twice and shrink at last")
    {
        const QByteArray second =
            withRevision(first, {{Certs, "[19 0 R 41 0 R]"}, {41, rawStream("more")}});
        CHECK(newest(second).addsValidationData);
        const QByteArray third = withRevision(second, {{Certs, "[19 0 R]"}});
        CHECK(codes(newest(third)) == QStringList{u"dss_overwritten"_s});
        CHECK_FALSE(newest(third).addsValidationData);
    }
}

TEST_CASE("an object stream that is written again changes what old entries mean",
          "[signing][structure]")
{
    const QByteArray first =
        forgedPdf(formDocument(), {.xrefStream = true, .packed = {Catalog, Note}, .container = 45});
    SECTION("with other objects under its number")
    {
        const QByteArray second = withRevision(
            first, {{60, "<< >>"}}, {.xrefStream = true, .packed = {60}, .container = 45});
        CHECK(codes(newest(second)) == QStringList{u"object_stream_rewritten"_s});
    }
    SECTION("by a plain object")
    {
        CHECK(codes(newest(withRevision(first, {{45, "<< >>"}}))) ==
              QStringList{u"object_stream_rewritten"_s});
    }
    SECTION("freed")
    {
        CHECK(codes(newest(withRevision(first, {}, {.freed = {{45, 1}}}))) ==
              QStringList{u"object_stream_rewritten"_s});
    }
    SECTION("under a new number with one object changed")
    {
        const auto changedNote = changed(Note, "(Note)", "(Evil)");
        const QByteArray second = withRevision(first, with(changedNote, changed(Catalog, "", "")),
                                               {.xrefStream = true, .packed = {Catalog, Note}});
        CHECK(codes(newest(second)) == QStringList{u"annotation_changed"_s});
    }
    SECTION("under a new number with equal values")
    {
        const QByteArray second = withRevision(
            first, {{Catalog, formDocument().at(Catalog)}, {Note, formDocument().at(Note)}},
            {.xrefStream = true, .packed = {Catalog, Note}});
        CHECK(newest(second).isHarmless());
    }
    SECTION("the number of the old cross-reference stream is free for the new one")
    {
        const QByteArray second =
            withRevision(first, {{60, "<< >>"}}, {.xrefStream = true, .xrefNumber = 46});
        CHECK(newest(second).isHarmless());
        const QByteArray third = withRevision(first, {{46, "<< >>"}});
        CHECK(codes(newest(third)) == QStringList{u"object_overridden"_s});
    }
}

TEST_CASE("a changed form field is named, so that a lock can be looked up", "[signing][structure]")
{
    const auto difference =
        newest(withRevision(forgedPdf(formDocument()), changed(TextField, "(100)", "(900)")));
    REQUIRE(difference.forbidden.size() == 1);
    CHECK(difference.forbidden[0].field == u"Amount"_s);
}

TEST_CASE("default resources of a form may only grow", "[signing][structure]")
{
    RawObjects objects = formDocument();
    objects[Form].replace("/SigFlags", "/DR << /Font 41 0 R >> /SigFlags");
    objects[41] = "<< /F1 7 0 R >>";
    const QByteArray first = forgedPdf(objects);
    const auto codesWith = [&](const RawObjects &update) {
        return codes(newest(withRevision(first, update)));
    };
    const QByteArray form = objects[Form];
    const auto formWith = [&](const QByteArray &resources) {
        return QByteArray(form).replace("/Font 41 0 R", resources);
    };
    CHECK(codesWith({{41, "<< /F1 7 0 R /F2 42 0 R >>"}, {42, formDocument().at(Font)}}).isEmpty());
    CHECK(codesWith({{Form, formWith("/Font 41 0 R /XObject << /n2 42 0 R >>")}, {42, mark}})
              .isEmpty());
    CHECK(
        codesWith({{Form, formWith("/Font << /F1 7 0 R /F2 42 0 R >>")}, {42, "<< >>"}}).isEmpty());
    const QStringList changed{u"form_changed"_s};
    CHECK(codesWith({{41, "<< /F1 42 0 R >>"}, {42, "<< >>"}}).contains(changed.front()));
    CHECK(codesWith({{41, "<< >>"}}).contains(changed.front()));
    CHECK(codesWith({{Form, formWith("")}}) == changed);
    CHECK(codesWith({{Form, formWith("/Font << /F1 42 0 R >>")}, {42, "<< >>"}}) == changed);
    CHECK(codesWith({{Form, QByteArray(form).replace("/SigFlags", "/DA (/F1 0 Tf) /SigFlags")}})
              .isEmpty());
}

TEST_CASE("long lists that differ everywhere do not take long", "[signing][structure]")
{
    QByteArray there = "[";
    QByteArray back = "[";
    for (int i = 0; i < 40'000; ++i) {
        there += QByteArray::number(i) + " ";
        back += QByteArray::number(90'000 - i) + " ";
    }
    RawObjects objects = formDocument();
    objects[Annots] = there + "]";
    QByteArray kids;
    for (int page = 100; page < 1100; ++page) {
        objects[page] = "<< /Type /Page /Annots 21 0 R >>";
        kids += QByteArray::number(page) + " 0 R ";
    }
    objects[PageTree] = "<< /Type /Pages /Kids [" + kids + "] >>";
    const QByteArray first = forgedPdf(objects);
    const std::clock_t start = std::clock();
    CHECK(codes(newest(withRevision(first, {{Annots, back + "]"}}))) ==
          QStringList{u"annotation_changed"_s});
    CHECK((std::clock() - start) / CLOCKS_PER_SEC < 3);
}

TEST_CASE("who saved and when may be written, and is told", "[signing][structure]")
{
    const QByteArray first = forgedPdf(formDocument());
    const auto saved =
        newest(withRevision(first, {{Info, "<< /Producer (iText) /ModDate (D:20270101) >>"}}));
    CHECK(codes(saved) == QStringList());
    CHECK(saved.marksSaving);
    CHECK_FALSE(newest(withRevision(first, secondSignature())).marksSaving);
    CHECK(codes(newest(withRevision(first, {{Info, "<< /Producer (iText) /Author (x) >>"}}))) ==
          QStringList{u"metadata_changed"_s});
    CHECK(codes(newest(withRevision(first, {}, {.freed = {{Info, 1}}}))) ==
          QStringList{u"metadata_changed"_s, u"object_freed"_s});
}

TEST_CASE("the first revision has nothing before it", "[signing][structure]")
{
    const auto file = PdfFile::read(forgedPdf(formDocument()));
    REQUIRE(file);
    CHECK(differenceOf(*file, 0).isHarmless());
}

}  // namespace station::signing
