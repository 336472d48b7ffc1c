#pragma once

#include "core/base/expected.h"
#include "signing/cms/certificate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace station::signing {

enum class PolicyWord {
    Refused,   ///< Proves nothing at that time.
    Outgoing,  ///< Still good, but ends soon: a person should know.
    Accepted,
};

/// Which algorithms are good enough, and until when, as data
/// (`resources/signing/algorithms.toml`; ETSI TS 119 312, TT 15/2025/TT-BKHCN).
/// What the data does not name is refused, so an empty policy refuses everything.
class AlgorithmPolicy {
public:
    AlgorithmPolicy() = default;
    /// Fails with SettingsInvalid; the subject is "file:line: what".
    static Expected<AlgorithmPolicy> load(const QString &path);

    /// For a helper process that may not read the data itself.
    QJsonObject toWire() const;
    static AlgorithmPolicy fromWire(const QJsonObject &wire);

    /// `nid` of a digest (NID_sha256 …).
    PolicyWord digest(int nid, qint64 atMs) const;
    /// The public key's kind and size.
    PolicyWord key(const Certificate &certificate, qint64 atMs) const;

private:
    struct Row {
        QString name{};  // "sha256", "rsa", "ec"
        int leastBits = 0;
        qint64 outgoingFromMs = 0;  // 0: never
        qint64 refusedFromMs = 0;   // 0: never
    };
    using Rows = std::vector<Row>;
    static QJsonArray toWire(const Rows &rows);
    static Rows rowsFrom(const QJsonArray &wire);
    static PolicyWord judge(const Row *row, qint64 atMs);

    std::vector<Row> m_digests{};
    std::vector<Row> m_keys{};
};

}  // namespace station::signing
