#include "signing/verify/verifier.h"

#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <time.h>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr qsizetype megabyte = 1024 * 1024;

TestAuthority &authority()
{
    static TestAuthority centre;
    return centre;
}

VerifyContext trust()
{
    VerifyContext context = authority().trust();
    context.anchors = {authority().issuer().der()};
    return context;
}

/// Of this process, without what others do to the machine.
qint64 processMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

/// Bytes of memory that only this process holds (not the mapped file), and the
/// most that it has held of everything since the last call.
qint64 peakKb()
{
    QFile status(u"/proc/self/status"_s);
    REQUIRE(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("5");
}

}  // namespace

TEST_CASE("a large file is judged in little time and memory", "[signing][verify][large]")
{
    const auto [size, mostMs] = GENERATE(table<qsizetype, qint64>({
        {megabyte, 10},
        {100 * megabyte, 250},
    }));
    const IssuedKey clerk = authority().issue({.askable = false});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        const QByteArray pdf =
            signedForge({.signer = &clerk, .issuers = {authority().issuer().der()}}, size);
        REQUIRE(file.write(pdf) == pdf.size());
    }
    REQUIRE(verifyPdfFile(path, trust()));  // the first time loads the library's tables

    forgetPeak();
    const qint64 before = peakKb();
    const qint64 start = processMs();
    const auto report = verifyPdfFile(path, trust());
    const qint64 tookMs = processMs() - start;
    REQUIRE(report);
    CHECK(report->overall == Verdict::Valid);
    CHECK(peakKb() - before < 12 * 1024);
    // Three times the budget: the build may be one for debugging.
    CHECK(tookMs <= 3 * mostMs);
}

}  // namespace station::signing
