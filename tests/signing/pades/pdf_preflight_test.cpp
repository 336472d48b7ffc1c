#include "signing/pades/pdf_preflight.h"

#include "signing/pades/post_check.h"
#include "signing/structure/pdf_file.h"
#include "signing/structure/signature_fields.h"
#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

const SoftwareSigner &clerk()
{
    static const SoftwareSigner signer;
    return signer;
}

const QByteArray &unsignedCopy()
{
    static const QByteArray bytes = samplePdf();
    return bytes;
}

const QByteArray &signedOnce()
{
    static const QByteArray bytes = clerk().signedCopy(unsignedCopy());
    return bytes;
}

/// Numbers of the objects that tests change.
struct Numbers {
    explicit Numbers(const QByteArray &bytes)
    {
        const auto file = PdfFile::read(bytes);
        REQUIRE(file);
        catalog = static_cast<int>(file->revisions().back().trailer.value("Root")->integer);
        page = file->pages(file->last())->front();
        info = static_cast<int>(file->revisions().back().trailer.value("Info")->integer);
        free = static_cast<int>(file->revisions().back().trailer.value("Size")->integer);
        const PdfObject *id = file->revisions().back().trailer.value("ID");
        identity = "/ID " + bytes.mid(id->begin, id->end - id->begin);
        const auto fields = formFields(*file);
        signature = fields->empty() ? 0 : fields->front().signature;
    }
    int catalog = 0;
    int page = 0;
    int info = 0;
    int free = 0;  ///< The first that no object has.
    int signature = 0;
    QByteArray identity{};  ///< The trailer's /ID.
};

/// One more revision in which an object has more entries.
QByteArray withEntries(const QByteArray &bytes, int number, const QByteArray &entries,
                       RawObjects more = {})
{
    QByteArray text = objectText(bytes, number);
    text.insert(text.lastIndexOf(">>"), ' ' + entries + ' ');
    more.emplace(number, text);
    return withRevision(bytes, more, {.trailer = Numbers(bytes).identity});
}

QString refusal(const QByteArray &bytes)
{
    const auto passed = preflight(bytes);
    return passed ? QString() : passed.error().detail;
}

QByteArray permission(const QByteArray &method, const QByteArray &parameters)
{
    return "/Reference [<< /Type /SigRef /TransformMethod /" + method +
           " /TransformParams << /Type /TransformParams /V /1.2 " + parameters + " >> >>]";
}

}  // namespace

TEST_CASE("our own copies pass, with what earlier signatures put on them", "[signing][preflight]")
{
    const auto plain = preflight(unsignedCopy());
    REQUIRE(plain);
    CHECK(plain->marks.empty());
    CHECK(plain->fieldNames.isEmpty());
    const auto once = preflight(signedOnce());
    REQUIRE(once);
    CHECK(once->firstPage == plain->firstPage);
    CHECK(once->fieldNames == QSet<QString>{u"Signature1"_s});
    REQUIRE(once->marks.size() == 1);
    CHECK(once->firstPage.contains(once->marks.front()));
    CHECK(once->lastXref > plain->lastXref);
}

TEST_CASE("a file with cross-reference streams is refused, however valid it is",
          "[signing][preflight]")
{
    const Numbers number(unsignedCopy());
    const RawObjects same{{number.page, objectText(unsignedCopy(), number.page)}};
    CHECK(refusal(withRevision(unsignedCopy(), same, {.trailer = number.identity})).isEmpty());
    CHECK(refusal(
              withRevision(unsignedCopy(), same, {.xrefStream = true, .trailer = number.identity}))
              .contains(u"cross-reference stream"_s));
}

TEST_CASE("a signature that forbids another one is obeyed", "[signing][preflight]")
{
    const int number = Numbers(signedOnce()).signature;
    const auto refused = [&](const QByteArray &entries) {
        return refusal(withEntries(signedOnce(), number, entries));
    };
    CHECK(refused(permission("DocMDP", "/P 1")) == u"DocMDP 1"_s);
    CHECK(refused(permission("DocMDP", "/P 2")).isEmpty());
    CHECK(refused(permission("FieldMDP", "/Action /All")) == u"FieldMDP"_s);
    CHECK(refused(permission("FieldMDP", "/Action /Include /Fields [(Signature2)]")) ==
          u"FieldMDP"_s);
    CHECK(refused(permission("FieldMDP", "/Action /Include /Fields [(Other)]")).isEmpty());
    CHECK_FALSE(refused(permission("FieldMDP", "/Action /Anything")).isEmpty());
}

