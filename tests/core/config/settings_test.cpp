#include "core/config/settings.h"

#include "core/config/share_folder.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace station;
using namespace station::config;
using namespace Qt::StringLiterals;

namespace {

class ConfigFolder {
public:
    void add(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
    QString path() const { return m_dir.path(); }
    Expected<Settings> load() const
    {
        return withFolder(demoSettings(u"/share"_s, u"/data"_s), path());
    }

private:
    QTemporaryDir m_dir;
};

}  // namespace

TEST_CASE("the program runs on its built-in settings without any file", "[config]")
{
    const auto settings = demoSettings(QStringLiteral(STATION_SHARE_DIR), u"/data"_s);
    CHECK(QFileInfo::exists(settings.officeFile));
    CHECK(QFileInfo::exists(QStringLiteral(STATION_SHARE_DIR) + u"/rules/"_s +
                            settings.ruleProfile + u".toml"_s));
    CHECK(settings.language == u"vi"_s);
    CHECK(settings.scanner.device.isEmpty());
    CHECK(settings.scanner.source == ScannerSource::Feeder);
    CHECK_FALSE(settings.scanner.dpi);
    CHECK(settings.token.trustDir.isEmpty());
    CHECK(settings.repository.kind == RepositoryKind::Folder);
    CHECK(settings.repository.path == u"/data/repository"_s);
}

TEST_CASE("an empty settings folder changes nothing and a missing one is an error", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"readme.txt"_s, "not = toml = at all");
    const auto settings = folder.load();
    REQUIRE(settings);
    CHECK(settings->officeFile == u"/share/offices/training.toml"_s);

    const auto missing = withFolder(Settings{}, u"/nonexistent/config"_s);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::SettingsInvalid);
    CHECK(missing.error().subject == u"/nonexistent/config: no such folder"_s);
}

TEST_CASE("every key of the settings can be set", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"10-office.toml"_s, R"(
station_id = "q05-may-1"
language = "en"
office_file = "/etc/office.toml"
rule_profile = "2025"
[scanner]
device = "fujitsu:fi-7160:1234"
source = "duplex"
mode = "gray"
dpi = 200
sane_config_dir = "/etc/sane.d"
open_deadline_ms = 1000
first_data_deadline_ms = 2000
following_data_deadline_ms = 3000
[token]
modules = ["/usr/lib/libbit4xpki.so", "/usr/lib/softhsm/libsofthsm2.so"]
label = "Quầy 5"
trust_dir = "/etc/trust"
[repository]
kind = "folder"
path = "/mnt/kho"
province_key_file = "/etc/province.key"
)");
    const auto settings = folder.load();
    REQUIRE(settings);
    CHECK(settings->stationId == u"q05-may-1"_s);
    CHECK(settings->language == u"en"_s);
    CHECK(settings->officeFile == u"/etc/office.toml"_s);
    CHECK(settings->ruleProfile == u"2025"_s);
    CHECK(settings->scanner.device == u"fujitsu:fi-7160:1234"_s);
    CHECK(settings->scanner.source == ScannerSource::Duplex);
    CHECK(settings->scanner.mode == ScannerMode::Gray);
    CHECK(settings->scanner.dpi == 200);
    CHECK(settings->scanner.saneConfigDir == u"/etc/sane.d"_s);
    CHECK(settings->scanner.openDeadlineMs == 1000);
    CHECK(settings->scanner.firstDataDeadlineMs == 2000);
    CHECK(settings->scanner.followingDataDeadlineMs == 3000);
    CHECK(settings->token.modules ==
          QStringList{u"/usr/lib/libbit4xpki.so"_s, u"/usr/lib/softhsm/libsofthsm2.so"_s});
    CHECK(settings->token.label == u"Quầy 5"_s);
    CHECK(settings->token.trustDir == u"/etc/trust"_s);
    CHECK(settings->repository.path == u"/mnt/kho"_s);
    CHECK(settings->repository.provinceKeyFile == u"/etc/province.key"_s);
}

TEST_CASE("a later file wins and leaves what it does not name", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"20-local.toml"_s, "[scanner]\ndpi = 400\n");
    folder.add(u"10-office.toml"_s, "station_id = 'a'\n[scanner]\ndpi = 200\nmode = 'gray'\n");
    const auto settings = folder.load();
    REQUIRE(settings);
    CHECK(settings->stationId == u"a"_s);
    CHECK(settings->scanner.dpi == 400);
    CHECK(settings->scanner.mode == ScannerMode::Gray);
}

TEST_CASE("a relative path counts from the file that holds it", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"a.toml"_s, "office_file = 'office.toml'\n[repository]\npath = '../kho'\n");
    const auto settings = folder.load();
    REQUIRE(settings);
    CHECK(settings->officeFile == folder.path() + u"/office.toml"_s);
    CHECK(settings->repository.path == QDir::cleanPath(folder.path() + u"/../kho"_s));
}

TEST_CASE("a wrong setting is told with file, line, column and key", "[config]")
{
    const auto [content, problem] = GENERATE(table<QByteArray, QString>({
        {"station_id = 'a b'", u"1:14: station_id: expected up to 32 letters, digits or '-'"_s},
        {"rule_profile = '../x'",
         u"1:16: rule_profile: expected up to 32 letters, digits or '-'"_s},
        {"language = 'fr'", u"1:12: language: expected vi or en or cs"_s},
        {"stationid = 'a'", u"1:1: stationid: unknown key; did you mean station_id?"_s},
        {"[scaner]\ndpi = 300", u"1:2: scaner: unknown key; did you mean scanner?"_s},
        {"[scanner]\nresolution = 300", u"2:1: scanner.resolution: unknown key"_s},
        {"[scanner]\ndpi = 50", u"2:7: scanner.dpi: expected a whole number from 100 to 600"_s},
        {"[scanner]\nsource = 'adf'",
         u"2:10: scanner.source: expected flatbed or feeder or duplex"_s},
        {"[token]\nmodules = ['libx.so']", u"2:11: token.modules: expected full paths"_s},
        {"[token]\npin = '123456'",
         u"2:1: token.pin: a secret does not belong in a settings file"_s},
        {"[repository]\nkind = 'ftp'", u"2:8: repository.kind: expected folder"_s},
    }));
    const ConfigFolder folder;
    folder.add(u"a.toml"_s, content);
    const auto settings = folder.load();
    REQUIRE_FALSE(settings);
    CHECK(settings.error().fault == Fault::SettingsInvalid);
    CHECK(settings.error().subject == folder.path() + u"/a.toml:"_s + problem);
}

TEST_CASE("problems of all files are told at once", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"a.toml"_s, "language = 1\n");
    folder.add(u"b.toml"_s, "station_id = 1\n");
    const auto settings = folder.load();
    REQUIRE_FALSE(settings);
    const QStringList lines = settings.error().subject.split(u'\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].startsWith(folder.path() + u"/a.toml:1:12: language"_s));
    CHECK(lines[1].startsWith(folder.path() + u"/b.toml:1:14: station_id"_s));
}

TEST_CASE("the shared folder lies beside the folder of the program", "[config]")
{
    CHECK(shareFolder().endsWith(u"/share/tram-so-hoa"));
    CHECK_FALSE(shareFolder().contains(u".."));
}
