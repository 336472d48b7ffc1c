#include "signing/verify/verify_process.h"

#include "core/base/worker_channel.h"
#include "signing/verify/received_copy_verifier.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

struct Desk {
    Desk()
    {
        qputenv("STATION_BIN_DIR", STATION_BIN_DIR);  // the worker lies beside the programs
        writeFile(file(u"signed.pdf"_s), clerk().signedCopy(samplePdf()));
    }

    static const SoftwareSigner &clerk()
    {
        static const SoftwareSigner signer;
        return signer;
    }
    QString file(const QString &name) const { return folder.filePath(name); }
    /// A program that does what the script says instead of judging.
    VerifyProcessOptions instead(const QByteArray &script, int timeoutMs = 5000) const
    {
        const QString program = file(u"program"_s);
        writeFile(program, "#!/bin/sh\n" + script + '\n');
        QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {.program = program, .timeoutMs = timeoutMs};
    }

    QTemporaryDir folder{};
};

}  // namespace

TEST_CASE("a file is judged apart exactly as in process", "[signing][verify][process]")
{
    const Desk desk;
    const VerifyContext trust = Desk::clerk().trust();
    const auto here = verifyPdfFile(desk.file(u"signed.pdf"_s), trust);
    const auto apart = verifyApart(desk.file(u"signed.pdf"_s), trust);
    REQUIRE(here);
    REQUIRE(apart);
    CHECK(apart->overall == Verdict::Valid);
    CHECK(apart->toJson() == here->toJson());
}

TEST_CASE("trust reaches the worker: without anchors nothing is valid",
          "[signing][verify][process]")
{
    const Desk desk;
    VerifyContext trust = Desk::clerk().trust();
    trust.anchors.clear();
    const auto report = verifyApart(desk.file(u"signed.pdf"_s), trust);
    REQUIRE(report);
    CHECK(report->overall == Verdict::Incomplete);
    trust = Desk::clerk().trust();
    trust.policy = {};
    CHECK(verifyApart(desk.file(u"signed.pdf"_s), trust)->overall == Verdict::Broken);
}

TEST_CASE("what is no signed file has its fault and the file's name", "[signing][verify][process]")
{
    const Desk desk;
    const VerifyContext trust = Desk::clerk().trust();
    writeFile(desk.file(u"empty.pdf"_s), {});
    writeFile(desk.file(u"text.pdf"_s), "no PDF at all");
    const auto faultOf = [&](const QString &name) {
        const auto report = verifyApart(desk.file(name), trust);
        REQUIRE_FALSE(report);
        CHECK(report.error().subject == name);
        return report.error().fault;
    };
    CHECK(faultOf(u"missing.pdf"_s) == Fault::FileMissing);
    CHECK(faultOf(u"empty.pdf"_s) == Fault::FileEmpty);
    CHECK(faultOf(u"text.pdf"_s) == Fault::FileUnreadable);
}

TEST_CASE("a file that kills or stalls its judge is unverifiable, never valid",
          "[signing][verify][process]")
{
    const Desk desk;
    const VerifyContext trust = Desk::clerk().trust();
    const QString file = desk.file(u"signed.pdf"_s);
    const auto died = verifyApart(file, trust, desk.instead("kill -SEGV $$"));
    REQUIRE(died);
    CHECK(died->overall == Verdict::Unverifiable);
    CHECK(died->code == u"verifier_died"_s);
    const auto babbled = verifyApart(file, trust, desk.instead("echo nonsense"));
    REQUIRE(babbled);
    CHECK(babbled->code == u"verifier_died"_s);
    const auto stalled = verifyApart(file, trust, desk.instead("exec sleep 60", 200));
    REQUIRE(stalled);
    CHECK(stalled->overall == Verdict::Unverifiable);
    CHECK(stalled->code == u"verifier_stalled"_s);
}

TEST_CASE("a received file that breaks its judge is kept as signed but unverifiable",
          "[signing][verify][process]")
{
    const Desk desk;
    ReceivedCopyVerifier verifier(Desk::clerk().trust());
    const auto good = verifier.check(desk.file(u"signed.pdf"_s));
    REQUIRE(good);
    CHECK(good->count == 1);
    CHECK(good->verdict == u"valid"_s);
    QByteArray torn = Desk::clerk().signedCopy(samplePdf());
    torn.replace("startxref", "startxxxx");
    writeFile(desk.file(u"torn.pdf"_s), torn);
    const auto unreadable = verifier.check(desk.file(u"torn.pdf"_s));
    REQUIRE(unreadable);
    CHECK(unreadable->count > 0);
    CHECK(unreadable->verdict == u"unverifiable"_s);
}

}  // namespace station::signing
