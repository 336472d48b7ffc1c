#include "tests/e2e/station_under_test.h"

#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cmath>

using namespace station;
using namespace station::e2e;

namespace {

/// Cuts the signature's CMS and the bytes that it covers out of a PDF, by the
/// PDF's own words and without any of our code.
struct DetachedSignature {
    QByteArray cms{};
    QByteArray content{};
};

DetachedSignature detached(const QByteArray &pdf)
{
    const QRegularExpression form(
        QStringLiteral(R"(/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\])"));
    const auto match = form.match(QString::fromLatin1(pdf));
    const auto number = [&](int i) { return match.captured(i).toLongLong(); };
    const QByteArray hex = pdf.mid(number(2) + 1, number(3) - number(2) - 2);
    QByteArray cms = QByteArray::fromHex(hex);
    // DER says its own length; the rest of the hole is padding.
    const auto high = static_cast<unsigned char>(cms[2]);
    const auto low = static_cast<unsigned char>(cms[3]);
    cms.truncate(4 + high * 256 + low);
    return {cms, pdf.mid(number(1), number(2)) + pdf.mid(number(3), number(4))};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Outside judges on one signed copy.
void judge(const QString &pdf, const QString &trustedRoot)
{
    INFO(QFileInfo(pdf).fileName().toStdString());
    CHECK(run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), pdf})
              .output.contains("Signature is Valid."));
    CHECK(run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), pdf})
              .output.contains("Total document signed"));
    const Run structure = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), pdf});
    CHECK(structure.exitCode == 0);
    CHECK(structure.output.contains("No syntax or stream encoding errors found"));

    const QTemporaryDir folder;
    const auto parts = detached(read(pdf));
    write(folder.filePath(QStringLiteral("cms")), parts.cms);
    write(folder.filePath(QStringLiteral("content")), parts.content);
    const Run cms =
        run(QStringLiteral("openssl"),
            {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-binary"),
             QStringLiteral("-cades"), QStringLiteral("-inform"), QStringLiteral("DER"),
             QStringLiteral("-in"), folder.filePath(QStringLiteral("cms")),
             QStringLiteral("-content"), folder.filePath(QStringLiteral("content")),
             QStringLiteral("-CAfile"), trustedRoot, QStringLiteral("-purpose"),
             QStringLiteral("any"), QStringLiteral("-out"), QStringLiteral("/dev/null")});
    INFO(cms.errors.toStdString());
    CHECK(cms.exitCode == 0);

    // A4 within half a millimetre; the copy holds pictures only.
    const Run info = run(QStringLiteral("pdfinfo"), {pdf});
    const auto size = QRegularExpression(QStringLiteral(R"(Page size:\s+([\d.]+) x ([\d.]+))"))
                          .match(QString::fromUtf8(info.output));
    const auto millimetres = [&](int i) { return size.captured(i).toDouble() * 25.4 / 72.0; };
    CHECK(std::abs(millimetres(1) - 210.0) < 0.5);
    CHECK(std::abs(millimetres(2) - 297.0) < 0.5);
    // Nothing recognized is in the copy: the only text is the clerk's visible mark, which says
    // that it is of training.
    const QRegularExpression mark(QStringLiteral(
        R"(^TẬP HUẤN\nNgười sao chụp: Hà Thị Minh Nguyệt\nThời gian sao chụp: \d{4}-\d\d-\d\dT[\d:]{8}\+07:00$)"));
    const Run text = run(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    const QString words = QString::fromUtf8(text.output).trimmed();
    INFO(words.toStdString());
    CHECK(mark.match(words).hasMatch());
}

}  // namespace

TEST_CASE("the demo leaves valid copies, a complete inbox and nothing of a person in a key",
          "[e2e]")
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("out"));
    const Run demo =
        run(StationUnderTest::program(),
            {QStringLiteral("--json"), QStringLiteral("demo"), QStringLiteral("--out"), out});
    INFO(demo.errors.toStdString());
    REQUIRE(demo.exitCode == 0);
    CHECK(demo.json()[QStringLiteral("valid")].toBool());
    const auto copies = demo.json()[QStringLiteral("copies")].toArray();
    CHECK(copies.size() == 5);
    for (const auto &copy : copies)
        judge(copy[QStringLiteral("file")].toString(),
              out + QStringLiteral("/data/token/trust/root.pem"));

    // What the province's storage sees: keys without persons, owner data sealed.
    const QByteArrayList personal{"026185001234", "THU HƯỜNG", "Minh Nguyệt"};
    int objects = 0;
    QDirIterator files(out + QStringLiteral("/repository"), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        ++objects;
        for (const auto &word : personal)
            CHECK_FALSE(file.toUtf8().contains(word));
        if (!file.endsWith(QStringLiteral(".json")) && !file.contains(QStringLiteral("/ctl/")))
            continue;
        const QByteArray body = read(file);
        for (const auto &word : personal)
            CHECK_FALSE(body.contains(word));
    }
    CHECK(objects > 10);

    // Nothing that the station wrote is open to others.
    QDirIterator all(out + QStringLiteral("/data"),
                     QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QFileInfo entry(all.next());
        INFO(entry.filePath().toStdString());
        const auto open =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        CHECK((entry.isSymLink() || (entry.permissions() & open) == 0));
    }

    // Run again into the same folder: the second time finds what the first left.
    const Run again =
        run(StationUnderTest::program(), {QStringLiteral("demo"), QStringLiteral("--out"), out});
    CHECK(again.exitCode == 0);
}

