#include "app/cli/dossier_json.h"

#include "core/base/box_json.h"
#include "core/base/clock.h"
#include "core/store/store.h"

#include <QMap>

#include <algorithm>

namespace station::cli {
namespace {

QString componentName(const dossier::Dossier &dossier, const workflow::LawBook &law,
                      const QString &code)
{
    const auto slot = workflow::slotOf(law, dossier, code);
    return slot ? slot->rule->name : QString();
}

QJsonArray numbersJson(const std::vector<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
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
            {QStringLiteral("purged"), side.purged},
            {QStringLiteral("blank"), side.blank},
            {QStringLiteral("out"), side.out},
            {QStringLiteral("turn_deg"), side.turnDeg},
            {QStringLiteral("cleanup"), dossier::toJson(side.cleanup)},
            {QStringLiteral("damaged"), side.damaged},
            {QStringLiteral("attention"), attentionJson(side.attention)},
        });
    return array;
}

QJsonObject evidenceJson(const dossier::FieldEvidence &evidence)
{
    return {{QStringLiteral("side"), evidence.side},
            {QStringLiteral("box"), boxJson(evidence.box)}};
}

/// What a dossier does not say itself.
struct Besides {
    const workflow::LawBook &law;
    QMap<QString, QString> provisional{};  ///< Codes that are not claimed, by component.
    std::vector<store::Correction> corrections{};
};

Expected<Besides> besides(compose::Station &station, const dossier::Dossier &dossier)
{
    Besides all{.law = station.context().law};
    const auto store = station.context().openStore();
    auto corrections = store ? store->corrections(dossier.uuid) : fail(store.error());
    if (!corrections)
        return fail(corrections.error());
    all.corrections = *std::move(corrections);
    for (const auto &component : dossier.components) {
        const auto *extracted = std::get_if<dossier::ExtractedCopy>(&component.state);
        if (extracted == nullptr)
            continue;
        const auto code =
            station.handingOver().proposedCode(dossier, component.code, extracted->fields);
        // A catalogue that no longer fits is told of when it is handed over.
        if (code)
            all.provisional.insert(component.code, code->text());
    }
    return all;
}

QJsonObject componentJson(const dossier::Component &component, const QString &name,
                          const Besides &besides)
{
    QJsonObject json{{QStringLiteral("code"), component.code},
                     {QStringLiteral("name"), name},
                     {QStringLiteral("state"), dossier::stateName(component.state)},
                     {QStringLiteral("sides"), sidesJson(dossier::sidesOf(component.state))}};
    if (const auto tally = dossier::tallyOf(dossier::sidesOf(component.state), component.count);
        tally.sides > 0 || tally.expected > 0)
        json[QStringLiteral("sheets")] = toJson(component.code, tally);
    if (const auto *copy = dossier::signedCopyOf(component.state)) {
        json[QStringLiteral("sha256")] = copy->pdf.sha256;
        json[QStringLiteral("size")] = copy->pdf.size;
        json[QStringLiteral("signer")] = copy->signer.name;
        json[QStringLiteral("signed_at")] = isoVietnam(copy->signedAtMs);
    }
    if (const auto *extracted = dossier::extractedCopyOf(component.state))
        json[QStringLiteral("fields")] = toJson(extracted->fields);
    if (const QString code = dossier::finalCodeOf(component.state); !code.isEmpty())
        json[QStringLiteral("digitization_code")] = code;
    if (besides.provisional.contains(component.code))
        json[QStringLiteral("provisional_code")] = besides.provisional.value(component.code);
    if (const auto *correction = store::correctionOf(besides.corrections, component.code)) {
        json[QStringLiteral("corrects")] = correction->former.copy.copy.copy.copy.pdf.sha256;
        json[QStringLiteral("corrects_code")] = correction->former.copy.copy.code.text();
    }
    if (const auto *reused = std::get_if<dossier::ReusedCopy>(&component.state)) {
        json[QStringLiteral("sha256")] = reused->pdf.sha256;
        json[QStringLiteral("size")] = reused->pdf.size;
        json[QStringLiteral("reused_from")] = dossier::reuseSourceName(reused->source);
    }
    const auto *handedOver = std::get_if<dossier::HandedOverCopy>(&component.state);
    if (const auto *stored =
            handedOver ? &handedOver->copy : std::get_if<dossier::StoredCopy>(&component.state))
        json[QStringLiteral("manifest_sha256")] = stored->manifestSha256;
    if (handedOver)
        json[QStringLiteral("event")] = handedOver->eventId;
    return json;
}

}  // namespace

QJsonArray attentionJson(dossier::Attentions attention)
{
    using enum dossier::Attention;
    static const std::vector<std::pair<dossier::Attention, QString>> names{
        {Skewed, QStringLiteral("skewed")},
        {CutOff, QStringLiteral("cut_off")},
        {TooDark, QStringLiteral("too_dark")},
        {TooLight, QStringLiteral("too_light")},
        {DoubleFeed, QStringLiteral("double_feed")},
        {LowResolution, QStringLiteral("low_resolution")},
        {TurnedUpright, QStringLiteral("turned_upright")},
        {Duplicate, QStringLiteral("duplicate")},
        {Separator, QStringLiteral("separator")},
        {SeveralItems, QStringLiteral("several_items")},
        {Blurred, QStringLiteral("blurred")},
        {TextUnread, QStringLiteral("text_unread")}};
    QJsonArray array;
    for (const auto &[flag, name] : names) {
        if (attention.testFlag(flag))
            array.append(name);
    }
    return array;
}

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

