#include "core/store/components_table.h"

#include "core/store/fields_table.h"
#include "core/store/query.h"
#include "core/store/sides_table.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

using namespace dossier;

/// What the table keeps of a paper, as flat as a row.
struct PaperColumns {
    Blob pdf{};
    Clerk signer{};
    qint64 signedAtMs = 0;
    bool received = false;
    SignatureLevel level = SignatureLevel::B;
    qint64 provenAtMs = 0;
    QString code{};
    QString manifestSha256{};
    QString eventId{};
    QString reuseSource{};

    void take(const SignedCopy &copy)
    {
        pdf = copy.pdf;
        signer = copy.signer;
        signedAtMs = copy.signedAtMs;
        received = copy.received;
        level = copy.level;
        provenAtMs = copy.provenAtMs;
    }
    SignedCopy signedCopy(const Sides &sides) const
    {
        return {pdf, sides, signer, signedAtMs, received, level, provenAtMs};
    }
    void take(const ExtractedCopy &extracted) { take(extracted.copy); }
    void take(const CodedCopy &coded)
    {
        take(coded.copy);
        code = coded.code.text();
    }
    void take(const StoredCopy &stored)
    {
        take(stored.copy);
        manifestSha256 = stored.manifestSha256;
    }
    void take(const HandedOverCopy &handedOver)
    {
        take(handedOver.copy);
        eventId = handedOver.eventId;
    }
    void take(const ReusedCopy &reused)
    {
        pdf = reused.pdf;
        code = reused.code.text();
        reuseSource = reuseSourceName(reused.source);
    }
    template <typename State>
    void take(const State &)  // nothing but its name, and sides
    {
    }
};

PaperColumns columnsOf(const PaperState &state)
{
    PaperColumns columns;
    std::visit([&](const auto &held) { columns.take(held); }, state);
    return columns;
}

/// The states without a code; nothing for the others.
std::optional<PaperState> uncoded(const QString &state, const PaperColumns &columns,
                                  const Sides &sides, const Fields &fields)
{
    if (state == "open"_L1)
        return OpenSlot{};
    if (state == "decided"_L1)
        return DigitizeSlot{};
    if (state == "captured"_L1)
        return CapturedPaper{sides};
    if (state == "attached"_L1)
        return AttachedPaper{sides};
    if (state == "shown"_L1)
        return ShownPaper{};
    if (state == "refused"_L1)
        return RefusedPaper{};
    const SignedCopy copy = columns.signedCopy(sides);
    if (state == "signed"_L1)
        return copy;
    if (state == "extracted"_L1)
        return ExtractedCopy{copy, fields};
    return std::nullopt;
}

Expected<PaperState> stateFrom(const QString &state, const PaperColumns &columns,
                               const Sides &sides, const Fields &fields)
{
    if (auto early = uncoded(state, columns, sides, fields))
        return *std::move(early);
    const auto code = codes::DigitizationCode::parse(columns.code);
    if (!code)
        return fail(Fault::StorageFailed, u"code in state "_s + state);
    if (state == "reused"_L1)
        return ReusedCopy{columns.pdf, *code, reuseSourceFrom(columns.reuseSource)};
    const CodedCopy coded{{columns.signedCopy(sides), fields}, *code};
    if (state == "coded"_L1)
        return coded;
    const StoredCopy stored{coded, columns.manifestSha256};
    if (state == "stored"_L1)
        return stored;
    return HandedOverCopy{stored, columns.eventId};
}

/// It begins with the owner's id.
QByteArray codePlace(const QString &dossierUuid, const QString &componentCode)
{
    return placeOf("components.digitization_code", {dossierUuid, componentCode});
}

/// The clerk's own words.
QByteArray explanationPlace(const QString &dossierUuid, const QString &componentCode)
{
    return placeOf("components.count_explanation", {dossierUuid, componentCode});
}

constexpr auto selectPapers =
    "SELECT code, state, pdf_sha256, pdf_size, signer_name, signer_serial, signer_sha256,"
    " signed_at_ms, digitization_code, manifest_sha256, event_id, received,"
    " expected_sheets, count_explanation, explained_tally, signature_level, proven_at_ms, "
    "reuse_source FROM "
    "components"
    " WHERE dossier_uuid = ? AND (code = ? OR ?) ORDER BY position";

}  // namespace

void ComponentsTable::insert(const QString &dossierUuid, int position, const QString &componentCode)
{
    Query(m_database,
          "INSERT INTO components (dossier_uuid, position, code, state) VALUES (?, ?, ?, 'open')",
          dossierUuid, position, componentCode)
        .run();
}