TEST_CASE("what acts, hides or can be filled in is refused", "[signing][preflight]")
{
    const Numbers number(unsignedCopy());
    const QByteArray next = QByteArray::number(number.free);
    const auto catalog = [&](const QByteArray &entries, const QByteArray &object = "<< >>") {
        return refusal(
            withEntries(unsignedCopy(), number.catalog, entries, {{number.free, object}}));
    };
    CHECK(catalog("/Lang (vi)").isEmpty());
    CHECK(catalog("/OCProperties << >>") == u"/OCProperties"_s);
    CHECK(catalog("/Extensions << /ADBE << >> >>") == u"/Extensions"_s);
    CHECK(catalog("/Extensions << /ESIC << >> >>").isEmpty());
    CHECK(catalog("/AcroForm << /Fields [" + next + " 0 R] >>", "<< /FT /Tx /T (name) >>") ==
          u"form field"_s);
    CHECK(catalog("/AcroForm << /Fields [] /XFA (x) >>") == u"/XFA"_s);

    const auto page = [&](const QByteArray &entries, const QByteArray &object = "<< >>") {
        return refusal(withEntries(unsignedCopy(), number.page, entries, {{number.free, object}}));
    };
    CHECK(page("/AA << >>") == u"/AA"_s);
    CHECK(page("/Rotate 90") == u"turned page"_s);
    CHECK(page("/Annots [" + next + " 0 R]", "<< /Type /Annot /Subtype /Link >>") ==
          u"annotation"_s);
    CHECK(page("/Annots [" + next + " 0 R]", "<< /Type /Annot /Subtype /Widget /A << >> >>") ==
          u"/A"_s);
}

TEST_CASE("a revision that the library would get wrong does not pass the check after writing",
          "[signing][preflight]")
{
    const QByteArray added = signedOnce().mid(unsignedCopy().size());
    const auto wrong = [&](QByteArray revision,
                           RevisionKind kind = RevisionKind::Signature) -> QString {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"source"_s), unsignedCopy());
        auto copy = GrowingCopy::of(folder.filePath(u"source"_s), folder.filePath(u"copy"_s));
        REQUIRE(copy);
        REQUIRE(copy->append(revision));
        const auto checked = postCheck(*copy, *preflight(unsignedCopy()), kind);
        return checked ? QString() : checked.error().detail;
    };
    const auto with = [&](const QByteArray &old, const QByteArray &now) {
        REQUIRE(old.size() == now.size());
        QByteArray revision = added;
        const auto place = revision.indexOf(old);
        INFO(old.toStdString());
        REQUIRE(place >= 0);
        return wrong(revision.replace(place, old.size(), now));
    };
    CHECK(wrong(added).isEmpty());
    CHECK_FALSE(wrong(added, RevisionKind::DocumentTimestamp).isEmpty());
    CHECK_FALSE(wrong(added, RevisionKind::ValidationData).isEmpty());
    CHECK_FALSE(wrong(added + "\n%more\n").isEmpty());
    CHECK_FALSE(wrong(added.left(added.size() - 20)).isEmpty());
    CHECK(with("/ByteRange [0 ", "/ByteRange [1 ").contains(u"/ByteRange"_s));
    CHECK(with("/FontFile2", "/FontFileX").contains(u"not embedded"_s));
    CHECK(with("/F 132", "/F 134").contains(u"flags"_s));
    CHECK(with("/AP", "/AQ").contains(u"appearance"_s));
    CHECK(with(" obj\n", " obj ").contains(u"line of object"_s));
    const QByteArray descriptor = added.mid(added.indexOf("/FontDescriptor "), 18);
    CHECK(with(descriptor, "/FontDescriptor 99").contains(u"refers to nothing"_s));
    CHECK_FALSE(with("/Prev ", "/Prew ").isEmpty());

    const Numbers number(unsignedCopy());
    const auto forged = [&](const RawObjects &objects) {
        const QByteArray whole =
            withRevision(unsignedCopy(), objects, {.trailer = number.identity});
        return wrong(whole.mid(unsignedCopy().size()), RevisionKind::ValidationData);
    };
    QByteArray catalog = objectText(unsignedCopy(), number.catalog);
    catalog.insert(catalog.lastIndexOf(">>"), " /DSS " + QByteArray::number(number.free) + " 0 R ");
    CHECK_FALSE(forged({{number.catalog, catalog}}).isEmpty());
    CHECK_FALSE(forged({{number.info, "<< /Producer (other) >>"}}).isEmpty());
}

}  // namespace station::signing
