#include "core/exporting/dossier_export.h"

#include "core/base/durable_file.h"
#include "core/store/store.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace station;
using namespace station::exporting;

namespace {

using namespace Qt::StringLiterals;

class FixedClock final : public Clock {
public:
    qint64 nowMs() const override { return sample::receivedAtMs + 3'600'000; }
};

/// A station with one dossier: two signed papers, one reused, one plain scan, one only shown.
struct World {
    World()
    {
        auto dossier = sample::aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s, u"GT04"_s, u"GT05"_s});
        dossier.components[0].state = sample::anExtractedCopy(blob("first copy"));
        dossier.components[1].state = sample::anExtractedCopy(blob("second copy")).copy;
        dossier.components[2].state = dossier::ReusedCopy{
            blob("old copy"), *codes::DigitizationCode::parse(sample::digitizationCode)};
        dossier.components[3].state = dossier::AttachedPaper{{sample::aSide()}};
        dossier.components[4].state = dossier::ShownPaper{};
        auto store = store::Store::open(data.path(), clock);
        REQUIRE(store->createDossier(dossier, sample::actor));
        REQUIRE(store->record(dossier.uuid, u"GT01"_s, sample::actor, u"display"_s,
                              sha256Hex("first copy"), {{u"pages"_s, 2}}));
        request = {.dossier = *store->load(dossier.uuid),
                   .procedureName = u"Đổi Giấy phép lái xe"_s,
                   .paperNames = {{u"GT01"_s, u"Giấy khám sức khỏe <A & B>"_s}},
                   .officeName = u"Trung tâm Phục vụ hành chính công"_s,
                   .departmentName = u"Sở Giao thông vận tải"_s,
                   .producer = u"Tram So hoa 0.1.0"_s,
                   .audit = *store->audit(dossier.uuid),
                   .manifest = R"({"schema":1})",
                   .folder = to.filePath(u"exports"_s),
                   .form = PackageForm::Eark};
    }

    dossier::Blob blob(const QByteArray &bytes)
    {
        contents.insert(sha256Hex(bytes), bytes);
        return {sha256Hex(bytes), bytes.size()};
    }

    Expected<ExportReport> run(const ExportProgress &progress = {},
                               const std::stop_token &stop = {})
    {
        return exportDossier(
            request,
            [this](const dossier::Blob &wanted) -> Expected<QByteArray> {
                if (!contents.contains(wanted.sha256))
                    return fail(Fault::FileMissing);
                return contents.value(wanted.sha256);
            },
            clock, progress, stop);
    }

    QString objectId() const { return u"uuid-"_s + request.dossier.uuid.toUpper(); }
    /// What lies in the folder of exports, hidden names too.
    QStringList exports() const
    {
        return QDir(request.folder)
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    QTemporaryDir data;
    QTemporaryDir to;
    FixedClock clock;
    QHash<QString, QByteArray> contents;
    ExportRequest request{.dossier = sample::aDossier()};
};

QStringList filesBelow(const QString &root)
{
    QStringList files;
    QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << QDir(root).relativeFilePath(all.next());
    files.sort();
    return files;
}