void ComponentsTable::update(const QString &dossierUuid, const Component &component)
{
    const auto columns = columnsOf(component.state);
    Query(m_database,
          "UPDATE components SET state = ?, pdf_sha256 = ?, pdf_size = ?, signer_name = ?,"
          " signer_serial = ?, signer_sha256 = ?, signed_at_ms = ?, digitization_code = ?,"
          " manifest_sha256 = ?, event_id = ?, received = ?, signature_level = ?, proven_at_ms = ?,"
          " reuse_source = ?,"
          // Another file is on this station until it is purged itself.
          " purged_at_ms = iif(pdf_sha256 = ?2, purged_at_ms, 0)"
          " WHERE dossier_uuid = ? AND code = ?",
          stateName(component.state), columns.pdf.sha256, columns.pdf.size, columns.signer.name,
          columns.signer.certificateSerial, columns.signer.certificateSha256, columns.signedAtMs,
          m_personal.written(columns.code, codePlace(dossierUuid, component.code)),
          columns.manifestSha256, columns.eventId, columns.received, levelName(columns.level),
          columns.provenAtMs, columns.reuseSource, dossierUuid, component.code)
        .run();
}

void ComponentsTable::setCount(const QString &dossierUuid, const QString &componentCode,
                               const SheetCount &count)
{
    Query(m_database,
          "UPDATE components SET expected_sheets = ?, count_explanation = ?, explained_tally = ?"
          " WHERE dossier_uuid = ? AND code = ?",
          count.expected,
          m_personal.written(count.explanation, explanationPlace(dossierUuid, componentCode)),
          count.explainedTally, dossierUuid, componentCode)
        .run();
}

qint64 ComponentsTable::purgedAtMs(const QString &dossierUuid, const QString &componentCode) const
{
    Query row(m_database, "SELECT purged_at_ms FROM components WHERE dossier_uuid = ? AND code = ?",
              dossierUuid, componentCode);
    return row.next() ? row.number(0) : 0;
}

void ComponentsTable::setPurged(const QString &dossierUuid, const QString &componentCode,
                                qint64 purgedAtMs)
{
    Query(m_database, "UPDATE components SET purged_at_ms = ? WHERE dossier_uuid = ? AND code = ?",
          purgedAtMs, dossierUuid, componentCode)
        .run();
}

Expected<std::vector<Component>> ComponentsTable::ofDossier(const QString &dossierUuid) const
{
    return select(dossierUuid, std::nullopt);
}

Expected<PaperState> ComponentsTable::find(const QString &dossierUuid,
                                           const QString &componentCode) const
{
    auto found = component(dossierUuid, componentCode);
    if (!found)
        return fail(found.error());
    return std::move(found->state);
}

Expected<Component> ComponentsTable::component(const QString &dossierUuid,
                                               const QString &componentCode) const
{
    auto found = select(dossierUuid, componentCode);
    if (!found)
        return fail(found.error());
    if (found->empty())
        return fail(Fault::UnknownComponent, {}, componentCode);
    return std::move(found->front());
}

Expected<std::vector<Component>> ComponentsTable::select(const QString &dossierUuid,
                                                         const std::optional<QString> &code) const
{
    const SidesTable sides(m_database);
    const FieldsTable fields(m_database, m_personal);
    Query row(m_database, selectPapers, dossierUuid, code, !code);
    std::vector<Component> components;
    while (row.next()) {
        const QString componentCode = row.text(0);
        const PaperColumns columns{
            .pdf = {row.text(2), row.number(3)},
            .signer = {row.text(4), row.text(5), row.text(6)},
            .signedAtMs = row.number(7),
            .received = row.flag(11),
            .level = levelFrom(row.text(15)).value_or(SignatureLevel::B),
            .provenAtMs = row.number(16),
            .code = m_personal.readText(row.bytes(8), codePlace(dossierUuid, componentCode)),
            .manifestSha256 = row.text(9),
            .eventId = row.text(10),
            .reuseSource = row.text(17)};
        auto state = stateFrom(row.text(1), columns, sides.of(dossierUuid, componentCode),
                               fields.of(dossierUuid, componentCode));
        if (!state)
            return fail(state.error());
        components.push_back({componentCode,
                              *std::move(state),
                              {.expected = row.integer(12),
                               .explanation = m_personal.readText(
                                   row.bytes(13), explanationPlace(dossierUuid, componentCode)),
                               .explainedTally = row.text(14)}});
    }
    return components;
}

