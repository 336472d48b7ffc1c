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
list_deadline_ms = 4000
login_deadline_ms = 5000
sign_deadline_ms = 6000
[repository]
kind = "folder"
path = "/mnt/kho"
province_key_file = "/etc/province.key"
[signing]
idle_lock_minutes = 10
offline_allowed = false
[[signing.timestamp]]
name = "first"
url = "http://tsa.example/one"
requests = 15
minutes = 5
[[signing.timestamp]]
name = "second"
url = "https://tsa.example:8443/"
[[signing.clerk]]
account = "quay5"
certificates = ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "9F:86:D0:81:88:4C:7D:65:9A:2F:EA:A0:C5:5A:D0:15:A3:BF:4F:1B:2B:0B:82:2C:D1:5D:6C:15:B0:F0:0A:09"]
[network]
proxy = "http://proxy.example:3128"
proxy_login_file = "/etc/proxy.login"
ca_file = "/etc/ca.pem"
connect_timeout_ms = 1500
answer_timeout_ms = 2500
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
    CHECK(settings->token.listDeadlineMs == 4000);
    CHECK(settings->token.loginDeadlineMs == 5000);
    CHECK(settings->token.signDeadlineMs == 6000);
    CHECK(settings->repository.path == u"/mnt/kho"_s);
    CHECK(settings->repository.provinceKeyFile == u"/etc/province.key"_s);

    const auto &signing = settings->signing;
    CHECK(signing.idleLockMinutes == 10);
    CHECK_FALSE(signing.offlineAllowed);
    REQUIRE(signing.timestamps.size() == 2);
    CHECK(signing.timestamps[0].name == u"first"_s);
    CHECK(signing.timestamps[0].url == u"http://tsa.example/one"_s);
    CHECK(signing.timestamps[0].requests == 15);
    CHECK(signing.timestamps[0].minutes == 5);
    CHECK(signing.timestamps[1].url == u"https://tsa.example:8443/"_s);
    CHECK(signing.timestamps[1].requests == 0);
    REQUIRE(signing.clerks.size() == 1);
    CHECK(signing.clerks[0].account == u"quay5"_s);
    REQUIRE(signing.clerks[0].certificates.size() == 2);
    CHECK(signing.clerks[0].certificates[1] ==
          u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a09"_s);
    CHECK(settings->network.proxy == u"http://proxy.example:3128"_s);
    CHECK(settings->network.proxyLoginFile == u"/etc/proxy.login"_s);
    CHECK(settings->network.caFile == u"/etc/ca.pem"_s);
    CHECK(settings->network.connectTimeoutMs == 1500);
    CHECK(settings->network.answerTimeoutMs == 2500);
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
    folder.add(u"a.toml"_s, "office_file = 'office.toml'\n[repository]\npath = '../kho'\n"
                            "[network]\nca_file = 'ca.pem'\nproxy_login_file = 'login'\n");
    const auto settings = folder.load();
    REQUIRE(settings);
    CHECK(settings->officeFile == folder.path() + u"/office.toml"_s);
    CHECK(settings->repository.path == QDir::cleanPath(folder.path() + u"/../kho"_s));
    CHECK(settings->network.caFile == folder.path() + u"/ca.pem"_s);
    CHECK(settings->network.proxyLoginFile == folder.path() + u"/login"_s);
}

TEST_CASE("time-stamp authorities of a later file take the place of earlier ones", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"10-office.toml"_s,
               "[[signing.timestamp]]\nname = 'a'\nurl = 'http://a.example'\n"
               "[[signing.timestamp]]\nname = 'b'\nurl = 'http://b.example'\n");
    folder.add(u"20-local.toml"_s, "[[signing.timestamp]]\nname = 'c'\nurl = 'http://c.example'\n");
    const auto settings = folder.load();
    REQUIRE(settings);
    REQUIRE(settings->signing.timestamps.size() == 1);
    CHECK(settings->signing.timestamps[0].name == u"c"_s);
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
        {"[repository]\nkind = 'ftp'", u"2:8: repository.kind: expected folder or s3"_s},
        {"[[repository.bandwidth]]\nfrom = '7.30'\nto = '17:00'\nkilobytes_per_second = 9",
         u"2:8: repository.bandwidth.from: expected a time like 07:30"_s},
        {"[repository]\ndocument_bucket = 'Kho'",
         u"2:19: repository.document_bucket: expected 3 to 63 small letters, digits, '.' or '-'"_s},
        {"[storage]\nsealing = 'tpm'",
         u"2:11: storage.sealing: expected keyring or file or none"_s},
        {"[[signing.timestamp]]\nname = 'a'\nurl = 'ftp://a.example'",
         u"3:7: signing.timestamp.url: expected an address that begins with http:// or https://, "
         "without a login"_s},
        {"[[signing.timestamp]]\nname = 'a'\nurl = 'http://u:p@a.example'",
         u"3:7: signing.timestamp.url: expected an address that begins with http:// or https://, "
         "without a login"_s},
        {"[[signing.timestamp]]\nname = 'a'\nurl = 'http://a.example'\nrequests = 3",
         u"4:12: signing.timestamp.requests: goes together with minutes"_s},
        {"[[signing.clerk]]\naccount = 'a'\ncertificates = ['abc']",
         u"3:16: signing.clerk.certificates: expected SHA-256 values of 64 hexadecimal digits"_s},
        {"[network]\nproxy = 'proxy.example:3128'",
         u"2:9: network.proxy: expected an address that begins with http://, without a login"_s},
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