/// What an outside program says; empty when it fails.
QByteArray output(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(10'000);
    INFO(process.readAllStandardError().toStdString());
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString xpath(const QString &file, const QString &expression)
{
    return QString::fromUtf8(output(u"xmllint"_s, {u"--xpath"_s, expression, file})).trimmed();
}

/// Values of an attribute in document order.
QStringList attributes(const QString &file, const QString &expression)
{
    QStringList values;
    for (const auto &pair : xpath(file, expression).split(u'\n', Qt::SkipEmptyParts))
        values << pair.section(u'"', 1, 1);
    return values;
}

}  // namespace

TEST_CASE("an E-ARK package holds copies and all that is told of them", "[exporting]")
{
    World world;
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->path == world.request.folder + u'/' + world.objectId());
    CHECK(report->copies == 3);
    CHECK(report->leftOut == QStringList{u"GT04"_s});
    CHECK(world.exports() == QStringList{world.objectId()});
    CHECK(filesBelow(report->path) ==
          QStringList{
              u"METS.xml"_s, u"metadata/descriptive/dc.xml"_s, u"metadata/other/manifest.json"_s,
              u"metadata/preservation/premis.xml"_s, u"representations/rep1/METS.xml"_s,
              u"representations/rep1/data/GT01.pdf"_s, u"representations/rep1/data/GT02.pdf"_s,
              u"representations/rep1/data/GT03.pdf"_s,
              u"representations/rep1/metadata/descriptive/GT01.xml"_s,
              u"representations/rep1/metadata/descriptive/GT02.xml"_s,
              u"representations/rep1/metadata/descriptive/GT03.xml"_s, u"schemas/audit-row.xsd"_s});
    CHECK(*readWhole(report->path + u"/representations/rep1/data/GT01.pdf"_s) == "first copy");
    CHECK(report->sha256 == *sha256OfFile(report->path + u"/METS.xml"_s));
    for (const QString &file : filesBelow(report->path)) {
        CHECK((QFileInfo(report->path + u'/' + file).permissions() &
               (QFile::ReadGroup | QFile::ReadOther)) == 0);
        if (file.endsWith(u".xml"_s))
            output(u"xmllint"_s, {u"--noout"_s, report->path + u'/' + file});
    }
}

TEST_CASE("the METS documents name every other file of the package with size and hash",
          "[exporting]")
{
    World world;
    const auto report = world.run();
    REQUIRE(report);
    QStringList named{u"METS.xml"_s};
    for (const QString &base : {u""_s, u"representations/rep1/"_s}) {
        const QString mets = report->path + u'/' + base + u"METS.xml"_s;
        const QString entries = u"//*[@CHECKSUM]"_s;
        const auto hrefs = attributes(
            mets, u"//*[local-name()='mdRef' or local-name()='FLocat']/@*[local-name()='href']"_s);
        const auto sums = attributes(mets, entries + u"/@CHECKSUM"_s);
        const auto sizes = attributes(mets, entries + u"/@SIZE"_s);
        REQUIRE(hrefs.size() == sums.size());
        REQUIRE(hrefs.size() == sizes.size());
        for (qsizetype index = 0; index < hrefs.size(); ++index) {
            const QString file = report->path + u'/' + base + hrefs[index];
            CHECK(sums[index] == *sha256OfFile(file));
            CHECK(sizes[index].toLongLong() == QFileInfo(file).size());
            named << base + hrefs[index];
        }
        // Every reference inside the document leads somewhere.
        const auto ids = attributes(mets, u"//@ID"_s);
        CHECK(QSet<QString>(ids.begin(), ids.end()).size() == ids.size());
        for (const QString &links : attributes(mets, u"//@DMDID | //@ADMID | //@FILEID"_s)) {
            for (const QString &link : links.split(u' '))
                CHECK(ids.contains(link));
        }
    }
    named.sort();
    CHECK(named == filesBelow(report->path));
    const QString mets = report->path + u"/METS.xml"_s;
    CHECK(xpath(mets, u"string(/*/@OBJID)"_s) == world.objectId());
    CHECK(xpath(mets, u"string(//*[local-name()='metsHdr']/@CREATEDATE)"_s) ==
          u"2024-07-15T09:30:12+07:00"_s);
    CHECK(xpath(mets, u"string(//*[local-name()='mptr']/@*[local-name()='href'])"_s) ==
          u"representations/rep1/METS.xml"_s);
}

