#pragma once

#include "core/base/expected.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::config {

enum class ScannerSource { Flatbed, Feeder, Duplex };
enum class ScannerMode { Colour, Gray };
enum class ScannerNetwork { None, Escl, Saned };

struct ScannerSettings {
    QString device{};  ///< SANE name where it is, or was last, found.
    // What the scanner is, wherever it is plugged in. Empty: only the name counts.
    QString vendor{};
    QString model{};
    QString serial{};
    ScannerNetwork network = ScannerNetwork::None;
    QString address{};    ///< Escl: the device's URL; Saned: the server's host name or IP.
    QString loginFile{};  ///< `user:password:resource` lines for saned; empty: none.
    bool button = false;  ///< The scanner's own key starts a scan.
    ScannerSource source = ScannerSource::Feeder;
    ScannerMode mode = ScannerMode::Colour;
    std::optional<int> dpi{};  ///< Nothing: the rule profile's default.
    QString saneConfigDir{};   ///< Empty: the system's.
    int discoveryDeadlineMs = 45'000;
    int openDeadlineMs = 30'000;  ///< Until an opened device answers.
    int firstDataDeadlineMs = 60'000;
    int followingDataDeadlineMs = 30'000;

    /// Without a scanner of its own a station uses the training scanner.
    bool isSet() const
    {
        return !device.isEmpty() || !model.isEmpty() || network != ScannerNetwork::None;
    }
};

/// Where the key lies that seals what this station keeps about persons.
enum class SealingKey {
    Keyring,  ///< In the account's keyring (Secret Service).
    File,     ///< Beside the settings, readable by its owner only: for a station without a desktop.
    None,     ///< Nothing is sealed; the program warns of it.
};

struct StorageSettings {
    int reserveMb = 500;                  ///< With less room on the disk no more paper is taken in.
    std::optional<SealingKey> sealing{};  ///< Nothing: the keyring where there is one, else a file.
    QString sealingKeyFile{};
    /// X.509 of the office, PEM: who holds its private key can open the station's data when the
    /// station's own key is lost. Empty: nobody can.
    QString recoveryCertificateFile{};
};

struct BackupSettings {
    QString folder{};  ///< On another disk; empty: no backup is made.
    int everyMinutes = 60;
    int keep = 48;  ///< So many; older ones are removed.
};

struct PurgeSettings {
    bool enabled = false;
    int afterDays = 30;      ///< Of the hand-over at least.
    int auditEveryDays = 7;  ///< A random sample is read from the repository again.
    int auditSample = 50;    ///< Copies in one sample.
};

struct TokenSettings {
    QStringList modules{};  ///< Full paths of PKCS#11 modules; empty: those p11-kit knows.
    QString label{};        ///< Empty: the only token that is plugged in.
    QString trustDir{};     ///< Certificates of trusted authorities; empty: the training token.
    int listDeadlineMs = 10'000;
    int loginDeadlineMs = 60'000;  ///< Long: some tokens open a dialog or a keypad of their own.
    int signDeadlineMs = 30'000;
};

/// One time-stamp authority (RFC 3161) and how often it may be asked.
struct TimestampAuthoritySettings {
    QString name{};
    QString url{};
    int requests = 0;  ///< At most so many …
    int minutes = 0;   ///< … within so many minutes; 0: no limit.
};

/// Whose certificates an account of the operating system may sign with.
struct ClerkBinding {
    QString account{};
    QStringList certificates{};  ///< SHA-256 of the certificate, hexadecimal, lower case.
};

struct SigningSettings {
    std::vector<TimestampAuthoritySettings> timestamps{};  ///< In the order of preference.
    std::vector<ClerkBinding> clerks{};  ///< Empty: any usable certificate may sign.
    int idleLockMinutes = 5;             ///< The token is locked after so long without a signature.
    bool offlineAllowed = true;          ///< Sign although revocation could not be asked.
};

