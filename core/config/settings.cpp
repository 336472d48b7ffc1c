#include "core/config/settings.h"

#include "core/rules/toml_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
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
        file.readTable("storage", [this](TomlTable &table) {
            table.read("reserve_mb", m_settings.storage.reserveMb, 100, 100'000'000);
        });
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
        table.readChoice("kind", repository.kind, {{u"folder"_s, RepositoryKind::Folder}});
        readPath(table, "path", repository.path);
        readPath(table, "province_key_file", repository.provinceKeyFile);
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

}  // namespace

Settings demoSettings(const QString &shareDir, const QString &dataDir)
{
    Settings settings;
    settings.officeFile = shareDir + u"/offices/training.toml"_s;
    settings.repository.path = dataDir + u"/repository"_s;
    settings.repository.provinceKeyFile = dataDir + u"/province.key"_s;
    return settings;
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
    if (!problems.isEmpty())
        return fail(Fault::SettingsInvalid, problems.join(u'\n'), problems.join(u'\n'));
    return lower;
}

}  // namespace station::config