TEST_CASE("PREMIS tells of each copy and repeats the rows of the audit chain", "[exporting]")
{
    World world;
    const auto report = world.run();
    REQUIRE(report);
    const QString premis = report->path + u"/metadata/preservation/premis.xml"_s;
    CHECK(xpath(premis, u"count(//*[local-name()='object'])"_s) == u"3"_s);
    CHECK(attributes(premis, u"//*[local-name()='row']/@sha256"_s) == [&] {
        QStringList sums;
        for (const auto &row : world.request.audit)
            sums << row.sha256;
        return sums;
    }());
    // The row fits the schema that travels with it.
    const QString row = world.to.filePath(u"row.xml"_s);
    REQUIRE(writeDurably(
        row, xpath(premis, u"(//*[local-name()='row'])[last()]"_s)
                 .replace(u"<audit:row"_s, u"<audit:row xmlns:audit=\"urn:tram-so-hoa:audit:1\""_s)
                 .toUtf8()));
    output(u"xmllint"_s,
           {u"--noout"_s, u"--schema"_s, report->path + u"/schemas/audit-row.xsd"_s, row});
    REQUIRE(world.request.audit.size() >= 2);
    const QString event = u"//*[local-name()='event'][*[local-name()='eventType']='display']"_s;
    CHECK(xpath(premis, u"string("_s + event + u"//@facts)"_s) == u"{\"pages\":2}"_s);
    CHECK(xpath(premis,
                u"string("_s + event + u"//*[local-name()='linkingObjectIdentifierValue'])"_s) ==
          u"representations/rep1/data/GT01.pdf"_s);
    CHECK(xpath(premis, u"string(//*[local-name()='agent']/*[local-name()='agentName'])"_s) ==
          sample::aClerk().name);
    CHECK(xpath(premis, u"string(//*[local-name()='messageDigest'])"_s) == sha256Hex("first copy"));
}

TEST_CASE("descriptions say what a paper is in the words of its confirmed fields", "[exporting]")
{
    World world;
    const auto report = world.run();
    REQUIRE(report);
    const auto value = [&](const QString &file, const char *element, int number = 1) {
        return xpath(
            report->path + u'/' + file,
            u"string(//*[local-name()='%1'][%2])"_s.arg(QLatin1String(element)).arg(number));
    };
    const QString folder = u"representations/rep1/metadata/descriptive/"_s;
    CHECK(value(folder + u"GT01.xml"_s, "title") == u"Giấy khám sức khỏe <A & B>"_s);
    CHECK(value(folder + u"GT01.xml"_s, "identifier") == u"88-0123"_s);
    CHECK(value(folder + u"GT01.xml"_s, "date") == u"2022-07-05"_s);
    CHECK(value(folder + u"GT03.xml"_s, "identifier") == sample::digitizationCode);
    CHECK(value(folder + u"GT03.xml"_s, "title") == u"GT03"_s);
    CHECK(value(u"metadata/descriptive/dc.xml"_s, "identifier") == sample::dossierCode);
    CHECK(value(u"metadata/descriptive/dc.xml"_s, "subject") == sample::ownerName);
}