TEST_CASE("one dossier goes the whole way by commands", "[e2e]")
{
    const StationUnderTest station;
    const QString dossier =
        station.newDossier({QStringLiteral("--code"), QStringLiteral("000.00.16.H62-240715-0001")});
    REQUIRE_FALSE(dossier.isEmpty());
    const QString byCode = QStringLiteral("000.00.16.h62-240715-0001");
    CHECK(station.show(byCode)[QStringLiteral("uuid")].toString() == dossier);

    const auto at = [&](const QString &command, const QStringList &more = {}) {
        return station.cli(QStringList{command, dossier} + more);
    };
    const QStringList gt04{QStringLiteral("--component"), QStringLiteral("GT04")};
    REQUIRE(station.cli({QStringLiteral("devices")})
                .json()[QStringLiteral("devices")]
                .toArray()
                .size() == 2);
    CHECK(at(QStringLiteral("decide"),
             gt04 + QStringList{QStringLiteral("--as"), QStringLiteral("digitize")})
              .exitCode == 0);
    station.feed(StationUnderTest::training(QStringLiteral("GT04")));
    const Run scanned =
        at(QStringLiteral("scan"),
           gt04 + QStringList{QStringLiteral("--source"), QStringLiteral("feeder"),
                              QStringLiteral("--expect-sheets"), QStringLiteral("1")});
    INFO(scanned.errors.toStdString());
    REQUIRE(scanned.exitCode == 0);
    CHECK(scanned.json()[QStringLiteral("sides")].toInt() == 1);

    // Two training tokens cannot exist; the first token call makes the only one.
    REQUIRE(station.cli({QStringLiteral("token"), QStringLiteral("list")})
                .json()[QStringLiteral("tokens")]
                .toArray()
                .size() == 1);
    REQUIRE(
        at(QStringLiteral("sign"), {QStringLiteral("--pin-file"), station.pinFile()}).exitCode ==
        0);
    const Run extracted = at(QStringLiteral("extract"));
    REQUIRE(extracted.exitCode == 0);
    CHECK(extracted.output.contains("026185001234"));
    const Run confirmed =
        at(QStringLiteral("confirm"),
           gt04 + QStringList{QStringLiteral("--set"), QStringLiteral("address=Vĩnh Yên"),
                              QStringLiteral("--accept")});
    INFO(confirmed.errors.toStdString());
    REQUIRE(confirmed.exitCode == 0);
    CHECK(confirmed.output.contains("\"typed\""));
    CHECK(confirmed.output.contains("\"qr\""));

    // The other components have no paper yet: done, but somebody should look.
    const Run stored = at(QStringLiteral("store"));
    INFO(stored.errors.toStdString());
    REQUIRE(stored.exitCode == 3);
    CHECK(stored.json()[QStringLiteral("codes")][QStringLiteral("GT04")].toString() ==
          QStringLiteral("026185001234.1.002809.GT04.01"));
    CHECK(station.component(dossier, QStringLiteral("GT04"))[QStringLiteral("state")].toString() ==
          QStringLiteral("handed_over"));

    const Run papers = station.cli({QStringLiteral("lookup"), QStringLiteral("026185001234")});
    CHECK(papers.json()[QStringLiteral("papers")].toArray().size() == 1);
    const QString department = station.show(dossier)[QStringLiteral("department")].toString();
    const Run inbox = station.cli({QStringLiteral("inbox"), department});
    REQUIRE(inbox.json()[QStringLiteral("events")].toArray().size() == 1);
    CHECK(station.cli({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode == 0);
    CHECK(station.cli({QStringLiteral("sync")}).exitCode == 0);

    // A second dossier of the owner links the paper instead of scanning it.
    const QString second = station.newDossier();
    CHECK(station
              .cli(QStringList{QStringLiteral("decide"), second} + gt04 +
                   QStringList{QStringLiteral("--as"), QStringLiteral("reuse")})
              .exitCode == 0);
    const auto linked = station.component(second, QStringLiteral("GT04"));
    CHECK(linked[QStringLiteral("state")].toString() == QStringLiteral("reused"));
    CHECK(linked[QStringLiteral("digitization_code")].toString() ==
          QStringLiteral("026185001234.1.002809.GT04.01"));
}

TEST_CASE("images become a clean PDF/A without a dossier", "[e2e]")
{
    const QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain.pdf"));
    const QString searchable = folder.filePath(QStringLiteral("text.pdf"));
    const auto pictures = StationUnderTest::training(QStringLiteral("GT06"));
    REQUIRE_FALSE(pictures.isEmpty());
    const QStringList digitize = QStringList{QStringLiteral("digitize")} + pictures.mid(0, 1);
    REQUIRE(run(StationUnderTest::program(), digitize + QStringList{QStringLiteral("-o"), plain})
                .exitCode == 0);
    REQUIRE(run(StationUnderTest::program(),
                digitize + QStringList{QStringLiteral("-o"), searchable,
                                       QStringLiteral("--text-layer"), QStringLiteral("embedded")})
                .exitCode == 0);
    const auto textOf = [](const QString &pdf) {
        return run(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}).output.trimmed();
    };
    CHECK(textOf(plain).isEmpty());
    CHECK(textOf(searchable).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
}
