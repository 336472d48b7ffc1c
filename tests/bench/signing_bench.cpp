// How long the software needs for a signature and a verification, and how much memory for a
// large file. Usage: signing_bench [COPIES]

#include "core/base/durable_file.h"
#include "core/pdf/pdfa_writer.h"
#include "signing/client/token_session.h"
#include "signing/demo/training_token.h"
#include "signing/verify/verifier.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

constexpr int smallMb = 1;
constexpr int largeMb = 100;

/// The most memory of this process while it lives, one look each millisecond: pages of
/// its own, and pages of files that are mapped (the system may take those at any time).
class OwnMemory {
public:
    OwnMemory()
        : m_thread([this](const std::stop_token &stop) {
              while (!stop.stop_requested()) {
                  look();
                  std::this_thread::sleep_for(std::chrono::milliseconds(1));
              }
          })
    {
    }

    long anonymousKb() const { return m_anonymousKb; }
    long fileKb() const { return m_fileKb; }
    /// By the kernel's own account, shared libraries and all.
    static long highWaterKb() { return field("VmHWM:"); }
    static void forgetHighWater()
    {
        ::malloc_trim(0);
        QFile refs(u"/proc/self/clear_refs"_s);
        if (refs.open(QIODevice::WriteOnly))
            refs.write("5");
    }

private:
    static long field(const char *name)
    {
        QFile status(u"/proc/self/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf(name)).simplified().split(' ').value(1).toLong();
    }
    void look()
    {
        m_anonymousKb = std::max(m_anonymousKb.load(), field("RssAnon:"));
        m_fileKb = std::max(m_fileKb.load(), field("RssFile:"));
    }

    std::atomic<long> m_anonymousKb = 0;
    std::atomic<long> m_fileKb = 0;
    std::jthread m_thread;
};

/// A picture that does not compress, about a megabyte as JPEG.
QByteArray noise()
{
    QImage image(1500, 2122, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x)
            line[x] = static_cast<uchar>(96 + QRandomGenerator::global()->bounded(64));
    }
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 75);
    return jpeg;
}

/// In a process of its own, so that its memory is not in the figures.
void makeCopy(const QString &path, int megabytes)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const pdf::PdfPage page{.jpeg = noise(), .dpi = 150};
        const auto count = static_cast<std::size_t>(megabytes) * 1024 * 1024 /
                           static_cast<std::size_t>(page.jpeg.size());
        const auto done = pdf::writePdfA(
            path, std::vector<pdf::PdfPage>(std::max<std::size_t>(1, count), page),
            {.title = u"Giấy tờ"_s, .producer = u"signing_bench"_s, .createdAtMs = 0});
        ::_exit(done ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    std::printf("%-14s %6.1f MB\n", qPrintable(QFileInfo(path).fileName()),
                static_cast<double>(QFileInfo(path).size()) / 1e6);
}

/// One piece of work; the processor's time is this process's, without the token agent's.
struct Took {
    double wallMs = 0;
    double processorMs = 0;
};

double processorMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// On a machine that does other work, the processor's time is the truer one.
void printTimes(const char *what, const std::vector<Took> &took)
{
    std::vector<double> ms;
    double processorMs = 0;
    for (const auto &one : took) {
        ms.push_back(one.wallMs);
        processorMs += one.processorMs / static_cast<double>(took.size());
    }
    std::printf("%-14s best %7.1f ms   p50 %7.1f ms   p95 %7.1f ms   processor %6.1f ms\n", what,
                percentile(ms, 0), percentile(ms, 0.5), percentile(ms, 0.95), processorMs);
}

void printMemory(const char *what, const OwnMemory &memory)
{
    std::printf("%-14s anonymous %.1f MB, mapped files %.1f MB at most; VmHWM %.1f MB\n", what,
                static_cast<double>(memory.anonymousKb()) / 1024,
                static_cast<double>(memory.fileKb()) / 1024,
                static_cast<double>(OwnMemory::highWaterKb()) / 1024);
}

template <typename Work>
std::vector<Took> timed(int rounds, Work work)
{
    std::vector<Took> took;
    for (int round = 0; round < rounds; ++round) {
        const double processor = processorMs();
        QElapsedTimer timer;
        timer.start();
        if (!work(round))
            std::printf("failed\n");
        took.push_back(
            {static_cast<double>(timer.nsecsElapsed()) / 1e6, processorMs() - processor});
    }
    return took;
}

}  // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int copies = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 500;
    const QTemporaryDir folder;
    const QString small = folder.filePath(u"small.pdf"_s);
    const QString large = folder.filePath(u"large.pdf"_s);
    makeCopy(small, smallMb);
    makeCopy(large, largeMb);

    const auto token = signing::setUpTrainingToken(folder.filePath(u"token"_s));
    if (!token) {
        std::printf("no token: %s\n", qPrintable(token.error().detail));
        return 1;
    }
    auto context = signing::verifyContext(token->trustFolder, SystemClock());
    const auto policy =
        signing::AlgorithmPolicy::load(QCoreApplication::applicationDirPath() +
                                       u"/../share/tram-so-hoa/signing/algorithms.toml"_s);
    auto environment = token->environment;
    if (policy) {
        context->policy = *policy;
        environment.rules.policy = *policy;
    }
    const auto pin = readWhole(token->pinFile);
    std::unique_ptr<signing::TokenSession> session;
    printTimes("agent, login", timed(1, [&](int) {
                   auto opened = signing::TokenSession::open(
                       environment, {}, Secret(QByteArray(pin->constData(), pin->size())));
                   if (opened)
                       session = std::move(*opened);
                   else
                       std::printf("%s\n", qPrintable(opened.error().detail));
                   return opened.has_value();
               }));
    if (!session)
        return 1;

    const auto sign = [&](const QString &source, const QString &name) {
        const auto done =
            session->sign({.sourcePdf = source,
                           .destinationPdf = folder.filePath(name),
                           .mark = workflow::CopyMark{.lines = {session->clerk().name,
                                                                u"2026-03-02T09:15:00+07:00"_s}},
                           .signedAtMs = SystemClock().nowMs()});
        if (!done)
            std::printf("%s\n", qPrintable(done.error().detail));
        return done.has_value();
    };
    QElapsedTimer whole;
    whole.start();
    printTimes("sign 1 MB", timed(copies, [&](int round) {
                   const QString before = folder.filePath(u"signed%1.pdf"_s.arg(round - 2));
                   QFile::remove(before);
                   return sign(small, u"signed%1.pdf"_s.arg(round));
               }));
    std::printf("%-14s %d copies with one PIN in %.1f s\n", "batch", copies,
                static_cast<double>(whole.elapsed()) / 1e3);
    {
        OwnMemory::forgetHighWater();
        const OwnMemory memory;
        printTimes("sign 100 MB",
                   timed(5, [&](int) { return sign(large, u"large-signed.pdf"_s); }));
        printMemory("  memory", memory);
    }
    const auto verify = [&](const QString &name) {
        const auto report = signing::verifyPdfFile(folder.filePath(name), *context);
        return report && report->overall < signing::Verdict::Unverifiable;
    };
    printTimes("verify 1 MB",
               timed(50, [&](int) { return verify(u"signed%1.pdf"_s.arg(copies - 1)); }));
    {
        OwnMemory::forgetHighWater();
        const OwnMemory memory;
        printTimes("verify 100 MB", timed(5, [&](int) { return verify(u"large-signed.pdf"_s); }));
        printMemory("  memory", memory);
    }
    return 0;
}
