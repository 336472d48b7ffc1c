#include "scanner/client/network_scanner.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <turbojpeg.h>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using Kind = NetworkScanner::Kind;
using workflow::PaperSource;

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// A network scanner of its own process, with `pages` in its feeder.
class Mfp {
public:
    explicit Mfp(int pages)
    {
        qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
        load(pages);
        QDir(m_dir.path()).mkdir(u"spool"_s);
        m_server.start(
            u"python3"_s,
            {QStringLiteral(STATION_FIXTURES_DIR "/scanner/escl_server.py"), m_dir.path()});
        REQUIRE(m_server.waitForReadyRead(20'000));
        m_port = m_server.readLine().trimmed().toInt();
        REQUIRE(m_port > 0);
    }

    ~Mfp()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    /// Page n is gray of level 20 n.
    void load(int pages) const
    {
        for (int page = 1; page <= pages; ++page) {
            const QByteArray gray(pageWidth * pageHeight, static_cast<char>(20 * page));
            unsigned char *jpeg = nullptr;
            unsigned long size = 0;
            const auto compressor = tjInitCompress();
            REQUIRE(tjCompress2(compressor,
                                reinterpret_cast<const unsigned char *>(gray.constData()),
                                pageWidth, 0, pageHeight, TJPF_GRAY, &jpeg, &size, TJSAMP_GRAY, 95,
                                0) == 0);
            tjDestroy(compressor);
            QFile file(m_dir.filePath(u"%1.jpg"_s.arg(page)));
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(reinterpret_cast<const char *>(jpeg), static_cast<qint64>(size));
            tjFree(jpeg);
        }
    }

    void set(const QString &trouble, const QString &text = {}) const
    {
        writeText(m_dir.filePath(trouble), text);
    }
    void clear(const QString &trouble) const { REQUIRE(QFile::remove(m_dir.filePath(trouble))); }

    ScannerEnvironment environment() const
    {
        const auto environment = networkScanner(
            m_dir.filePath(u"sane"_s), {.kind = Kind::Escl,
                                        .address = u"http://127.0.0.1:%1/eSCL"_s.arg(m_port),
                                        .name = u"MFP"_s});
        REQUIRE(environment);
        return *environment;
    }

    workflow::ScanRequest request() const
    {
        return {.source = PaperSource::Feeder,
                .mode = workflow::ColourMode::Gray,
                .dpi = pageDpi,
                .widthMm = pageWidthMm,
                .heightMm = pageHeightMm,
                .spoolFolder = m_dir.filePath(u"spool"_s)};
    }

private:
    QTemporaryDir m_dir;
    QProcess m_server;
    int m_port = 0;
};

std::vector<int> levels(const Sides &got)
{
    std::vector<int> pages;
    for (const auto &side : got.sides) {
        const auto pnm = readPnm(side.file);
        pages.push_back((static_cast<unsigned char>(pnm.pixels[pnm.pixels.size() / 2]) + 10) / 20);
    }
    return pages;
}

const ScanDeadlines forNetwork{.openMs = 8000,
                               .firstDataMs = 15'000,
                               .followingDataMs = 4000,
                               .cancelMs = 2000,
                               .emptyReadsMs = 500,
                               .openBackOffMs = 50};

}  // namespace

TEST_CASE("the configuration of a network scanner knows that scanner alone", "[airscan]")
{
    const QTemporaryDir dir;
    const auto escl = networkScanner(
        dir.path(),
        {.kind = Kind::Escl, .address = u"http://10.0.0.7/eSCL"_s, .name = u"Tầng 1"_s});
    REQUIRE(escl);
    CHECK(escl->binding.device == u"airscan:e0:Tầng 1"_s);
    CHECK(escl->binding.namesOnly());
    CHECK(escl->variables.value(u"SANE_CONFIG_DIR"_s) == dir.path());
    CHECK(textOf(dir.filePath(u"dll.conf"_s)) == u"airscan\n"_s);
    CHECK(textOf(dir.filePath(u"airscan.conf"_s)).contains(u"\"Tầng 1\" = http://10.0.0.7/eSCL"_s));
    CHECK(textOf(dir.filePath(u"airscan.conf"_s)).contains(u"discovery = disable"_s));

    const auto saned = networkScanner(
        dir.path(), {.kind = Kind::Saned, .address = u"fe80::1"_s, .name = u"fujitsu:fi-7160:1"_s});
    REQUIRE(saned);
    CHECK(saned->binding.device == u"net:[fe80::1]:fujitsu:fi-7160:1"_s);
    CHECK(textOf(dir.filePath(u"dll.conf"_s)) == u"net\n"_s);
    CHECK(textOf(dir.filePath(u"net.conf"_s)).contains(u"connect_timeout"_s));
}

TEST_CASE("an address or a name that breaks SANE's files is refused", "[airscan]")
{
    const auto [kind, address, name, part] = GENERATE(table<Kind, QString, QString, QString>({
        {Kind::Escl, u"10.0.0.7"_s, u"x"_s, u"address"_s},
        {Kind::Escl, u"ftp://10.0.0.7"_s, u"x"_s, u"address"_s},
        {Kind::Escl, u"http://a:b@10.0.0.7/eSCL"_s, u"x"_s, u"address"_s},
        {Kind::Escl, u"http://10.0.0.7/\n[x]"_s, u"x"_s, u"address"_s},
        {Kind::Escl, u"http://10.0.0.7/eSCL"_s, u"x\" = y"_s, u"name"_s},
        {Kind::Saned, u"10.0.0.7\nother"_s, u"x"_s, u"address"_s},
        {Kind::Saned, {}, u"x"_s, u"address"_s},
        {Kind::Saned, u"10.0.0.7"_s, {}, u"name"_s},
    }));
    const QTemporaryDir dir;
    const auto result = networkScanner(dir.path(), {kind, address, name});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::InvalidInput);
    CHECK(result.error().subject == part);
}

