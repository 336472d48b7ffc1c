#include "signing/pades/copy_signing.h"
#include "signing/pades/late_timestamp.h"
#include "signing/pades/validation_data.h"

#include "core/base/durable_file.h"
#include "tests/signing/support/software_signer.h"
#include "tests/signing/support/test_authority.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

StampMaker stampsOf(TestAuthority &authority)
{
    return [&authority](const QByteArray &digest) -> Expected<QByteArray> {
        return authority.timestamp(digest);
    };
}

Expected<QByteArray> neverStamped(const QByteArray &)
{
    FAIL("the authority was asked");
    return QByteArray();
}

/// A signed copy whose steps lie beside each other.
class Desk {
public:
    Desk() { writeFile(path(u"b"_s), clerk.signedCopy(samplePdf())); }

    QString path(const QString &step) const { return folder.filePath(step + u".pdf"_s); }
    QByteArray bytes(const QString &step) const { return *readWhole(path(step)); }
    QString pdfsig(const QString &step) const
    {
        return runTool(u"pdfsig"_s, {u"-nocert"_s, path(step)}).output;
    }
    bool qpdfIsContent(const QString &step) const
    {
        return runTool(u"qpdf"_s, {u"--check"_s, path(step)}).exitCode == 0;
    }
    QString dss(const QString &step) const
    {
        const auto trailer = runTool(u"qpdf"_s, {u"--show-object=trailer"_s, path(step)}).output;
        const QString root = show(step, trailer, u"Root"_s);
        return show(step, root, u"DSS"_s);
    }
    /// The newest signature as a token over what its /ByteRange names, judged by OpenSSL.
    void judgeTimestamp(const QString &step) const
    {
        const QByteArray file = bytes(step);
        const QString text = QString::fromLatin1(file);
        const auto hole = text.lastIndexOf(u"/Contents <"_s) + 10;
        const auto end = text.indexOf(u'>', hole) + 1;
        auto range =
            QRegularExpression(u"/ByteRange \\[0 (\\d+) (\\d+) (\\d+) *\\]"_s).globalMatch(text);
        QRegularExpressionMatch last;
        while (range.hasNext())
            last = range.next();
        CHECK(last.captured(1).toLongLong() == hole);
        CHECK(last.captured(2).toLongLong() == end);
        CHECK(last.captured(3).toLongLong() == file.size() - end);
        const QTemporaryDir judge;
        writeFile(judge.filePath(u"data"_s), file.left(hole) + file.mid(end));
        QByteArray token = QByteArray::fromHex(file.mid(hole + 1, end - hole - 2));
        while (token.endsWith('\0'))
            token.chop(1);
        writeFile(judge.filePath(u"token"_s), token);
        writeFile(judge.filePath(u"root.pem"_s), pem(authority.root()) + pem(authority.issuer()));
        const auto said = runTool(u"openssl"_s, {u"ts"_s, u"-verify"_s, u"-token_in"_s, u"-in"_s,
                                                 judge.filePath(u"token"_s), u"-data"_s,
                                                 judge.filePath(u"data"_s), u"-CAfile"_s,
                                                 judge.filePath(u"root.pem"_s), u"-attime"_s,
                                                 QString::number(sampleTimeMs / 1000 + 60)});
        INFO(said.output.toStdString());
        CHECK(said.exitCode == 0);
    }
    static QByteArray pem(const Certificate &certificate)
    {
        return "-----BEGIN CERTIFICATE-----\n" + certificate.der().toBase64() +
               "\n-----END CERTIFICATE-----\n";
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder{};
    SoftwareSigner clerk{};
    TestAuthority authority{};

private:
    QString show(const QString &step, const QString &dictionary, const QString &key) const
    {
        const auto found = QRegularExpression(u"/%1 (\\d+) 0 R"_s.arg(key)).match(dictionary);
        return runTool(u"qpdf"_s, {u"--show-object="_s + found.captured(1), path(step)}).output;
    }
};

template <typename T>
void must(const Expected<T> &done)
{
    if (!done)
        FAIL(done.error().detail.toStdString());
}

ValidationData sampleData(TestAuthority &authority)
{
    return {.certificates = {authority.issuer().der(), authority.timestamper().certificate.der()},
            .ocspResponses = {authority.ocsp(authority.timestamper().certificate)},
            .crls = {authority.crl()}};
}

}  // namespace

TEST_CASE("a late time stamp changes nothing but the hole of the signature", "[signing][pades]")
{
    Desk desk;
    must(stampInPlace(desk.path(u"b"_s), desk.path(u"t"_s), stampsOf(desk.authority)));
    const QByteArray before = desk.bytes(u"b"_s);
    const QByteArray after = desk.bytes(u"t"_s);
    REQUIRE(before.size() == after.size());
    const auto hole = before.indexOf('<', before.lastIndexOf("/Contents"));
    const auto end = before.indexOf('>', hole);
    CHECK(before.left(hole) == after.left(hole));
    CHECK(before.mid(end) == after.mid(end));
    CHECK(before != after);
    CHECK(desk.pdfsig(u"t"_s).contains(u"Signature is Valid"_s));
    CHECK(desk.pdfsig(u"t"_s).contains(u"Total document signed"_s));

    const auto again = stampInPlace(desk.path(u"t"_s), desk.path(u"t2"_s), neverStamped);
    REQUIRE_FALSE(again);
    CHECK(again.error().fault == Fault::WrongOrder);
    CHECK(desk.files() == QStringList{u"b.pdf"_s, u"t.pdf"_s});
}