TEST_CASE("everything about a repository server and what is kept here can be set", "[config]")
{
    const ConfigFolder folder;
    folder.add(u"a.toml"_s, R"(
[repository]
kind = "s3"
url = "https://kho.example.vn"
region = "hn-1"
document_bucket = "tinh-doc"
control_bucket = "tinh-ctl"
login_file = "s3.login"
client_certificate_file = "client.pem"
parallel = 2
[[repository.bandwidth]]
from = "07:30"
to = "17:00"
kilobytes_per_second = 500
[gateway]
url = "https://truc.example.vn/mapi/g"
login = "client_credentials"
login_url = "https://truc.example.vn/token"
login_file = "gateway.login"
mapping_file = "mapping.toml"
[handover]
acknowledge_minutes = 30
webhook_url = "https://so.example.vn/hook"
webhook_secret_file = "hook.secret"
[storage]
reserve_mb = 800
sealing = "file"
sealing_key_file = "sealing.key"
recovery_certificate_file = "office.pem"
[backup]
folder = "/mnt/backup"
every_minutes = 30
keep = 7
[roles]
clerk_group = "tsh-counter"

[[key]]
action = "sign"
key = "F9"

[[key]]
action = "sign"
key = "F7"

[purge]
enabled = true
after_days = 60
audit_every_days = 3
audit_sample = 20
)");
    const auto settings = folder.load();
    REQUIRE(settings);
    const QString at = folder.path() + u'/';
    const auto &repository = settings->repository;
    CHECK(repository.kind == RepositoryKind::S3);
    CHECK(repository.url == u"https://kho.example.vn"_s);
    CHECK(repository.region == u"hn-1"_s);
    CHECK(repository.documentBucket == u"tinh-doc"_s);
    CHECK(repository.controlBucket == u"tinh-ctl"_s);
    CHECK(repository.loginFile == at + u"s3.login"_s);
    CHECK(repository.clientCertificateFile == at + u"client.pem"_s);
    CHECK(repository.parallel == 2);
    REQUIRE(repository.bandwidth.size() == 1);
    CHECK(repository.bandwidth[0].fromMinute == 450);
    CHECK(repository.bandwidth[0].toMinute == 1020);
    CHECK(repository.bandwidth[0].kilobytesPerSecond == 500);
    CHECK(settings->gateway.url == u"https://truc.example.vn/mapi/g"_s);
    CHECK(settings->gateway.login == GatewayLogin::ClientCredentials);
    CHECK(settings->gateway.loginUrl == u"https://truc.example.vn/token"_s);
    CHECK(settings->gateway.loginFile == at + u"gateway.login"_s);
    CHECK(settings->gateway.mappingFile == at + u"mapping.toml"_s);
    CHECK(settings->handover.acknowledgeMinutes == 30);
    CHECK(settings->handover.webhookUrl == u"https://so.example.vn/hook"_s);
    CHECK(settings->handover.webhookSecretFile == at + u"hook.secret"_s);
    CHECK(settings->storage.reserveMb == 800);
    CHECK(settings->storage.sealing == SealingKey::File);
    CHECK(settings->storage.sealingKeyFile == at + u"sealing.key"_s);
    CHECK(settings->storage.recoveryCertificateFile == at + u"office.pem"_s);
    CHECK(settings->backup.folder == u"/mnt/backup"_s);
    CHECK(settings->backup.everyMinutes == 30);
    CHECK(settings->backup.keep == 7);
    CHECK(settings->roles.clerkGroup == u"tsh-counter"_s);
    REQUIRE(settings->keys.size() == 1);
    CHECK(settings->keys.front().key == u"F7"_s);
    CHECK(settings->purge.enabled);
    CHECK(settings->purge.afterDays == 60);
    CHECK(settings->purge.auditEveryDays == 3);
    CHECK(settings->purge.auditSample == 20);
}

TEST_CASE("what belongs together must be set together", "[config]")
{
    const auto [content, gap] = GENERATE(table<QByteArray, QString>({
        {"[repository]\nkind = 's3'",
         u"repository.kind: s3 needs url, document_bucket, control_bucket, login_file"_s},
        {"[gateway]\nurl = 'https://a.example'", u"gateway.url: needs login_url and login_file"_s},
        {"[handover]\nwebhook_url = 'https://a.example'",
         u"handover.webhook_url: needs webhook_secret_file"_s},
    }));
    const ConfigFolder folder;
    folder.add(u"a.toml"_s, content);
    const auto settings = folder.load();
    REQUIRE_FALSE(settings);
    CHECK(settings.error().subject == folder.path() + u": "_s + gap);
}

TEST_CASE("what leads to a server elsewhere is told from what stays on this computer", "[config]")
{
    config::Settings settings;
    settings.repository.kind = config::RepositoryKind::S3;
    settings.repository.url = u"http://127.0.0.1:9000"_s;
    settings.gateway.url = u"http://localhost/mapi"_s;
    settings.handover.webhookUrl = u"http://[::1]:80/hook"_s;
    CHECK(config::realEndpoints(settings).isEmpty());
    settings.repository.url = u"https://kho.example.vn"_s;
    settings.gateway.loginUrl = u"https://127.0.0.1.example.vn"_s;
    settings.signing.timestamps = {{.name = u"a"_s, .url = u"http://tsa.example.vn"_s}};
    CHECK(config::realEndpoints(settings) ==
          QStringList{u"repository.url"_s, u"gateway.login_url"_s, u"signing.timestamp.url"_s});
    settings.repository.kind = config::RepositoryKind::Folder;
    CHECK_FALSE(config::realEndpoints(settings).contains(u"repository.url"_s));
}
