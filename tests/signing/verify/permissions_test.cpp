#include "signing/verify/verifier.h"

#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

enum Object : int {
    Catalog = 1,
    PageTree = 2,
    Page = 3,
    Content = 4,
    Form = 5,
    Field = 6,
    Signature = 7,
    TextField = 8,
    EmptyField = 9,
    Note = 20,
    Second = 21,
    Store = 22,
};

TestAuthority &authority()
{
    static TestAuthority centre;
    return centre;
}

const IssuedKey &clerk()
{
    static const IssuedKey key = authority().issue({.askable = false});
    return key;
}

QByteArray cmsOver(const QByteArray &content)
{
    return builtCms(content, {.signer = &clerk(), .issuers = {authority().issuer().der()}});
}

QByteArray signatureText(const QByteArray &more = {})
{
    return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached " +
           openSignature() + " /M (D:20260302091500+07'00') " + more + " >>";
}

/// A form that a clerk has signed, with what the signature permits.
struct Permissions {
    QByteArray catalog{};
    QByteArray signature{};
    QByteArray field{};
};

RawObjects form(const Permissions &permissions = {})
{
    return {
        {Catalog, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R " + permissions.catalog + " >>"},
        {PageTree, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>"},
        {Page, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> /Annots [6 0 R 8 0 R "
               "9 0 R] >>"},
        {Content, rawStream("0 0 100 100 re f")},
        {Form, "<< /Fields [6 0 R 8 0 R 9 0 R] /SigFlags 3 >>"},
        {Field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (First) /V 7 0 R /Rect [0 0 0 0] /P "
                "3 0 R /F 132 " +
                    permissions.field + " >>"},
        {Signature, signatureText(permissions.signature)},
        {TextField, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Amount) /V (100) /Rect [10 50 90 "
                    "70] /P 3 0 R >>"},
        {EmptyField, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Second) /Rect [0 0 0 0] /P 3 0 "
                     "R /F 132 >>"},
        {10, "<< /Producer (Forge) >>"},
    };
}

QByteArray signedForm(const Permissions &permissions, const ForgeOptions &options = {})
{
    return sealed(forgedPdf(form(permissions), options), cmsOver);
}

QByteArray docMdp(int level)
{
    return "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
           "/TransformParams /P " +
           QByteArray::number(level) + " /V /1.2 >> >>]";
}

Permissions certified(int level)
{
    return {.catalog = "/Perms << /DocMDP 7 0 R >>", .signature = docMdp(level)};
}

Permissions locked(const QByteArray &action)
{
    return {.signature = "/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams "
                         "<< /Type /TransformParams /Action /" +
                         action + " /Fields [(Amount)] /V /1.2 >> >>]"};
}

QByteArray with(const QByteArray &pdf, int number, const QByteArray &from, const QByteArray &to,
                RawObjects more = {})
{
    const QByteArray text = objectText(pdf, number);
    REQUIRE(text.contains(from));
    more[number] = QByteArray(text).replace(from, to);
    return withRevision(pdf, more);
}

QByteArray filled(const QByteArray &pdf)
{
    return with(pdf, TextField, "(100)", "(900)");
}

QByteArray commented(const QByteArray &pdf)
{
    return with(pdf, Page, "9 0 R]", "9 0 R 20 0 R]",
                {{Note, "<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (Well) >>"}});
}

QByteArray repainted(const QByteArray &pdf)
{
    return withRevision(pdf, {{Content, rawStream("0 0 900 900 re f")}});
}

QByteArray signedAgain(const QByteArray &pdf)
{
    return sealed(
        with(pdf, EmptyField, "/T (Second)", "/T (Second) /V 21 0 R", {{Second, signatureText()}}),
        cmsOver);
}

QByteArray stamped(const QByteArray &pdf)
{
    return sealed(
        with(pdf, EmptyField, "/T (Second)", "/T (Second) /V 21 0 R",
             {{Second, "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 " +
                           openSignature() + " >>"}}),
        [](const QByteArray &content) {
            return authority().timestamp(
                QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        });
}

QByteArray proven(const QByteArray &pdf)
{
    return with(pdf, Catalog, "/Type /Catalog", "/Type /Catalog /DSS << /Certs [22 0 R] >>",
                {{Store, rawStream(authority().issuer().der())}});
}

VerifyContext trust()
{
    VerifyContext context = authority().trust();
    context.anchors = {authority().issuer().der()};
    context.crls = {authority().crl(sampleTimeMs + 60'000)};
    return context;
}

SignatureReport first(const QByteArray &pdf)
{
    const auto report = verifyPdf(pdf, trust());
    REQUIRE(report);
    UNSCOPED_INFO(QJsonDocument(report->toJson()).toJson().toStdString());
    REQUIRE_FALSE(report->signatures.empty());
    return report->signatures[0];
}

}  // namespace

TEST_CASE("a form that was signed and left alone is valid in every style of file",
          "[signing][verify][permissions]")
{
    CHECK(first(signedForm({})).verdict == Verdict::Valid);
    CHECK(first(signedForm(certified(1))).verdict == Verdict::Valid);
    CHECK(first(signedForm({}, {.xrefStream = true})).verdict == Verdict::Valid);
    CHECK(first(signedForm({}, {.xrefStream = true, .packed = {Page, TextField}})).verdict ==
          Verdict::Valid);
}

TEST_CASE("a signature inside an object stream is broken", "[signing][verify][permissions]")
{
    const QByteArray pdf = forgedPdf(form(), {.xrefStream = true, .packed = {Field, Signature}});
    const auto report = first(pdf);
    CHECK(report.verdict == Verdict::Broken);
    CHECK(report.code == u"dictionary_malformed"_s);
}

TEST_CASE("what may happen after a signature depends on what it permits",
          "[signing][verify][permissions]")
{
    using Change = QByteArray (*)(const QByteArray &);
    const auto [name, permissions, change, verdict,
                code] = GENERATE(table<QString, Permissions, Change, Verdict, QString>({
        {u"none: filled"_s, {}, filled, Verdict::Attention, u"filled_after_signing"_s},
        {u"none: commented"_s, {}, commented, Verdict::Broken, u"changed_after_signing"_s},
        {u"none: repainted"_s, {}, repainted, Verdict::Broken, u"changed_after_signing"_s},
        {u"none: signed again"_s, {}, signedAgain, Verdict::Valid, u"ok"_s},
        {u"none: stamped"_s, {}, stamped, Verdict::Valid, u"ok"_s},
        {u"none: proof added"_s, {}, proven, Verdict::Valid, u"ok"_s},
        {u"1: filled"_s, certified(1), filled, Verdict::Broken, u"docmdp_violated"_s},
        {u"1: commented"_s, certified(1), commented, Verdict::Broken, u"docmdp_violated"_s},
        {u"1: signed again"_s, certified(1), signedAgain, Verdict::Broken, u"docmdp_violated"_s},
        {u"1: stamped"_s, certified(1), stamped, Verdict::Valid, u"ok"_s},
        {u"1: proof added"_s, certified(1), proven, Verdict::Valid, u"ok"_s},
        {u"2: filled"_s, certified(2), filled, Verdict::Attention, u"filled_after_signing"_s},
        {u"2: commented"_s, certified(2), commented, Verdict::Broken, u"docmdp_violated"_s},
        {u"2: signed again"_s, certified(2), signedAgain, Verdict::Valid, u"ok"_s},
        {u"3: filled"_s, certified(3), filled, Verdict::Attention, u"filled_after_signing"_s},
        {u"3: commented"_s, certified(3), commented, Verdict::Attention,
         u"annotated_after_signing"_s},
        {u"3: repainted"_s, certified(3), repainted, Verdict::Broken, u"docmdp_violated"_s},
        {u"locked: filled"_s, locked("Include"), filled, Verdict::Broken,
         u"locked_field_changed"_s},
        {u"locked: signed again"_s, locked("Include"), signedAgain, Verdict::Valid, u"ok"_s},
        {u"left open: filled"_s, locked("Exclude"), filled, Verdict::Attention,
         u"filled_after_signing"_s},
        {u"malformed: left alone"_s, locked("Sometimes"), [](const QByteArray &pdf) { return pdf; },
         Verdict::Attention, u"permissions_malformed"_s},
        {u"malformed: filled"_s, locked("Sometimes"), filled, Verdict::Broken,
         u"locked_field_changed"_s},
    }));
    INFO(name.toStdString());
    const auto report = first(change(signedForm(permissions)));
    CHECK(report.verdict == verdict);
    CHECK(report.code == code);
}

TEST_CASE("a dictionary without what makes a signature is not valid",
          "[signing][verify][permissions]")
{
    // Universal signature forgery: some viewers took these for signed.
    const QByteArray good = signatureText();
    const qsizetype range = good.indexOf("/ByteRange");
    const qsizetype hole = good.indexOf("/Contents");
    const qsizetype end = good.indexOf('>', hole) + 1;
    const auto [name, text] = GENERATE_COPY(table<QString, QByteArray>({
        {u"no /ByteRange"_s, QByteArray(good).remove(range, hole - range)},
        {u"/ByteRange null"_s, QByteArray(good).replace(range, hole - range, "/ByteRange null ")},
        {u"/ByteRange []"_s, QByteArray(good).replace(range, hole - range, "/ByteRange [] ")},
        {u"/ByteRange of nulls"_s,
         QByteArray(good).replace(range, hole - range, "/ByteRange [null null null null] ")},
        {u"/ByteRange negative"_s,
         QByteArray(good).replace(range, hole - range, "/ByteRange [0 -1 5 -1] ")},
        {u"/ByteRange of zeros"_s,
         QByteArray(good).replace(range, hole - range, "/ByteRange [0 0 0 0] ")},
        {u"/ByteRange overlapping"_s,
         QByteArray(good).replace(range, hole - range, "/ByteRange [0 900 100 900] ")},
        {u"/ByteRange huge"_s,
         QByteArray(good).replace(
             range, hole - range,
             "/ByteRange [0 999999999999999 999999999999999 999999999999999] ")},
        {u"no /Contents"_s, QByteArray(good).remove(hole, end - hole)},
        {u"/Contents null"_s, QByteArray(good).replace(hole, end - hole, "/Contents null")},
        {u"/Contents empty"_s, QByteArray(good).replace(hole, end - hole, "/Contents <>")},
        {u"/Contents ()"_s, QByteArray(good).replace(hole, end - hole, "/Contents ()")},
        {u"/Contents elsewhere"_s, QByteArray(good).replace(hole, end - hole, "/Contents 4 0 R")},
        {u"a stream"_s, rawStream("x", good.mid(2, good.size() - 4))},
        {u"an array"_s, "[]"},
    }));
    INFO(name.toStdString());
    RawObjects objects = form();
    objects[Signature] = text;
    const auto report = first(forgedPdf(objects));
    CHECK(report.verdict == Verdict::Broken);
    CHECK((report.code == u"dictionary_malformed"_s || report.code == u"byte_range"_s ||
           report.code == u"hole_not_hexadecimal"_s));
}

TEST_CASE("what is no format of a signature that we know cannot be verified",
          "[signing][verify][permissions]")
{
    const auto [from, to] = GENERATE(table<QByteArray, QByteArray>({
        {"ETSI.CAdES.detached", "adbe.x509.rsa_sha1"},
        {"ETSI.CAdES.detached", "ETSI.RFC3161"},
        {"/SubFilter /ETSI.CAdES.detached", ""},
        {"/Type /Sig", "/Type /DocTimeStamp"},
        {"/Type /Sig", "/Type /Sign"},
    }));
    RawObjects objects = form();
    objects[Signature].replace(from, to);
    const auto report = first(sealed(forgedPdf(objects), cmsOver));
    CHECK(report.verdict == Verdict::Unverifiable);
    CHECK(report.code == u"format_unknown"_s);
}

TEST_CASE("two fields of one name need a look", "[signing][verify][permissions]")
{
    RawObjects objects = form();
    objects[EmptyField].replace("(Second)", "(First)");
    const auto report = verifyPdf(sealed(forgedPdf(objects), cmsOver), trust());
    REQUIRE(report);
    CHECK(report->overall == Verdict::Attention);
    CHECK(report->code == u"field_name_twice"_s);
}

}  // namespace station::signing
