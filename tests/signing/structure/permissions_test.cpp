#include "signing/structure/permissions.h"

#include "tests/signing/structure/form_document.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Of the signed field, after the text in its dictionary, its field and the catalog.
SignaturePermissions permissions(const QByteArray &signature, const QByteArray &field = {},
                                 const QByteArray &catalog = {})
{
    RawObjects objects = formDocument();
    objects[Signature].replace("/Type /Sig", "/Type /Sig " + signature);
    objects[SignedField].replace("/FT /Sig", "/FT /Sig " + field);
    objects[Catalog].replace("/Pages", catalog + " /Pages");
    const auto file = PdfFile::read(forgedPdf(objects));
    REQUIRE(file);
    return permissionsOf(*file, Signature, 0);
}

QByteArray reference(const QByteArray &method, const QByteArray &parameters)
{
    return "/Reference [<< /Type /SigRef /TransformMethod /" + method + " /TransformParams << " +
           parameters + " >> >>]";
}

}  // namespace

TEST_CASE("a plain signature forbids nothing by itself", "[signing][structure]")
{
    const auto plain = permissions({});
    CHECK_FALSE(plain.docMdp);
    CHECK_FALSE(plain.lock);
    CHECK_FALSE(plain.isCertifying);
    CHECK_FALSE(plain.isMalformed);
}

TEST_CASE("a certifying signature says what may follow", "[signing][structure]")
{
    const QByteArray perms = "/Perms << /DocMDP 10 0 R >>";
    const auto [parameters, level, isMalformed] = GENERATE(table<QByteArray, int, bool>({
        {"/P 1", 1, false},
        {"/P 2", 2, false},
        {"/P 3 /V /1.2", 3, false},
        {"/V /1.2", 2, false},  // the usual one
        {"/P 4", 1, true},
        {"/P 0", 1, true},
        {"/P -2", 1, true},
        {"/P /All", 1, true},
    }));
    INFO(parameters.toStdString());
    const auto found = permissions(reference("DocMDP", parameters), {}, perms);
    CHECK(found.docMdp == level);
    CHECK(found.isMalformed == isMalformed);
    CHECK(found.isCertifying);
}

TEST_CASE("a signature that is named as certifying but says nothing allows nothing",
          "[signing][structure]")
{
    const auto found = permissions({}, {}, "/Perms << /DocMDP 10 0 R >>");
    CHECK(found.docMdp == 1);
    CHECK(found.isMalformed);
    CHECK_FALSE(permissions(reference("DocMDP", "/P 2")).isCertifying);
    CHECK_FALSE(permissions({}, {}, "/Perms << /DocMDP 16 0 R >>").isCertifying);
}

TEST_CASE("a lock of fields counts wherever it stands", "[signing][structure]")
{
    const auto [parameters, amount, below, other] = GENERATE(table<QByteArray, bool, bool, bool>({
        {"/Action /All", true, true, true},
        {"/Action /Include /Fields [(Amount)]", true, true, false},
        {"/Action /Exclude /Fields [(Amount)]", false, false, true},
        {"/Action /Include /Fields []", false, false, false},
        {"/Action /Include /Fields [<FEFF0041006D006F0075006E0074>]", true, true, false},
    }));
    INFO(parameters.toStdString());
    for (const auto &found :
         {permissions(reference("FieldMDP", parameters)),
          permissions({}, "/Lock << /Type /SigFieldLock " + parameters + " >>"),
          permissions(reference("FieldMDP", parameters), "/Lock << " + parameters + " >>")}) {
        REQUIRE(found.lock);
        CHECK(found.lock->locks(u"Amount"_s) == amount);
        CHECK(found.lock->locks(u"Amount.Net"_s) == below);
        CHECK(found.lock->locks(u"Amounts"_s) == other);
        CHECK_FALSE(found.isMalformed);
    }
}

TEST_CASE("a malformed lock locks everything", "[signing][structure]")
{
    const QByteArray parameters = GENERATE(values<QByteArray>({
        "",
        "/Action /Some",
        "/Action (All)",
        "/Action /Include",
        "/Action /Include /Fields (Amount)",
        "/Action /Exclude /Fields [/Amount]",
        "/Action /Exclude /Fields [(Amount) 30 0 R]",
    }));
    INFO(parameters.toStdString());
    const auto found = permissions(reference("FieldMDP", parameters));
    CHECK(found.isMalformed);
    REQUIRE(found.lock);
    CHECK(found.lock->locks(u"Amount"_s));
}

TEST_CASE("two locks that differ lock everything", "[signing][structure]")
{
    const auto found = permissions(reference("FieldMDP", "/Action /Include /Fields [(Amount)]"),
                                   "/Lock << /Action /Exclude /Fields [(Amount)] >>");
    CHECK(found.isMalformed);
    CHECK(found.lock->action == FieldLock::Action::All);
}

TEST_CASE("a lock may lower what the certifying signature allows, not raise it",
          "[signing][structure]")
{
    CHECK(permissions(reference("DocMDP", "/P 3"), "/Lock << /Action /All /P 1 >>").docMdp == 1);
    CHECK(permissions(reference("DocMDP", "/P 1"), "/Lock << /Action /All /P 3 >>").docMdp == 1);
    CHECK(permissions({}, "/Lock << /Action /All /P 2 >>").docMdp == 2);
}

TEST_CASE("references that are no references are malformed", "[signing][structure]")
{
    const QByteArray text = GENERATE(values<QByteArray>({
        "/Reference []",
        "/Reference (x)",
        "/Reference [30 0 R]",
        "/Reference [<< /TransformParams << >> >>]",
        "/Reference [<< /TransformMethod /Unknown >>]",
        "/Reference [<< /TransformMethod /DocMDP /TransformParams [1] >>]",
        "/Reference [<< /TransformMethod /DocMDP >> << /TransformMethod /DocMDP >>]",
    }));
    INFO(text.toStdString());
    CHECK(permissions(text).isMalformed);
}

TEST_CASE("what a later revision writes into a signature does not count", "[signing][structure]")
{
    RawObjects objects = formDocument();
    objects[Signature].replace("/Type /Sig", "/Type /Sig " + reference("DocMDP", "/P 1"));
    const QByteArray first = forgedPdf(objects);
    const QByteArray second = withRevision(first, {{Signature, "<< /Type /Sig >>"}});
    const auto file = PdfFile::read(second);
    REQUIRE(file);
    CHECK(permissionsOf(*file, Signature, 0).docMdp == 1);
}

}  // namespace station::signing