std::vector<ProvenCopy> ComponentsTable::purgeable(qint64 beforeMs, int limit) const
{
    // By the index of those that are not purged, the oldest first (CROSS says so to the planner). A
    // corrected copy keeps its code, which an earlier hand-over claimed.
    Query row(m_database,
              "SELECT c.dossier_uuid, c.code, c.pdf_sha256, c.pdf_size, h.id FROM components c"
              " CROSS JOIN handovers h ON h.id = c.event_id"
              " WHERE c.state = 'handed_over' AND c.purged_at_ms = 0 AND c.pdf_sha256 <> ''"
              " AND h.complete = 1"
              " AND NOT EXISTS (SELECT 1 FROM handovers o WHERE o.dossier_uuid = c.dossier_uuid"
              "  AND o.complete = 0)"
              " AND EXISTS (SELECT 1 FROM outbox s WHERE s.handover_id = h.id AND s.kind = 'blob'"
              "  AND s.sha256 = c.pdf_sha256 AND s.state = 'verified')"
              " AND (SELECT count(DISTINCT s.kind) FROM outbox s WHERE s.handover_id = h.id"
              "  AND s.kind IN ('manifest', 'event') AND s.state = 'verified') = 2"
              " AND EXISTS (SELECT 1 FROM handovers k CROSS JOIN outbox s ON s.handover_id = k.id"
              "  WHERE k.dossier_uuid = c.dossier_uuid AND s.kind = 'code_claim'"
              "  AND s.component_code = c.code AND s.state = 'verified')"
              " AND (SELECT max(a.at_ms) FROM audit a WHERE a.dossier_uuid = c.dossier_uuid"
              "  AND a.component_code = c.code AND a.action IN ('hand_over', 'fetch')) < ?"
              " LIMIT ?",
              beforeMs, limit);
    std::vector<ProvenCopy> copies;
    while (row.next())
        copies.push_back({row.text(0),
                          row.text(1),
                          {row.text(2), row.number(3)},
                          row.text(4),
                          SidesTable(m_database).withPictures(row.text(0), row.text(1))});
    return copies;
}

bool ComponentsTable::markPurged(const ProvenCopy &copy, qint64 atMs)
{
    return Query(m_database,
                 "UPDATE components SET purged_at_ms = ? WHERE dossier_uuid = ?2 AND code = ?"
                 " AND state = 'handed_over' AND pdf_sha256 = ? AND purged_at_ms = 0"
                 " AND NOT EXISTS (SELECT 1 FROM handovers WHERE dossier_uuid = ?2"
                 "  AND complete = 0)",
                 atMs, copy.dossierUuid, copy.componentCode, copy.pdf.sha256)
               .run() == 1;
}

bool ComponentsTable::unmarkPurged(const QString &dossierUuid, const QString &componentCode,
                                   const QString &sha256)
{
    return Query(m_database,
                 "UPDATE components SET purged_at_ms = 0"
                 " WHERE dossier_uuid = ? AND code = ? AND pdf_sha256 = ?",
                 dossierUuid, componentCode, sha256)
               .run() == 1;
}

int ComponentsTable::reuseCount(const QString &sha256) const
{
    Query row(m_database,
              "SELECT count(DISTINCT dossier_uuid) FROM components"
              " WHERE pdf_sha256 = ? AND pdf_sha256 <> '' AND state = 'reused'",
              sha256);
    return row.next() ? row.integer(0) : 0;
}

bool ComponentsTable::takesSides(const QString &dossierUuid) const
{
    return Query(m_database,
                 "SELECT 1 FROM components WHERE dossier_uuid = ? AND state NOT IN"
                 " ('handed_over', 'reused', 'shown', 'refused')",
                 dossierUuid)
        .next();
}

QMap<QString, qint64> ComponentsTable::purged(const QString &dossierUuid) const
{
    Query row(m_database,
              "SELECT code, purged_at_ms FROM components"
              " WHERE dossier_uuid = ? AND purged_at_ms > 0",
              dossierUuid);
    QMap<QString, qint64> times;
    while (row.next())
        times.insert(row.text(0), row.number(1));
    return times;
}

std::vector<Blob> ComponentsTable::blobsOf(const QString &dossierUuid) const
{
    // A reused copy lies in the repository only, as does one that was purged.
    Query row(m_database,
              "SELECT pdf_sha256, pdf_size FROM components"
              " WHERE dossier_uuid = ? AND pdf_sha256 <> '' AND state <> 'reused'"
              " AND purged_at_ms = 0",
              dossierUuid);
    std::vector<Blob> blobs;
    while (row.next())
        blobs.push_back({row.text(0), row.number(1)});
    return blobs;
}

void ComponentsTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database,
              "SELECT dossier_uuid, code, digitization_code, count_explanation FROM components"
              " WHERE length(digitization_code) > 0 OR length(count_explanation) > 0");
    while (row.next()) {
        const auto code = codePlace(row.text(0), row.text(1));
        const auto explanation = explanationPlace(row.text(0), row.text(1));
        Query(m_database,
              "UPDATE components SET digitization_code = ?, count_explanation = ?"
              " WHERE dossier_uuid = ? AND code = ?",
              to.written(m_personal.read(row.bytes(2), code), code),
              to.written(m_personal.read(row.bytes(3), explanation), explanation), row.text(0),
              row.text(1))
            .run();
    }
}

}  // namespace station::store