/// How services outside are reached; the same way for all of them.
struct NetworkSettings {
    QString proxy{};           ///< "http://host:port"; empty: none.
    QString proxyLoginFile{};  ///< One line "user:password", readable by its owner only.
    QString caFile{};          ///< PEM; empty: the system's authorities.
    int connectTimeoutMs = 3'000;
    int answerTimeoutMs = 10'000;
};

enum class RepositoryKind { Folder, S3 };

/// From `fromMinute` to `toMinute` of each day, Vietnam time, uploads stay below that rate.
struct BandwidthLimit {
    int fromMinute = 0;
    int toMinute = 0;  ///< Not included; smaller than `fromMinute`: over midnight.
    int kilobytesPerSecond = 0;
};

struct RepositorySettings {
    RepositoryKind kind = RepositoryKind::Folder;
    QString path{};             ///< Folder: where it is mounted.
    QString provinceKeyFile{};  ///< Holds the key that hides ids in repository keys.
    // S3.
    QString url{};  ///< "https://kho.example.vn", without a bucket.
    QString region = QStringLiteral("default");
    QString documentBucket{};  ///< Copies and manifests; versioned and locked where possible.
    QString controlBucket{};   ///< Claims, index, events; with conditional create.
    QString loginFile{};       ///< Two lines: access key, secret key; readable by its owner only.
    QString clientCertificateFile{};  ///< PEM with its private key; empty: none.
    int parallel = 4;                 ///< Connections at once.
    std::vector<BandwidthLimit> bandwidth{};
};

enum class GatewayLogin { Session, ClientCredentials };

/// The portal that is told about dossiers; further target of a hand-over.
struct GatewaySettings {
    QString url{};  ///< Empty: no gateway.
    GatewayLogin login = GatewayLogin::Session;
    QString loginUrl{};     ///< Where a session or a token is given.
    QString loginFile{};    ///< Two lines: user or client id, password; readable by its owner only.
    QString mappingFile{};  ///< Which field goes where; empty: the national portal's.
};

struct HandoverSettings {
    int acknowledgeMinutes = 60;  ///< Without a word of the department the supervisor is told.
    QString webhookUrl{};         ///< Told of each event, too; empty: nobody.
    QString webhookSecretFile{};  ///< One line; signs what is told (HMAC-SHA-256).
};

/// Groups of the operating system that say who may do what; empty: everybody may.
struct RoleSettings {
    QString clerkGroup{};  ///< Works at the counter.
};

/// Another key for an action of the window.
struct KeyChoice {
    QString action{};  ///< Its name; the window knows which there are.
    QString key{};     ///< As QKeySequence writes it: "F8", "Ctrl+H".
};

/// What an office, its IT and the machine decide; the law is in `rules`.
/// Paths are absolute once loaded.
struct Settings {
    QString stationId = QStringLiteral("tram-01");
    QString language = QStringLiteral("vi");
    QString officeFile{};
    QString ruleProfile = QStringLiteral("2023");
    ScannerSettings scanner{};
    TokenSettings token{};
    SigningSettings signing{};
    NetworkSettings network{};
    RepositorySettings repository{};
    GatewaySettings gateway{};
    HandoverSettings handover{};
    StorageSettings storage{};
    BackupSettings backup{};
    PurgeSettings purge{};
    RoleSettings roles{};
    std::vector<KeyChoice> keys{};
};

/// The built-in layer, with which the program runs without any file: training
/// office, training scanner and token, a folder below `dataDir` as repository.
Settings demoSettings(const QString &shareDir, const QString &dataDir);

/// Keys of settings that lead out of this computer to a server: what the training token signs may
/// not come there.
QStringList realEndpoints(const Settings &settings);

/// `lower` with what the `*.toml` files of a folder change, in name order; a
/// later file wins. Relative paths count from the file that holds them. Fails
/// with SettingsInvalid; the subject holds one line a problem:
/// "file:line:col: key: what".
Expected<Settings> withFolder(Settings lower, const QString &folder);

}  // namespace station::config
