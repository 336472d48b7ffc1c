#include "app/cli/dossier_json.h"

#include "core/base/clock.h"

namespace station::cli {
namespace {

QString componentName(const dossier::Dossier &dossier, const workflow::LawBook &law,
                      const QString &code)
{
    const auto slot = workflow::slotOf(law, dossier, code);
    return slot ? slot->rule->name : QString();
}

template <typename State>
const State *in(const dossier::PaperState &state)
{
    return std::get_if<State>(&state);
}

/// The innermost copies of whatever later state holds them.
struct Parts {
    const dossier::SignedCopy *signedCopy = nullptr;
    const dossier::ExtractedCopy *extracted = nullptr;
    const dossier::CodedCopy *coded = nullptr;
    const dossier::StoredCopy *stored = nullptr;
    const dossier::HandedOverCopy *handedOver = nullptr;
};

Parts partsOf(const dossier::PaperState &state)
{
    Parts parts;
    if ((parts.handedOver = in<dossier::HandedOverCopy>(state)))
        parts.stored = &parts.handedOver->copy;
    if (!parts.stored)
        parts.stored = in<dossier::StoredCopy>(state);
    parts.coded = parts.stored ? &parts.stored->copy : in<dossier::CodedCopy>(state);
    parts.extracted = parts.coded ? &parts.coded->copy : in<dossier::ExtractedCopy>(state);
    parts.signedCopy = parts.extracted ? &parts.extracted->copy : in<dossier::SignedCopy>(state);
    return parts;
}

QJsonArray sidesJson(const dossier::Sides &sides)
{
    QJsonArray array;
    for (const auto &side : sides)
        array.append(QJsonObject{
            {QStringLiteral("id"), side.id},
            {QStringLiteral("sheet"), side.sheet},
            {QStringLiteral("face"),
             side.face == dossier::Face::Front ? QStringLiteral("front") : QStringLiteral("back")},
            {QStringLiteral("width_px"), side.widthPx},
            {QStringLiteral("height_px"), side.heightPx},
            {QStringLiteral("dpi"), side.dpi},
            {QStringLiteral("cleaned"), side.cleaned},
            {QStringLiteral("blank"), side.blank},
            {QStringLiteral("damaged"), side.damaged},
        });
    return array;
}

QJsonObject evidenceJson(const dossier::FieldEvidence &evidence)
{
    return {{QStringLiteral("side"), evidence.side},
            {QStringLiteral("box"), QJsonArray{evidence.box.x(), evidence.box.y(),
                                               evidence.box.width(), evidence.box.height()}}};
}

QJsonObject componentJson(const dossier::Component &component, const QString &name)
{
    QJsonObject json{{QStringLiteral("code"), component.code},
                     {QStringLiteral("name"), name},
                     {QStringLiteral("state"), dossier::stateName(component.state)},
                     {QStringLiteral("sides"), sidesJson(dossier::sidesOf(component.state))}};
    const Parts parts = partsOf(component.state);
    if (parts.signedCopy) {
        json[QStringLiteral("sha256")] = parts.signedCopy->pdf.sha256;
        json[QStringLiteral("size")] = parts.signedCopy->pdf.size;
        json[QStringLiteral("signer")] = parts.signedCopy->signer.name;
        json[QStringLiteral("signed_at")] = isoVietnam(parts.signedCopy->signedAtMs);
    }
    if (parts.extracted)
        json[QStringLiteral("fields")] = toJson(parts.extracted->fields);
    if (parts.coded)
        json[QStringLiteral("digitization_code")] = parts.coded->code.text();
    if (parts.stored)
        json[QStringLiteral("manifest_sha256")] = parts.stored->manifestSha256;
    if (parts.handedOver)
        json[QStringLiteral("event")] = parts.handedOver->eventId;
    if (const auto *reused = in<dossier::ReusedCopy>(component.state)) {
        json[QStringLiteral("sha256")] = reused->pdf.sha256;
        json[QStringLiteral("digitization_code")] = reused->code.text();
    }
    return json;
}

}  // namespace

QString sourceName(dossier::FieldSource source)
{
    switch (source) {
    case dossier::FieldSource::Ocr:
        return QStringLiteral("ocr");
    case dossier::FieldSource::Qr:
        return QStringLiteral("qr");
    case dossier::FieldSource::Typed:
        return QStringLiteral("typed");
    case dossier::FieldSource::Store:
        return QStringLiteral("store");
    }
    return {};
}

QJsonArray toJson(const dossier::FieldProposals &proposals)
{
    QJsonArray array;
    for (const auto &proposal : proposals) {
        QJsonObject json{{QStringLiteral("key"), proposal.key},
                         {QStringLiteral("value"), proposal.value},
                         {QStringLiteral("source"), sourceName(proposal.source)},
                         {QStringLiteral("confidence"), proposal.confidence},
                         {QStringLiteral("sure"), proposal.sure}};
        if (proposal.evidence)
            json[QStringLiteral("evidence")] = evidenceJson(*proposal.evidence);
        array.append(json);
    }
    return array;
}

QJsonArray toJson(const dossier::Fields &fields)
{
    QJsonArray array;
    for (const auto &field : fields) {
        QJsonObject json{{QStringLiteral("key"), field.key},
                         {QStringLiteral("value"), field.value},
                         {QStringLiteral("source"), sourceName(field.source)},
                         {QStringLiteral("confidence"), field.confidence},
                         {QStringLiteral("confirmed_by"), field.confirmedBy},
                         {QStringLiteral("confirmed_at"), isoVietnam(field.confirmedAtMs)}};
        if (field.evidence)
            json[QStringLiteral("evidence")] = evidenceJson(*field.evidence);
        array.append(json);
    }
    return array;
}

QJsonObject toJson(const dossier::Dossier &dossier, const workflow::LawBook &law)
{
    QJsonArray components;
    for (const auto &component : dossier.components)
        components.append(componentJson(component, componentName(dossier, law, component.code)));
    return {{QStringLiteral("uuid"), dossier.uuid},
            {QStringLiteral("code"), dossier.code ? dossier.code->text() : QString()},
            {QStringLiteral("procedure"), dossier.procedure.text()},
            {QStringLiteral("owner_id"), dossier.owner.id.reveal()},
            {QStringLiteral("owner_name"), dossier.owner.name.reveal()},
            {QStringLiteral("department"), dossier.department},
            {QStringLiteral("received_at"), isoVietnam(dossier.receivedAtMs)},
            {QStringLiteral("components"), components}};
}

QStringList toLines(const dossier::Dossier &dossier, const workflow::LawBook &law)
{
    QStringList lines{QStringLiteral("%1  %2  %3  %4")
                          .arg(dossier.uuid,
                               dossier.code ? dossier.code->text() : QStringLiteral("-"),
                               dossier.procedure.text(), dossier.owner.name.reveal())};
    for (const auto &component : dossier.components) {
        const Parts parts = partsOf(component.state);
        const auto *reused = in<dossier::ReusedCopy>(component.state);
        const QString code = parts.coded ? parts.coded->code.text()
                             : reused    ? reused->code.text()
                                         : QString();
        lines << QStringLiteral("  %1  %2  %3  %4  %5")
                     .arg(component.code, dossier::stateName(component.state).leftJustified(11))
                     .arg(dossier::sidesOf(component.state).size(), 2)
                     .arg(componentName(dossier, law, component.code), code)
                     .trimmed()
                     .prepend(QStringLiteral("  "));
    }
    return lines;
}

}  // namespace station::cli
