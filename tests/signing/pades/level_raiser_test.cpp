#include "signing/pades/level_raiser.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/pades/copy_signing.h"
#include "signing/pades/validation_data.h"
#include "tests/signing/online/fixed_clock.h"
#include "tests/signing/support/loopback_services.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr qint64 dayMs = 86'400'000;

RawSigner rawOf(const IssuedKey &key)
{
    return [&key](const QByteArray &digest) -> Expected<QByteArray> {
        const KeyContextHandle context(EVP_PKEY_CTX_new(key.key.get(), nullptr));
        EVP_PKEY_sign_init(context.get());
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
        QByteArray signature(EVP_PKEY_size(key.key.get()), '\0');
        auto size = static_cast<std::size_t>(signature.size());
        EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                      reinterpret_cast<const unsigned char *>(digest.constData()),
                      static_cast<std::size_t>(digest.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    };
}

/// A copy that a clerk of the trust centre has signed, and the services to raise it.
class Desk {
public:
    Desk() { writeFile(path(u"b"_s), signedBy(clerk, samplePdf())); }

    QByteArray signedBy(const IssuedKey &key, const QByteArray &source,
                        workflow::MarkCorner corner = workflow::MarkCorner::TopLeft) const
    {
        return signedWith({.certificate = key.certificate,
                           .issuers = {authority.issuer().der()},
                           .raw = rawOf(key)},
                          source, sampleMark(corner), sampleTimeMs);
    }
    QString path(const QString &step) const
    {
        return step.startsWith(u'/') ? step : folder.filePath(step + u".pdf"_s);
    }
    QByteArray bytes(const QString &step) const { return *readWhole(path(step)); }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
    void setTime(qint64 ms)
    {
        clock.ms = ms;
        services.setTime(ms);
    }

    Expected<workflow::UpgradedFile> upgrade(const QString &from, const QString &to,
                                             SignatureLevel wanted = SignatureLevel::LTA)
    {
        LevelRaiser raiser({.anchors = {authority.root().der()}, .policy = stationPolicy()},
                           timestamps, revocation, clock);
        return raiser.upgrade(path(from), path(to), wanted, 20'000);
    }
    workflow::UpgradedFile mustUpgrade(const QString &from, const QString &to,
                                       SignatureLevel wanted = SignatureLevel::LTA)
    {
        const auto done = upgrade(from, to, wanted);
        if (!done)
            FAIL(done.error().detail.toStdString());
        INFO((done->halted ? done->halted->detail : QString()).toStdString());
        REQUIRE_FALSE(done->halted);
        REQUIRE(done->level == wanted);
        CHECK(done->file.sha256 == sha256OfFile(path(to)));
        CHECK(bytes(to).size() == done->file.size);
        return *done;
    }
    /// As somebody sees the copy who has nothing but our root.
    VerifyReport verified(const QString &step) const
    {
        const auto report = verifyPdfFile(path(step), {.anchors = {authority.root().der()},
                                                       .nowMs = clock.nowMs(),
                                                       .policy = stationPolicy()});
        REQUIRE(report);
        return *report;
    }
    QString pdfsig(const QString &step) const
    {
        return runTool(u"pdfsig"_s, {u"-nocert"_s, path(step)}).output;
    }

    QTemporaryDir folder{};
    FixedClock clock{};
    LoopbackServices services{};
    TestAuthority &authority = services.authority();
    IssuedKey clerk = authority.issue();
    TimestampService timestamps{{.authorities = {{.name = u"tsa"_s, .url = services.tsaUrl()}},
                                 .anchors = {authority.root().der()},
                                 .policy = stationPolicy()},
                                clock};
    RevocationService revocation{{}, clock};
};

}  // namespace

TEST_CASE("a copy rises from B to LTA and proves itself with nothing but the root",
          "[signing][raiser]")
{
    Desk desk;
    const auto risen = desk.mustUpgrade(u"b"_s, u"lta"_s);
    CHECK(risen.stampedAtMs == sampleTimeMs + 60'000);
    CHECK_FALSE(risen.stampSerial.isEmpty());
    CHECK(risen.renewBeforeMs == desk.authority.timestamper().certificate.notAfterMs());
    CHECK(std::abs(risen.clockOffsetMs) < 60'000);
    CHECK(desk.files() == QStringList{u"b.pdf"_s, u"lta.pdf"_s});

    const auto report = desk.verified(u"lta"_s);
    CHECK(report.code == u"ok"_s);
    REQUIRE(report.signatures.size() == 2);
    CHECK(report.signatures[0].level == u"B-LTA"_s);
    CHECK(report.signatures[0].revocation == u"good"_s);
    CHECK(report.signatures[1].isDocumentTimestamp);
    CHECK(desk.pdfsig(u"lta"_s).contains(u"Signature is Valid"_s));
    CHECK(runTool(u"qpdf"_s, {u"--check"_s, desk.path(u"lta"_s)}).exitCode == 0);

    // Nothing more to do: no file, and nobody is asked.
    const int asked = desk.services.requests(Service::Tsa);
    const auto again = desk.upgrade(u"lta"_s, u"again"_s);
    REQUIRE(again);
    CHECK(again->level == SignatureLevel::LTA);
    CHECK_FALSE(again->halted);
    CHECK(desk.services.requests(Service::Tsa) == asked);
    CHECK_FALSE(desk.files().contains(u"again.pdf"_s));
}

TEST_CASE("each level is reached alone, long after the signature too", "[signing][raiser]")
{
    Desk desk;
    desk.setTime(sampleTimeMs + 40 * dayMs);
    const auto stamped = desk.mustUpgrade(u"b"_s, u"t"_s, SignatureLevel::T);
    CHECK(stamped.stampedAtMs == sampleTimeMs + 40 * dayMs);
    CHECK(desk.bytes(u"t"_s).size() == desk.bytes(u"b"_s).size());  // in the reserve
    CHECK(desk.verified(u"t"_s).signatures[0].level == u"B-T"_s);
    desk.mustUpgrade(u"t"_s, u"lt"_s, SignatureLevel::LT);
    CHECK(desk.verified(u"lt"_s).signatures[0].level == u"B-LT"_s);
    desk.mustUpgrade(u"lt"_s, u"lta"_s);
    CHECK(desk.verified(u"lta"_s).code == u"ok"_s);
}

TEST_CASE("an authority that is away halts the copy where it is and costs nothing",
          "[signing][raiser]")
{
    Desk desk;
    SECTION("time stamps")
    {
        desk.services.fail(Service::Tsa, Trouble::Closed);
        const auto halted = desk.upgrade(u"b"_s, u"x"_s);
        REQUIRE(halted);
        CHECK(halted->level == SignatureLevel::B);
        REQUIRE(halted->halted);
        CHECK(halted->halted->fault == Fault::NetworkDown);
        CHECK(desk.files() == QStringList{u"b.pdf"_s});
    }
    SECTION("revocation")
    {
        desk.services.fail(Service::Ocsp, Trouble::Closed);
        desk.services.fail(Service::Crl, Trouble::OutOfOrder);
        const auto halted = desk.upgrade(u"b"_s, u"x"_s);
        REQUIRE(halted);
        CHECK(halted->level == SignatureLevel::T);
        REQUIRE(halted->halted);
        CHECK(halted->stampedAtMs == sampleTimeMs + 60'000);
        CHECK(halted->file.sha256 == sha256OfFile(desk.path(u"x"_s)));
        CHECK(desk.verified(u"x"_s).signatures[0].level == u"B-T"_s);
    }
    SECTION("an answer older than the signature")
    {
        desk.services.setTime(sampleTimeMs - 60'000);
        desk.mustUpgrade(u"b"_s, u"t"_s, SignatureLevel::T);
        desk.services.setTime(sampleTimeMs - 120'000);
        const auto halted = desk.upgrade(u"t"_s, u"x"_s);
        REQUIRE(halted);
        CHECK(halted->level == SignatureLevel::T);
        REQUIRE(halted->halted);
        CHECK(halted->halted->fault == Fault::ServiceAnswerInvalid);
        CHECK(desk.files() == QStringList{u"b.pdf"_s, u"t.pdf"_s});
    }
    SECTION("the second time stamp")
    {
        desk.mustUpgrade(u"b"_s, u"t"_s, SignatureLevel::T);
        desk.services.fail(Service::Tsa, Trouble::OutOfOrder);
        const auto halted = desk.upgrade(u"t"_s, u"x"_s);
        REQUIRE(halted);
        CHECK(halted->level == SignatureLevel::LT);
        REQUIRE(halted->halted);
        CHECK(halted->halted->fault == Fault::ServiceRefused);
        CHECK(desk.verified(u"x"_s).signatures[0].level == u"B-LT"_s);
    }
}

TEST_CASE("what a withdrawn certificate signed does not rise", "[signing][raiser]")
{
    Desk desk;
    desk.authority.revoke(desk.clerk.certificate, sampleTimeMs - 60'000);
    const auto halted = desk.upgrade(u"b"_s, u"x"_s);
    REQUIRE(halted);
    CHECK(halted->level == SignatureLevel::B);
    REQUIRE(halted->halted);
    CHECK(halted->halted->fault == Fault::CertificateRevoked);
    CHECK(desk.files() == QStringList{u"b.pdf"_s});
}

TEST_CASE("a certificate that was withdrawn after the time stamp harms nothing",
          "[signing][raiser]")
{
    Desk desk;
    desk.mustUpgrade(u"b"_s, u"t"_s, SignatureLevel::T);
    desk.authority.revoke(desk.clerk.certificate, sampleTimeMs + dayMs);
    desk.setTime(sampleTimeMs + 2 * dayMs);
    desk.mustUpgrade(u"t"_s, u"lta"_s);
    CHECK(desk.verified(u"lta"_s).overall == Verdict::Valid);
}

TEST_CASE("a second signature rises with the first one", "[signing][raiser]")
{
    Desk desk;
    desk.mustUpgrade(u"b"_s, u"lta"_s);
    const IssuedKey agency = desk.authority.issue({.name = u"Trung tâm thử nghiệm"_s});
    writeFile(desk.path(u"two"_s),
              desk.signedBy(agency, desk.bytes(u"lta"_s), workflow::MarkCorner::TopRight));
    desk.setTime(sampleTimeMs + dayMs);
    desk.mustUpgrade(u"two"_s, u"both"_s);
    const auto report = desk.verified(u"both"_s);
    CHECK(report.code == u"ok"_s);
    REQUIRE(report.signatures.size() == 4);
    CHECK(report.signatures[2].level == u"B-LTA"_s);
    CHECK(desk.pdfsig(u"both"_s).count(u"Signature is Valid"_s) == 2);
}

TEST_CASE("a signature that another one follows gets a document time stamp", "[signing][raiser]")
{
    Desk desk;
    const IssuedKey agency = desk.authority.issue();
    writeFile(desk.path(u"two"_s),
              desk.signedBy(agency, desk.bytes(u"b"_s), workflow::MarkCorner::TopRight));
    desk.mustUpgrade(u"two"_s, u"lta"_s);
    const auto report = desk.verified(u"lta"_s);
    CHECK(report.code == u"ok"_s);
    CHECK(report.signatures[0].level == u"B-LTA"_s);
    CHECK(report.signatures[1].level == u"B-LTA"_s);
}

TEST_CASE("the newest time stamp is renewed before its certificate ends, and once",
          "[signing][raiser]")
{
    Desk desk;
    desk.mustUpgrade(u"b"_s, u"lta"_s);
    const qint64 endsMs = desk.authority.timestamper().certificate.notAfterMs();
    desk.setTime(endsMs - 200 * dayMs);
    REQUIRE(desk.upgrade(u"lta"_s, u"early"_s));
    CHECK_FALSE(desk.files().contains(u"early.pdf"_s));

    desk.setTime(endsMs - 100 * dayMs);
    const auto renewed = desk.mustUpgrade(u"lta"_s, u"renewed"_s);
    CHECK(renewed.stampedAtMs == sampleTimeMs + 60'000);  // the first proof counts
    const auto report = desk.verified(u"renewed"_s);
    CHECK(report.overall == Verdict::Valid);
    CHECK(report.signatures.size() == 3);
    CHECK(desk.pdfsig(u"renewed"_s).contains(u"Signature is Valid"_s));

    desk.setTime(endsMs - 99 * dayMs);
    REQUIRE(desk.upgrade(u"renewed"_s, u"twice"_s));
    CHECK_FALSE(desk.files().contains(u"twice.pdf"_s));
}

TEST_CASE("an issuer that does not travel along is fetched", "[signing][raiser]")
{
    Desk desk;
    writeFile(desk.path(u"alone"_s),
              signedWith({.certificate = desk.clerk.certificate, .raw = rawOf(desk.clerk)},
                         samplePdf(), {}, sampleTimeMs));
    const auto done = desk.upgrade(u"alone"_s, u"lta"_s);
    INFO((done ? QString() : done.error().detail).toStdString());
    REQUIRE(done);
    CHECK(done->level == SignatureLevel::LTA);
    CHECK(desk.services.requests(Service::CaCertificate) == 1);
}

TEST_CASE("a broken or unsigned copy, or a disk that takes nothing, is an error",
          "[signing][raiser]")
{
    Desk desk;
    QByteArray broken = desk.bytes(u"b"_s);
    broken[broken.size() / 3] = static_cast<char>(broken[broken.size() / 3] ^ 1);
    writeFile(desk.path(u"broken"_s), broken);
    writeFile(desk.path(u"plain"_s), samplePdf());
    for (const auto &name : {u"broken"_s, u"plain"_s}) {
        const auto refused = desk.upgrade(name, u"x"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == Fault::SignatureInvalid);
    }
    const auto nowhere = desk.upgrade(u"b"_s, u"/proc/x/y.pdf"_s);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().fault == Fault::StorageFailed);
    CHECK(desk.services.requests(Service::Tsa) == 0);
}

TEST_CASE("whenever an upgrade is killed, the source stays and the destination is whole or absent",
          "[signing][raiser]")
{
    Desk desk;
    const QByteArray source = desk.bytes(u"b"_s);
    int whole = 0;
    int absent = 0;
    for (int delayMs = 0; delayMs < 160; delayMs += 16) {
        const QString name = u"killed%1"_s.arg(delayMs);
        const pid_t child = ::fork();
        if (child == 0) {
            static_cast<void>(desk.upgrade(u"b"_s, name));
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(delayMs) * 1000);
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(desk.bytes(u"b"_s) == source);
        if (QFile::exists(desk.path(name))) {
            ++whole;
            CHECK(desk.verified(name).signatures[0].level == u"B-LTA"_s);
        } else {
            ++absent;
        }
    }
    INFO(whole);
    CHECK(absent > 0);
}

}  // namespace station::signing