TEST_CASE("a bag is valid for an outside program and holds the E-ARK package", "[exporting]")
{
    World world;
    world.request.form = PackageForm::Bag;
    const auto report = world.run();
    REQUIRE(report);
    CHECK(report->path == world.request.folder + u'/' + world.objectId() + u"-bag"_s);
    const QString bag = report->path;
    CHECK(*readWhole(bag + u"/bagit.txt"_s) ==
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    output(u"sha256sum"_s, {u"--check"_s, u"--strict"_s, u"manifest-sha256.txt"_s}, bag);
    output(u"sha256sum"_s, {u"--check"_s, u"--strict"_s, u"tagmanifest-sha256.txt"_s}, bag);

    const auto listed = [&](const QString &manifest) {
        QStringList paths;
        for (const QString &line :
             QString::fromUtf8(*readWhole(bag + u'/' + manifest)).split(u'\n', Qt::SkipEmptyParts))
            paths << line.mid(66);
        return paths;
    };
    QStringList all = listed(u"manifest-sha256.txt"_s) + listed(u"tagmanifest-sha256.txt"_s) +
                      QStringList{u"tagmanifest-sha256.txt"_s};
    all.sort();
    CHECK(all == filesBelow(bag));

    qint64 bytes = 0;
    for (const QString &file : listed(u"manifest-sha256.txt"_s)) {
        CHECK(file.startsWith(u"data/"_s + world.objectId()));
        bytes += QFileInfo(bag + u'/' + file).size();
    }
    CHECK(QString::fromUtf8(*readWhole(bag + u"/bag-info.txt"_s)) ==
          u"Source-Organization: Trung tâm Phục vụ hành chính công\nBagging-Date: 2024-07-15\n"
          u"Bag-Software-Agent: Tram So hoa 0.1.0\nExternal-Identifier: %1\n"
          u"Payload-Oxum: %2.%3\n"_s.arg(world.objectId())
              .arg(bytes)
              .arg(listed(u"manifest-sha256.txt"_s).size()));
    CHECK(report->sha256 == *sha256OfFile(bag + u"/tagmanifest-sha256.txt"_s));

    world.request.form = PackageForm::Eark;
    REQUIRE(world.run());
    CHECK(filesBelow(bag + u"/data"_s) == [&] {
        QStringList files;
        for (const QString &file : filesBelow(world.request.folder + u'/' + world.objectId()))
            files << world.objectId() + u'/' + file;
        return files;
    }());
}

TEST_CASE("no file name and no tag of a bag tells of a person", "[exporting]")
{
    World world;
    world.request.form = PackageForm::Bag;
    const auto report = world.run();
    REQUIRE(report);
    QByteArray open = filesBelow(report->path).join(u'\n').toUtf8() + report->path.toUtf8();
    for (const char *tag : {"bagit", "bag-info", "manifest-sha256", "tagmanifest-sha256"})
        open += *readWhole(report->path + u'/' + QLatin1String(tag) + u".txt"_s);
    for (const QString &personal : {sample::ownerId, sample::ownerName, sample::dossierCode,
                                    sample::digitizationCode, sample::aClerk().name})
        CHECK_FALSE(open.contains(personal.toUtf8()));
}

TEST_CASE("a package that is there is never touched", "[exporting]")
{
    World world;
    world.request.form = GENERATE(PackageForm::Eark, PackageForm::Bag);
    const auto first = world.run();
    REQUIRE(first);
    REQUIRE(writeDurably(first->path + u"/METS.xml"_s, "mine"));
    const auto second = world.run();
    REQUIRE_FALSE(second);
    CHECK(second.error().fault == Fault::PlaceTaken);
    CHECK(second.error().subject == first->path);
    CHECK(*readWhole(first->path + u"/METS.xml"_s) == "mine");
    CHECK(world.exports().size() == 1);
}

TEST_CASE("a dossier without a signed copy makes no package", "[exporting]")
{
    World world;
    world.request.dossier.components.erase(world.request.dossier.components.begin(),
                                           world.request.dossier.components.begin() + 3);
    CHECK(world.run().error().fault == Fault::NothingToDo);
    CHECK(world.exports().isEmpty());
}

TEST_CASE("an export that does not come to its end leaves nothing", "[exporting]")
{
    World world;
    SECTION("a copy is missing")
    {
        world.contents.remove(sha256Hex("old copy"));
        CHECK(world.run().error().fault == Fault::FileMissing);
    }
    SECTION("a copy has other bytes than were signed")
    {
        world.contents[sha256Hex("old copy")] = "new copy";
        const auto report = world.run();
        REQUIRE_FALSE(report);
        CHECK(report.error().fault == Fault::StorageFailed);
        CHECK(report.error().subject == u"GT03"_s);
    }
    SECTION("the clerk stops it")
    {
        std::stop_source stop;
        const auto report = world.run(
            [&](int done, int) {
                if (done == 1)
                    stop.request_stop();
            },
            stop.get_token());
        CHECK(report.error().fault == Fault::Cancelled);
    }
    CHECK(world.exports().isEmpty());
}

TEST_CASE("an export tells how far it is", "[exporting]")
{
    World world;
    std::vector<std::pair<int, int>> seen;
    REQUIRE(world.run([&](int done, int copies) { seen.emplace_back(done, copies); }));
    CHECK(seen == std::vector<std::pair<int, int>>{{0, 3}, {1, 3}, {2, 3}, {3, 3}});
}
