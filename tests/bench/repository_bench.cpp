// Copies a second into a real S3 server, each read back and hashed, beside what plain curl needs to
// send and fetch the same bytes; and how soon a department sees a dossier that was signed:
// docs/benchmarks.md, "Repository".

#include "core/base/digest.h"
#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/repository/province_key.h"
#include "core/repository/s3_repository.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"
#include "core/sync/outbox.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/support/ceph_cluster.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>
#include <vector>

using namespace station;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 copySize = 1'000'000;
constexpr int parallel = 4;
constexpr int turns = 10;  // of curl and station by turns: other programs hinder both alike
const QString bucket = u"kho-bench"_s;

class FileSource final : public ByteSource {
public:
    explicit FileSource(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            throw std::runtime_error("a copy cannot be read");
    }
    qint64 size() const override { return m_file.size(); }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override
    {
        m_file.seek(offset);
        return m_file.read(length);
    }
    QString sha256() const
    {
        Digest digest;
        for (qint64 offset = 0; offset < size(); offset += copySize)
            digest.add(read(offset, copySize).value());
        return digest.hex();
    }

private:
    mutable QFile m_file;
};

/// A copy's hash is known when it is sent: it was signed by it.
struct Copy {
    QString file{};
    QString sha256{};
};

QStringList makeFiles(const QTemporaryDir &folder, int count, qint64 size)
{
    QStringList files;
    for (int n = 0; n < count; ++n) {
        files << folder.filePath(u"%1-%2"_s.arg(size).arg(n));
        QFile file(files.constLast());
        QByteArray block(1'000'000, '\0');
        if (!file.open(QIODevice::WriteOnly))
            throw std::runtime_error("a copy cannot be written");
        for (qint64 written = 0; written < size; written += block.size()) {
            QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(block.data()),
                                                  block.size() / 4);
            file.write(block);
        }
    }
    return files;
}

double curlSeconds(const QTemporaryDir &folder, const QString &server, const QStringList &files)
{
    const QString prefix = server + u'/' + bucket + u"/doc/curl/"_s + newUuid7() + u'/';
    QByteArray puts;
    QByteArray gets;
    for (int n = 0; n < files.size(); ++n) {
        const QByteArray url = "url = \"" + (prefix + QString::number(n)).toUtf8() + "\"\n";
        puts += url + "upload-file = \"" + files[n].toUtf8() + "\"\n";
        gets += url + "output = \"/dev/null\"\n";
    }
    QElapsedTimer timer;
    timer.start();
    for (const auto &lines : {puts, gets}) {
        QFile config(folder.filePath(u"curl"_s));
        if (!config.open(QIODevice::WriteOnly) || config.write(lines) < 0)
            throw std::runtime_error("curl's list cannot be written");
        config.close();
        QProcess curl;
        curl.start(u"curl"_s,
                   {u"-sS"_s, u"-f"_s, u"--noproxy"_s, u"*"_s, u"--parallel"_s, u"--parallel-max"_s,
                    QString::number(parallel), u"-K"_s, config.fileName()});
        curl.waitForFinished(-1);
        if (curl.exitCode() != 0)
            throw std::runtime_error(curl.readAllStandardError().right(500).toStdString());
    }
    return static_cast<double>(timer.elapsed()) / 1000;
}

double stationSeconds(repository::Repository &repository, const QStringList &files)
{
    const QString prefix = u"doc/station/"_s + newUuid7() + u'/';
    std::vector<Copy> copies;
    for (const auto &file : files)
        copies.push_back({file, FileSource(file).sha256()});
    std::atomic<std::size_t> next = 0;
    std::atomic<int> failed = 0;
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < parallel; ++thread) {
            threads.emplace_back([&] {
                for (std::size_t n = 0; (n = next++) < copies.size();) {
                    const FileSource file(copies[n].file);
                    const auto put =
                        repository.putNew(prefix + QString::number(n), file, copies[n].sha256, {});
                    failed += put ? 0 : 1;
                }
            });
        }
    }
    if (failed > 0)
        throw std::runtime_error("copies were not stored");
    return static_cast<double>(timer.elapsed()) / 1000;
}

double processorSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