TEST_CASE("a signature that something follows, and a stamp too large, are left alone",
          "[signing][pades]")
{
    Desk desk;
    must(addValidationData(desk.path(u"b"_s), desk.path(u"lt"_s), sampleData(desk.authority)));
    const auto followed = stampInPlace(desk.path(u"lt"_s), desk.path(u"t"_s), neverStamped);
    REQUIRE_FALSE(followed);
    CHECK(followed.error().fault == Fault::WrongOrder);
    const auto large = stampInPlace(desk.path(u"b"_s), desk.path(u"t"_s), [](const QByteArray &) {
        // A SEQUENCE of 9000 bytes.
        return Expected<QByteArray>(QByteArray::fromHex("30822324") +
                                    QByteArray::fromHex("04822320") + QByteArray(8992, 'x'));
    });
    REQUIRE_FALSE(large);
    CHECK(large.error().fault == Fault::WrongOrder);
    CHECK(desk.files() == QStringList{u"b.pdf"_s, u"lt.pdf"_s});
}

TEST_CASE("validation data goes into one list, each object once, and earlier data stays",
          "[signing][pades]")
{
    Desk desk;
    ValidationData data = sampleData(desk.authority);
    data.certificates << data.certificates.front();
    must(addValidationData(desk.path(u"b"_s), desk.path(u"lt"_s), data));
    CHECK(desk.bytes(u"lt"_s).startsWith(desk.bytes(u"b"_s)));
    CHECK(desk.qpdfIsContent(u"lt"_s));
    CHECK(desk.pdfsig(u"lt"_s).contains(u"Signature is Valid"_s));
    CHECK(desk.bytes(u"lt"_s).contains("/ESIC"));
    const QString first = desk.dss(u"lt"_s);
    INFO(first.toStdString());
    CHECK(first.count(u" 0 R"_s) == 4);

    data.certificates << desk.clerk.certificate().der();
    must(addValidationData(desk.path(u"lt"_s), desk.path(u"lt2"_s), data));
    CHECK(desk.qpdfIsContent(u"lt2"_s));
    CHECK(desk.pdfsig(u"lt2"_s).contains(u"Signature is Valid"_s));
    const QString second = desk.dss(u"lt2"_s);
    CHECK(second.count(u" 0 R"_s) == 5);
    for (const auto &reference : first.split(u' '))
        CHECK(second.contains(reference));

    const auto nothing = addValidationData(desk.path(u"lt2"_s), desk.path(u"lt3"_s), data);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().fault == Fault::NothingToDo);
}

TEST_CASE("a document time stamp is a signature over everything, without a place on the page",
          "[signing][pades]")
{
    Desk desk;
    must(addDocumentTimestamp(desk.path(u"b"_s), desk.path(u"a"_s), stampsOf(desk.authority)));
    must(addDocumentTimestamp(desk.path(u"a"_s), desk.path(u"a2"_s), stampsOf(desk.authority)));
    CHECK(desk.qpdfIsContent(u"a2"_s));
    const QString judged = desk.pdfsig(u"a2"_s);
    INFO(judged.toStdString());
    CHECK(judged.contains(u"Signature is Valid"_s));  // the clerk's
    desk.judgeTimestamp(u"a"_s);
    desk.judgeTimestamp(u"a2"_s);
    CHECK(judged.contains(u"Timestamp1"_s));
    CHECK(judged.contains(u"Timestamp2"_s));
    CHECK(judged.count(u"Total document signed"_s) == 1);
    const QByteArray added = desk.bytes(u"a"_s).mid(desk.bytes(u"b"_s).size());
    CHECK(added.contains("/DocTimeStamp"));
    CHECK_FALSE(added.contains("/M ("));
    CHECK(added.contains("/AP"));

    const auto refused =
        addDocumentTimestamp(desk.path(u"a2"_s), desk.path(u"a3"_s), [](const QByteArray &) {
            return Expected<QByteArray>(fail(Fault::NetworkDown));
        });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::NetworkDown);
    CHECK(desk.files() == QStringList{u"a.pdf"_s, u"a2.pdf"_s, u"b.pdf"_s});
}

TEST_CASE("a second signature after validation data leaves the first one valid", "[signing][pades]")
{
    Desk desk;
    must(addValidationData(desk.path(u"b"_s), desk.path(u"lt"_s), sampleData(desk.authority)));
    must(addDocumentTimestamp(desk.path(u"lt"_s), desk.path(u"lta"_s), stampsOf(desk.authority)));
    writeFile(desk.path(u"two"_s),
              signedWith(SoftwareSigner().identity(), desk.bytes(u"lta"_s),
                         sampleMark(workflow::MarkCorner::TopRight), sampleTimeMs + 1000));
    CHECK(desk.qpdfIsContent(u"two"_s));
    CHECK(desk.pdfsig(u"two"_s).count(u"Signature is Valid"_s) == 2);
}

}  // namespace station::signing
