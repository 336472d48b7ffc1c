#include "core/config/settings.h"

#include "core/rules/toml_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::config {

namespace {

using rules::TomlTable;

/// Reads the keys of one file over what lower layers said.
class FileReader {
public:
    FileReader(Settings &settings, const QString &file)
        : m_settings(settings), m_folder(QFileInfo(file).absolutePath())
    {
    }

    void read(TomlTable &file)
    {
        readStation(file);
        file.readTable("scanner", [this](TomlTable &table) { readScanner(table); });
        file.readTable("token", [this](TomlTable &table) { readToken(table); });
        file.readTable("signing", [this](TomlTable &table) { readSigning(table); });
        file.readTable("network", [this](TomlTable &table) { readNetwork(table); });
        file.readTable("repository", [this](TomlTable &table) { readRepository(table); });
        file.readTable("gateway", [this](TomlTable &table) { readGateway(table); });
        file.readTable("handover", [this](TomlTable &table) { readHandover(table); });
        file.readTable("storage", [this](TomlTable &table) { readStorage(table); });
        file.readTable("backup", [this](TomlTable &table) { readBackup(table); });
        file.readTable("purge", [this](TomlTable &table) { readPurge(table); });
        file.readTable("roles", [this](TomlTable &table) { readRoles(table); });
        file.readTables("key", [this](TomlTable &entry) { readKey(entry); });
    }

private:
    void readStation(TomlTable &file)
    {
        static const QRegularExpression name(u"\\A[A-Za-z0-9][A-Za-z0-9-]{0,31}\\z"_s);
        const auto readName = [&file](const char *key, QString &target) {
            QString text;
            if (!file.read(key, text))
                return;
            if (name.match(text).hasMatch())
                target = text;
            else
                file.report(key, u"expected up to 32 letters, digits or '-'"_s);
        };
        readName("station_id", m_settings.stationId);
        readName("rule_profile", m_settings.ruleProfile);
        file.readChoice("language", m_settings.language,
                        {{u"vi"_s, u"vi"_s}, {u"en"_s, u"en"_s}, {u"cs"_s, u"cs"_s}});
        readPath(file, "office_file", m_settings.officeFile);
    }