TEST_CASE("a network scanner delivers what lies in its feeder", "[airscan]")
{
    const Mfp mfp(3);
    SaneScanSource source(mfp.environment(), forNetwork);
    Sides got;
    const auto count = source.scan(mfp.request(), got.onSide(), {});
    if (!count)
        FAIL(count.error().detail.toStdString());
    CHECK(levels(got) == std::vector{1, 2, 3});
    CHECK(got.sides.at(0).dpi == pageDpi);
    mfp.load(1);
    REQUIRE(source.scan(mfp.request(), got.onSide(), {}));
    CHECK(levels(got) == std::vector{1, 2, 3, 1});
    const auto empty = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(empty);
    CHECK(empty.error().fault == Fault::FeederEmpty);
}

TEST_CASE("a network scanner that jams keeps the sheets before", "[airscan]")
{
    const Mfp mfp(4);
    mfp.set(u"jam-at"_s, u"2"_s);
    SaneScanSource source(mfp.environment(), forNetwork);
    Sides got;
    const auto jam = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(jam);
    CHECK(jam.error().fault == Fault::PaperJam);
    CHECK(jam.error().subject == u"3"_s);
    CHECK(levels(got) == std::vector{1, 2});
    mfp.clear(u"jam-at"_s);
    mfp.load(1);
    CHECK(source.scan(mfp.request(), got.onSide(), {}));
}

TEST_CASE("the open door of a network scanner is said", "[airscan]")
{
    const Mfp mfp(1);
    mfp.set(u"door"_s);
    SaneScanSource source(mfp.environment(), forNetwork);
    Sides got;
    const auto result = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::CoverOpen);
    mfp.clear(u"door"_s);
    const auto again = source.scan(mfp.request(), got.onSide(), {});
    if (!again)
        FAIL(again.error().detail.toStdString());
}

TEST_CASE("a network scanner that is unavailable is busy", "[airscan]")
{
    const Mfp mfp(1);
    mfp.set(u"unavailable"_s);
    auto environment = mfp.environment();
    // airscan itself asks for 10 s; its row says that this is enough.
    const QTemporaryDir rows;
    writeText(rows.filePath(u"a.toml"_s),
              u"[[scanner]]\nbackend = \"airscan\"\nbusy_tries = 1\n"_s);
    environment.quirksFolder = rows.path();
    SaneScanSource source(environment, {.firstDataMs = 40'000});
    Sides got;
    const auto result = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DeviceBusy);
}

TEST_CASE("a network scanner that falls silent does not hold the scan for ever", "[airscan]")
{
    const Mfp mfp(1);
    SaneScanSource source(
        mfp.environment(),
        {.openMs = 5000, .firstDataMs = 800, .cancelMs = 300, .openBackOffMs = 50});
    REQUIRE(source.open({}));
    mfp.set(u"silent"_s);
    Sides got;
    const auto result = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DeviceStalled);
    CHECK(result.error().subject == u"1"_s);
}

TEST_CASE("a network scanner that dies in mid page keeps the pages before", "[airscan]")
{
    const Mfp mfp(3);
    mfp.set(u"die-at"_s, u"1"_s);
    SaneScanSource source(mfp.environment(), forNetwork);
    Sides got;
    const auto result = source.scan(mfp.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CAPTURE(result.error().detail);
    CHECK((result.error().fault == Fault::DeviceFailed ||
           result.error().fault == Fault::DeviceStalled ||
           result.error().fault == Fault::DeviceLost));
    CHECK(levels(got) == std::vector{1});
}