qint64 statusMb(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

template <typename Value>
Value need(Expected<Value> value)
{
    if (!value)
        throw std::runtime_error(value.error().detail.toStdString());
    return *std::move(value);
}

/// From the last signature to the event in the department's inbox, for dossiers of six copies.
void handOver(repository::Repository &repository, const Clock &clock)
{
    constexpr int dossiers = 40;
    const QTemporaryDir data;
    auto store = need(store::Store::open(data.path()));
    store::BlobFolder blobs(data.path());
    const auto key = need(repository::ProvinceKey::loadOrCreate(data.filePath(u"key"_s)));
    sync::Handover handover(store, blobs, repository, key, clock);
    sync::Outbox outbox(store, blobs, repository, key, clock, parallel);
    std::vector<double> ms;
    forgetPeak();
    for (int n = 0; n < dossiers; ++n) {
        auto dossier =
            sample::aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s, u"GT04"_s, u"GT05"_s, u"GT06"_s});
        dossier.code = need(
            codes::DossierCode::parse(u"000.00.16.H62-240715-%1"_s.arg(n + 1, 4, 10, QChar(u'0'))));
        std::vector<sync::PaperOfHandover> papers;
        for (auto &component : dossier.components) {
            QByteArray bytes(copySize, Qt::Uninitialized);
            QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(bytes.data()),
                                                  copySize / 4);
            component.state = sample::anExtractedCopy(need(blobs.put(bytes)));
            papers.push_back({.component = component.code,
                              .paperType = u"KQ.G04.000012"_s,
                              .proposedCode = need(codes::DigitizationCode::parse(
                                  u"%1.KQ.G04.000012.88-0123.%2"_s.arg(sample::ownerId)
                                      .arg(n * 6 + int(papers.size()) + 1, 2, 10, QChar(u'0'))))});
        }
        if (!store.createDossier(dossier, sample::actor))
            throw std::runtime_error("no dossier");
        QElapsedTimer timer;
        timer.start();
        const auto id = need(handover.plan({.dossier = dossier,
                                            .office = u"H62.16.1"_s,
                                            .department = u"H62.16"_s,
                                            .actor = sample::actor,
                                            .papers = papers}));
        need(outbox.sendNow(id, 0));
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(ms);
    std::printf("signed to event, six copies of 1 MB: p50 %.0f ms, p95 %.0f ms, peak %lld MB\n",
                ms[dossiers / 2], ms[dossiers * 95 / 100],
                static_cast<long long>(statusMb("VmHWM")));
}

void run(int count)
{
    const QTemporaryDir folder;
    CephCluster ceph(CephCluster::Disk::File);
    // Open to all: curl's own signer cannot sign what it streams.
    const QByteArray policy =
        R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
            "Action": ["s3:PutObject", "s3:GetObject"], "Resource": ["arn:aws:s3:::kho-bench/*"]}]})";
    if (ceph.ask("PUT", '/' + bucket.toLatin1()).status != 200 ||
        ceph.ask("PUT", '/' + bucket.toLatin1() + "?policy", policy).status / 100 != 2)
        throw std::runtime_error("no bucket");
    QFile login(folder.filePath(u"login"_s));
    if (!login.open(QIODevice::WriteOnly))
        throw std::runtime_error("no login");
    login.write(CephCluster::accessKey() + '\n' + CephCluster::secretKey() + '\n');
    login.close();
    login.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const SystemClock clock;
    const auto opened = repository::S3Repository::open({.url = ceph.url(),
                                                        .documentBucket = bucket,
                                                        .controlBucket = bucket,
                                                        .loginFile = login.fileName(),
                                                        .parallel = parallel},
                                                       clock);
    if (!opened)
        throw std::runtime_error(opened.error().detail.toStdString());
    repository::Repository &repository = **opened;

    const QStringList files = makeFiles(folder, count, copySize);
    stationSeconds(repository, files.mid(0, 20));  // pools and caches of the server
    const qint64 beforeMb = statusMb("VmRSS");
    double curl = 0;
    double station = 0;
    double processor = 0;
    forgetPeak();
    for (int turn = 0; turn < turns; ++turn) {
        const QStringList some = files.mid(count / turns * turn, count / turns);
        curl += curlSeconds(folder, ceph.url(), some);
        const double before = processorSeconds();
        station += stationSeconds(repository, some);
        processor += processorSeconds() - before;
    }
    const int done = count / turns * turns;
    std::printf("%d copies of 1 MB, %d at once: curl PUT and GET %.1f/s, station with read-back "
                "%.1f/s, ratio %.2f, processor %.2f ms a copy, peak %lld MB (%lld before)\n",
                done, parallel, done / curl, done / station, curl / station,
                processor * 1000 / done, static_cast<long long>(statusMb("VmHWM")),
                static_cast<long long>(beforeMb));
    std::fflush(stdout);
    handOver(repository, clock);
    std::fflush(stdout);
    const QStringList large = makeFiles(folder, parallel, 100 * copySize);
    forgetPeak();
    const double seconds = stationSeconds(repository, large);
    std::printf("%d copies of 100 MB at once: %.0f MB/s, peak %lld MB\n", parallel,
                100.0 * parallel / seconds, static_cast<long long>(statusMb("VmHWM")));
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (!CephCluster::isInstalled()) {
        std::puts("needs the packages radosgw ceph-mon ceph-osd ceph-common curl");
        return 1;
    }
    try {
        run(argc > 1 ? std::atoi(argv[1]) : 300);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