QJsonObject toJson(const QString &component, const dossier::SheetTally &tally)
{
    QJsonObject json{{QStringLiteral("component"), component},
                     {QStringLiteral("sheets"), tally.sheets},
                     {QStringLiteral("sides"), tally.sides},
                     {QStringLiteral("half_sheets"), numbersJson(tally.halfSheets)},
                     {QStringLiteral("damaged_sheets"), numbersJson(tally.damagedSheets)},
                     {QStringLiteral("agrees"), tally.agrees()}};
    if (tally.expected > 0)
        json[QStringLiteral("expected_sheets")] = tally.expected;
    return json;
}

QString proposalLine(const dossier::FieldProposal &proposal)
{
    const QString line =
        QStringLiteral("  %1  %2 %  %3  %4")
            .arg(proposal.key.leftJustified(16))
            .arg(qRound(proposal.confidence * 100), 3)
            .arg(proposal.sure ? Cli::tr("sure") : Cli::tr("check"), proposal.value);
    //: What the ink seems to say, where an official name is proposed instead.
    return proposal.asRead.isEmpty() ? line : line + Cli::tr("  (read as %1)").arg(proposal.asRead);
}

QJsonObject toJson(const dossier::FieldProposal &proposal)
{
    QJsonObject json{{QStringLiteral("key"), proposal.key},
                     {QStringLiteral("value"), proposal.value},
                     {QStringLiteral("source"), sourceName(proposal.source)},
                     {QStringLiteral("confidence"), proposal.confidence},
                     {QStringLiteral("sure"), proposal.sure}};
    if (!proposal.asRead.isEmpty())
        json[QStringLiteral("as_read")] = proposal.asRead;
    return json;
}

QJsonArray toJson(const dossier::FieldProposals &proposals)
{
    QJsonArray array;
    for (const auto &proposal : proposals) {
        QJsonObject json = toJson(proposal);
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

namespace {

QJsonObject dossierJson(const dossier::Dossier &dossier, const Besides &besides)
{
    QJsonArray components;
    for (const auto &component : dossier.components)
        components.append(
            componentJson(component, componentName(dossier, besides.law, component.code), besides));
    return {{QStringLiteral("uuid"), dossier.uuid},
            {QStringLiteral("code"), dossier.code ? dossier.code->text() : QString()},
            {QStringLiteral("procedure"), dossier.procedure.text()},
            {QStringLiteral("owner_id"), dossier.owner.id.reveal()},
            {QStringLiteral("owner_name"), dossier.owner.name.reveal()},
            {QStringLiteral("department"), dossier.department},
            {QStringLiteral("received_at"), isoVietnam(dossier.receivedAtMs)},
            {QStringLiteral("components"), components}};
}

/// Its code with its standing, and whether it takes the place of another copy.
QStringList notesOn(const dossier::Component &component, const Besides &besides)
{
    QStringList notes;
    if (besides.provisional.contains(component.code))
        //: In capitals: a digitization code that is not claimed yet.
        notes << Cli::tr("PROVISIONAL %1").arg(besides.provisional.value(component.code));
    else if (const QString code = dossier::finalCodeOf(component.state); !code.isEmpty())
        notes << code;
    if (store::correctionOf(besides.corrections, component.code))
        notes << (std::holds_alternative<dossier::OpenSlot>(component.state)
                      ? Cli::tr("WITHDRAWN, not handed over yet")
                      : Cli::tr("CORRECTION, not handed over yet"));
    const auto *reused = std::get_if<dossier::ReusedCopy>(&component.state);
    if (reused && reused->source == dossier::ReuseSource::NationalStore)
        notes << Cli::tr("found in the national store");
    if (std::ranges::any_of(dossier::sidesOf(component.state), &dossier::Side::purged))
        notes << Cli::tr("its pages are no longer on this station");
    return notes;
}

QStringList dossierLines(const dossier::Dossier &dossier, const Besides &besides)
{
    QStringList lines{QStringLiteral("%1  %2  %3  %4")
                          .arg(dossier.uuid,
                               dossier.code ? dossier.code->text() : QStringLiteral("-"),
                               dossier.procedure.text(), dossier.owner.name.reveal())};
    for (const auto &component : dossier.components) {
        lines << QStringLiteral("  %1  %2  %3  %4  %5")
                     .arg(component.code, dossier::stateName(component.state).leftJustified(11))
                     .arg(dossier::sidesOf(component.state).size(), 2)
                     .arg(componentName(dossier, besides.law, component.code),
                          notesOn(component, besides).join(QStringLiteral("  ")))
                     .trimmed()
                     .prepend(QStringLiteral("  "));
    }
    return lines;
}

}  // namespace

Expected<Outcome> outcomeOf(compose::Station &station, const dossier::Dossier &dossier)
{
    const auto all = besides(station, dossier);
    if (!all)
        return fail(all.error());
    return Outcome{.lines = dossierLines(dossier, *all), .json = dossierJson(dossier, *all)};
}

}  // namespace station::cli
