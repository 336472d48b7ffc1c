#include "signing/policy/algorithm_policy.h"

#include "core/rules/toml_reader.h"

#include <QDateTime>

#include <openssl/objects.h>

namespace station::signing {
namespace {

/// Days of the data begin in Vietnam.
qint64 beginOf(const std::optional<QDate> &day)
{
    return day ? QDateTime(*day, QTime(0, 0), Qt::OffsetFromUTC, 7 * 3600).toMSecsSinceEpoch() : 0;
}

QString kindOf(const EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return QStringLiteral("rsa");
    case EVP_PKEY_EC:
        return QStringLiteral("ec");
    default:
        return {};
    }
}

}  // namespace

Expected<AlgorithmPolicy> AlgorithmPolicy::load(const QString &path)
{
    using rules::TomlTable;
    AlgorithmPolicy policy;
    const auto readDates = [](TomlTable &table, Row &row) {
        std::optional<QDate> outgoing;
        std::optional<QDate> refused;
        table.read("outgoing_from", outgoing);
        table.read("refused_from", refused);
        row.outgoingFromMs = beginOf(outgoing);
        row.refusedFromMs = beginOf(refused);
    };
    const auto read = TomlTable::readFile(path, [&](TomlTable &file) {
        file.readTables("digest", [&](TomlTable &table) {
            Row row;
            table.read("name", row.name, TomlTable::Required);
            if (OBJ_sn2nid(row.name.toUpper().toLatin1().constData()) == NID_undef)
                table.report("name", QStringLiteral("is no digest"));
            readDates(table, row);
            policy.m_digests.push_back(row);
        });
        file.readTables("key", [&](TomlTable &table) {
            Row row;
            table.readChoice<QString>("kind", row.name,
                                      {{QStringLiteral("rsa"), QStringLiteral("rsa")},
                                       {QStringLiteral("ec"), QStringLiteral("ec")}},
                                      TomlTable::Required);
            table.read("least_bits", row.leastBits, 128, 1 << 16);
            readDates(table, row);
            policy.m_keys.push_back(row);
        });
    });
    if (!read)
        return fail(read.error());
    return policy;
}

QJsonArray AlgorithmPolicy::toWire(const Rows &rows)
{
    QJsonArray wire;
    for (const auto &row : rows)
        wire.append(QJsonArray{row.name, row.leastBits, row.outgoingFromMs, row.refusedFromMs});
    return wire;
}

AlgorithmPolicy::Rows AlgorithmPolicy::rowsFrom(const QJsonArray &wire)
{
    Rows rows;
    for (const auto value : wire) {
        const QJsonArray row = value.toArray();
        rows.push_back({.name = row[0].toString(),
                        .leastBits = row[1].toInt(),
                        .outgoingFromMs = row[2].toInteger(),
                        .refusedFromMs = row[3].toInteger()});
    }
    return rows;
}

QJsonObject AlgorithmPolicy::toWire() const
{
    return {{QStringLiteral("digests"), toWire(m_digests)},
            {QStringLiteral("keys"), toWire(m_keys)}};
}

AlgorithmPolicy AlgorithmPolicy::fromWire(const QJsonObject &wire)
{
    AlgorithmPolicy policy;
    policy.m_digests = rowsFrom(wire.value(QLatin1String("digests")).toArray());
    policy.m_keys = rowsFrom(wire.value(QLatin1String("keys")).toArray());
    return policy;
}

PolicyWord AlgorithmPolicy::judge(const Row *row, qint64 atMs)
{
    if (row == nullptr || (row->refusedFromMs != 0 && atMs >= row->refusedFromMs))
        return PolicyWord::Refused;
    const bool outgoing = row->outgoingFromMs != 0 && atMs >= row->outgoingFromMs;
    return outgoing ? PolicyWord::Outgoing : PolicyWord::Accepted;
}

PolicyWord AlgorithmPolicy::digest(int nid, qint64 atMs) const
{
    const char *name = OBJ_nid2sn(nid);
    const QString wanted = name != nullptr ? QString::fromLatin1(name).toLower() : QString();
    for (const auto &row : m_digests) {
        if (row.name == wanted)
            return judge(&row, atMs);
    }
    return PolicyWord::Refused;
}

PolicyWord AlgorithmPolicy::key(const Certificate &certificate, qint64 atMs) const
{
    const EVP_PKEY *key = certificate.isNull() ? nullptr : X509_get0_pubkey(certificate.get());
    if (key == nullptr)
        return PolicyWord::Refused;
    // Of the rows that a key is long enough for, the longest speaks.
    const Row *found = nullptr;
    for (const auto &row : m_keys) {
        if (row.name == kindOf(key) && EVP_PKEY_get_bits(key) >= row.leastBits &&
            (found == nullptr || row.leastBits > found->leastBits))
            found = &row;
    }
    return judge(found, atMs);
}

}  // namespace station::signing