    void readScanner(TomlTable &table)
    {
        ScannerSettings &scanner = m_settings.scanner;
        table.read("device", scanner.device);
        table.read("vendor", scanner.vendor);
        table.read("model", scanner.model);
        table.read("serial", scanner.serial);
        table.readChoice("network", scanner.network,
                         {{u"none"_s, ScannerNetwork::None},
                          {u"escl"_s, ScannerNetwork::Escl},
                          {u"saned"_s, ScannerNetwork::Saned}});
        table.read("address", scanner.address);
        if (scanner.network != ScannerNetwork::None && scanner.address.isEmpty())
            table.report("network", u"needs an address"_s);
        readPath(table, "login_file", scanner.loginFile);
        table.read("button", scanner.button);
        table.readChoice("source", scanner.source,
                         {{u"flatbed"_s, ScannerSource::Flatbed},
                          {u"feeder"_s, ScannerSource::Feeder},
                          {u"duplex"_s, ScannerSource::Duplex}});
        table.readChoice("mode", scanner.mode,
                         {{u"colour"_s, ScannerMode::Colour}, {u"gray"_s, ScannerMode::Gray}});
        table.read("dpi", scanner.dpi, 100, 600);
        readPath(table, "sane_config_dir", scanner.saneConfigDir);
        table.read("discovery_deadline_ms", scanner.discoveryDeadlineMs, 100, 600'000);
        table.read("open_deadline_ms", scanner.openDeadlineMs, 100, 600'000);
        table.read("first_data_deadline_ms", scanner.firstDataDeadlineMs, 100, 600'000);
        table.read("following_data_deadline_ms", scanner.followingDataDeadlineMs, 100, 600'000);
    }

    void readToken(TomlTable &table)
    {
        TokenSettings &token = m_settings.token;
        QStringList modules;
        if (table.read("modules", modules)) {
            // A bare name would be looked for wherever the loader looks.
            const bool allFull = std::all_of(modules.begin(), modules.end(), [](const QString &m) {
                return QDir::isAbsolutePath(m);
            });
            if (allFull)
                token.modules = modules;
            else
                table.report("modules", u"expected full paths"_s);
        }
        table.read("label", token.label);
        readPath(table, "trust_dir", token.trustDir);
        table.read("list_deadline_ms", token.listDeadlineMs, 100, 600'000);
        table.read("login_deadline_ms", token.loginDeadlineMs, 100, 600'000);
        table.read("sign_deadline_ms", token.signDeadlineMs, 100, 600'000);
    }

    /// A later file's list takes the place of an earlier one's.
    void readSigning(TomlTable &table)
    {
        SigningSettings &signing = m_settings.signing;
        table.read("idle_lock_minutes", signing.idleLockMinutes, 1, 120);
        table.read("offline_allowed", signing.offlineAllowed);
        std::vector<TimestampAuthoritySettings> timestamps;
        table.readTables("timestamp", [&](TomlTable &entry) {
            TimestampAuthoritySettings authority;
            entry.read("name", authority.name, TomlTable::Required);
            readUrl(entry, "url", authority.url, {u"http"_s, u"https"_s}, TomlTable::Required);
            entry.read("requests", authority.requests, 1, 100'000);
            entry.read("minutes", authority.minutes, 1, 24 * 60);
            if ((authority.requests > 0) != (authority.minutes > 0))
                entry.report("requests", u"goes together with minutes"_s);
            timestamps.push_back(std::move(authority));
        });
        if (!timestamps.empty())
            signing.timestamps = std::move(timestamps);
        std::vector<ClerkBinding> clerks;
        table.readTables("clerk", [&](TomlTable &entry) { clerks.push_back(clerkIn(entry)); });
        if (!clerks.empty())
            signing.clerks = std::move(clerks);
    }

    static ClerkBinding clerkIn(TomlTable &entry)
    {
        static const QRegularExpression sha256(u"\\A[0-9a-f]{64}\\z"_s);
        ClerkBinding clerk;
        entry.read("account", clerk.account, TomlTable::Required);
        QStringList certificates;
        if (!entry.read("certificates", certificates, TomlTable::Required))
            return clerk;
        for (const QString &certificate : certificates) {
            // As `openssl x509 -fingerprint -sha256` prints it, too.
            const QString hash = certificate.toLower().remove(u':');
            if (sha256.match(hash).hasMatch())
                clerk.certificates << hash;
        }
        if (clerk.certificates.isEmpty() || clerk.certificates.size() != certificates.size())
            entry.report("certificates", u"expected SHA-256 values of 64 hexadecimal digits"_s);
        return clerk;
    }

    void readNetwork(TomlTable &table)
    {
        NetworkSettings &network = m_settings.network;
        readUrl(table, "proxy", network.proxy, {u"http"_s});
        readPath(table, "proxy_login_file", network.proxyLoginFile);
        readPath(table, "ca_file", network.caFile);
        table.read("connect_timeout_ms", network.connectTimeoutMs, 100, 600'000);
        table.read("answer_timeout_ms", network.answerTimeoutMs, 100, 600'000);
    }

    /// With a host and without a login, which would be a secret in the file.
    static void readUrl(TomlTable &table, const char *key, QString &target,
                        const QStringList &schemes,
                        TomlTable::Need need = TomlTable::Need::Optional)
    {
        QString text;
        if (!table.read(key, text, need))
            return;
        const QUrl url(text, QUrl::StrictMode);
        if (url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty() &&
            url.userInfo().isEmpty())
            target = text;
        else
            table.report(key, u"expected an address that begins with "_s +
                                  schemes.join(u":// or "_s) + u"://, without a login"_s);
    }

    void readRepository(TomlTable &table)
    {
        RepositorySettings &repository = m_settings.repository;
        table.readChoice("kind", repository.kind,
                         {{u"folder"_s, RepositoryKind::Folder}, {u"s3"_s, RepositoryKind::S3}});
        readPath(table, "path", repository.path);
        readPath(table, "province_key_file", repository.provinceKeyFile);
        readUrl(table, "url", repository.url, {u"http"_s, u"https"_s});
        readName(table, "region", repository.region);
        readName(table, "document_bucket", repository.documentBucket);
        readName(table, "control_bucket", repository.controlBucket);
        readPath(table, "login_file", repository.loginFile);
        readPath(table, "client_certificate_file", repository.clientCertificateFile);
        table.read("parallel", repository.parallel, 1, 8);
        std::vector<BandwidthLimit> bandwidth;
        table.readTables("bandwidth", [&](TomlTable &entry) {
            BandwidthLimit limit;
            readTimeOfDay(entry, "from", limit.fromMinute);
            readTimeOfDay(entry, "to", limit.toMinute);
            if (!entry.read("kilobytes_per_second", limit.kilobytesPerSecond, 1, 1'000'000))
                entry.report("kilobytes_per_second", u"is missing"_s);
            bandwidth.push_back(limit);
        });
        if (!bandwidth.empty())
            repository.bandwidth = std::move(bandwidth);
    }

    void readGateway(TomlTable &table)
    {
        GatewaySettings &gateway = m_settings.gateway;
        readUrl(table, "url", gateway.url, {u"http"_s, u"https"_s});
        table.readChoice("login", gateway.login,
                         {{u"session"_s, GatewayLogin::Session},
                          {u"client_credentials"_s, GatewayLogin::ClientCredentials}});
        readUrl(table, "login_url", gateway.loginUrl, {u"http"_s, u"https"_s});
        readPath(table, "login_file", gateway.loginFile);
        readPath(table, "mapping_file", gateway.mappingFile);
    }

    void readHandover(TomlTable &table)
    {
        HandoverSettings &handover = m_settings.handover;
        table.read("acknowledge_minutes", handover.acknowledgeMinutes, 1, 30 * 24 * 60);
        readUrl(table, "webhook_url", handover.webhookUrl, {u"http"_s, u"https"_s});
        readPath(table, "webhook_secret_file", handover.webhookSecretFile);
    }

    void readStorage(TomlTable &table)
    {
        StorageSettings &storage = m_settings.storage;
        table.read("reserve_mb", storage.reserveMb, 100, 100'000'000);
        SealingKey sealing = SealingKey::Keyring;
        if (table.readChoice("sealing", sealing,
                             {{u"keyring"_s, SealingKey::Keyring},
                              {u"file"_s, SealingKey::File},
                              {u"none"_s, SealingKey::None}}))
            storage.sealing = sealing;
        readPath(table, "sealing_key_file", storage.sealingKeyFile);
        readPath(table, "recovery_certificate_file", storage.recoveryCertificateFile);
    }

    void readBackup(TomlTable &table)
    {
        readPath(table, "folder", m_settings.backup.folder);
        table.read("every_minutes", m_settings.backup.everyMinutes, 1, 24 * 60);
        table.read("keep", m_settings.backup.keep, 1, 10'000);
    }

    void readRoles(TomlTable &table) { table.read("clerk_group", m_settings.roles.clerkGroup); }

    /// A later choice for the same action wins.
    void readKey(TomlTable &entry)
    {
        KeyChoice choice;
        entry.read("action", choice.action, TomlTable::Required);
        entry.read("key", choice.key, TomlTable::Required);
        std::erase_if(m_settings.keys,
                      [&](const KeyChoice &other) { return other.action == choice.action; });
        m_settings.keys.push_back(std::move(choice));
    }

    void readPurge(TomlTable &table)
    {
        PurgeSettings &purge = m_settings.purge;
        table.read("enabled", purge.enabled);
        table.read("after_days", purge.afterDays, 1, 3'650);
        table.read("audit_every_days", purge.auditEveryDays, 1, 365);
        table.read("audit_sample", purge.auditSample, 1, 100'000);
    }

    /// Of buckets and regions: as S3 allows, which is also what a URL path needs no escape for.
    static void readName(TomlTable &table, const char *key, QString &target)
    {
        static const QRegularExpression name(u"\\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z"_s);
        QString text;
        if (!table.read(key, text))
            return;
        if (name.match(text).hasMatch())
            target = text;
        else
            table.report(key, u"expected 3 to 63 small letters, digits, '.' or '-'"_s);
    }

    /// "07:30" as minutes since midnight.
    static void readTimeOfDay(TomlTable &table, const char *key, int &target)
    {
        QString text;
        if (!table.read(key, text, TomlTable::Need::Required))
            return;
        const QTime time = QTime::fromString(text, u"HH:mm"_s);
        if (time.isValid())
            target = time.hour() * 60 + time.minute();
        else
            table.report(key, u"expected a time like 07:30"_s);
    }

    void readPath(TomlTable &table, const char *key, QString &target) const
    {
        QString text;
        if (table.read(key, text))
            target = QDir::cleanPath(QDir(m_folder).absoluteFilePath(text));
    }

    Settings &m_settings;
    QString m_folder;
};

/// What all files together lack.
QStringList gapsIn(const Settings &settings)
{
    QStringList gaps;
    const RepositorySettings &repository = settings.repository;
    if (repository.kind == RepositoryKind::S3 &&
        (repository.url.isEmpty() || repository.documentBucket.isEmpty() ||
         repository.controlBucket.isEmpty() || repository.loginFile.isEmpty()))
        gaps << u"repository.kind: s3 needs url, document_bucket, control_bucket, login_file"_s;
    const GatewaySettings &gateway = settings.gateway;
    if (!gateway.url.isEmpty() && (gateway.loginUrl.isEmpty() || gateway.loginFile.isEmpty()))
        gaps << u"gateway.url: needs login_url and login_file"_s;
    const HandoverSettings &handover = settings.handover;
    if (!handover.webhookUrl.isEmpty() && handover.webhookSecretFile.isEmpty())
        gaps << u"handover.webhook_url: needs webhook_secret_file"_s;
    return gaps;
}

}  // namespace

Settings demoSettings(const QString &shareDir, const QString &dataDir)
{
    Settings settings;
    settings.officeFile = shareDir + u"/offices/training.toml"_s;
    settings.repository.path = dataDir + u"/repository"_s;
    settings.repository.provinceKeyFile = dataDir + u"/province.key"_s;
    return settings;
}

QStringList realEndpoints(const Settings &settings)
{
    static const QRegularExpression here(u"\\A(localhost|127(\\.\\d{1,3}){3}|::1)\\z"_s);
    QStringList keys;
    const auto look = [&](const QString &key, const QString &url) {
        const QString host = QUrl(url).host();
        if (!host.isEmpty() && !here.match(host).hasMatch())
            keys << key;
    };
    if (settings.repository.kind == RepositoryKind::S3)
        look(u"repository.url"_s, settings.repository.url);
    look(u"gateway.url"_s, settings.gateway.url);
    look(u"gateway.login_url"_s, settings.gateway.loginUrl);
    look(u"handover.webhook_url"_s, settings.handover.webhookUrl);
    for (const auto &authority : settings.signing.timestamps)
        look(u"signing.timestamp.url"_s, authority.url);
    return keys;
}

Expected<Settings> withFolder(Settings lower, const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists()) {
        const QString what = folder + u": no such folder"_s;
        return fail(Fault::SettingsInvalid, what, what);
    }
    QStringList problems;
    const auto files = dir.entryList({u"*.toml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const QString path = dir.filePath(name);
        const auto read =
            TomlTable::readFile(path, [&](TomlTable &file) { FileReader(lower, path).read(file); });
        if (!read)
            problems << read.error().subject;
    }
    for (const QString &gap : gapsIn(lower))
        problems << folder + u": "_s + gap;
    if (!problems.isEmpty())
        return fail(Fault::SettingsInvalid, problems.join(u'\n'), problems.join(u'\n'));
    return lower;
}

}  // namespace station::config
