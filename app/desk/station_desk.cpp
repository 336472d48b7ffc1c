#include "app/desk/station_desk.h"

#include "app/compose/training_papers.h"
#include "app/errors/standing_text.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "core/sync/retry_policy.h"
#include "core/text/dates.h"
#include "core/workflow/intake.h"
#include "core/workflow/paper_kind_check.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace station::desk {
StationDesk::StationDesk(compose::Station &station)
    : m_station(station), m_tray(station),
      m_token(std::chrono::minutes(station.settings().signing.idleLockMinutes),
              [this](bool unlocked) { tokenTurned(unlocked); })
{
}

StationDesk::~StationDesk()
{
    watchTokens({});
}

Expected<std::vector<gui::ProcedureChoice>> StationDesk::procedures()
{
    const auto &context = m_station.context();
    std::vector<gui::ProcedureChoice> choices;
    for (const auto *procedure : context.law.catalogue.inForce(context.today())) {
        if (procedure->code)
            choices.push_back({procedure->code->text(), procedure->name});
    }
    return choices;
}

Expected<std::vector<gui::DossierSummary>> StationDesk::unfinished()
{
    const auto &context = m_station.context();
    const auto store = context.openStore();
    if (!store)
        return fail(store.error());
    const auto rows = store->listUnfinished();
    if (!rows)
        return fail(rows.error());
    const auto holds = store->holds();
    if (!holds)
        return fail(holds.error());
    std::vector<gui::DossierSummary> summaries;
    for (const auto &row : *rows) {
        const auto code = codes::ProcedureCode::parse(row.procedure);
        const auto procedure =
            code ? context.law.catalogue.find(*code, inVietnam(row.receivedAtMs).date())
                 : Expected<const rules::Procedure *>(fail(code.error()));
        summaries.push_back({.uuid = row.uuid,
                             .code = row.code,
                             .procedureName = procedure ? (*procedure)->name : row.procedure,
                             .ownerName = row.ownerName.reveal(),
                             .receivedAtMs = row.receivedAtMs});
        if (const auto held = holds->constFind(row.uuid); held != holds->cend())
            summaries.back().held = *held;
    }
    std::ranges::stable_partition(summaries,
                                  [](const gui::DossierSummary &summary) { return !summary.held; });
    return summaries;
}

Expected<QString> StationDesk::scanner()
{
    const auto source = m_station.scanner();
    if (!source)
        return fail(source.error());
    const auto environment = m_station.scannerEnvironment();
    if (!environment)
        return fail(environment.error());
    if (const auto opened = (*source)->open({}); !opened)
        return fail(opened.error());
    if (m_station.isTraining())
        return QCoreApplication::translate("StationDesk", "The training scanner");
    const auto &binding = environment->binding;
    return binding.model.isEmpty() ? binding.device : binding.model;
}

Expected<gui::DossierView> StationDesk::view(const dossier::Dossier &dossier)
{
    const auto &law = m_station.context().law;
    const auto procedure =
        law.catalogue.find(dossier.procedure, inVietnam(dossier.receivedAtMs).date());
    if (!procedure)
        return fail(procedure.error());
    const auto advice = m_station.deciding().advice(dossier);
    if (!advice)
        return fail(advice.error());
    const auto history = m_station.editing().history(dossier.uuid);
    if (!history)
        return fail(history.error());
    auto unseen = m_station.reviewing().unseen(dossier);
    if (!unseen)
        return fail(unseen.error());
    const auto awaiting = awaitingProof(dossier);
    if (!awaiting)
        return fail(awaiting.error());
    const auto store = m_station.context().openStore();
    const auto corrections = store ? store->corrections(dossier.uuid) : fail(store.error());
    if (!corrections)
        return fail(corrections.error());
    gui::DossierView view{.dossier = dossier,
                          .procedureName = (*procedure)->name,
                          .edits = *history,
                          .unseen = *std::move(unseen)};
    for (std::size_t i = 0; i < dossier.components.size(); ++i) {
        const auto slot = workflow::slotOf(law, dossier, dossier.components[i].code);
        if (!slot)
            return fail(slot.error());
        view.papers.push_back(
            {.component = withUnreadText(dossier.uuid, dossier.components[i]),
             .name = slot->rule->name,
             .required = slot->rule->mustBeDigitized(),
             .advised = (*advice)[i],
             .awaitsProof = awaiting->contains(dossier.components[i].code),
             .corrects = store::correctionOf(*corrections, dossier.components[i].code) != nullptr});
    }
    return view;
}

/// Sides whose text the page worker gave up on are marked: the clerk types their fields.
dossier::Component StationDesk::withUnreadText(const QString &uuid,
                                               dossier::Component component) const
{
    const auto mark = [&](auto &state) {
        if constexpr (requires { state.sides; }) {
            for (dossier::Side &side : state.sides)
                side.attention.setFlag(dossier::Attention::TextUnread,
                                       m_station.isTextUnread(uuid, side.id));
        }
    };
    std::visit(mark, component.state);
    return component;
}

Expected<gui::DossierView> StationDesk::openDossier(const QString &codeOrUuid)
{
    auto opened = dossierNow(codeOrUuid);
    if (opened)
        opened->resumed = takeUp(opened->dossier.uuid);
    return opened;
}

Expected<gui::DossierView> StationDesk::dossierNow(const QString &codeOrUuid)
{
    const auto dossier = workflow::findDossier(m_station.context(), codeOrUuid);
    if (!dossier)
        return fail(dossier.error());
    return view(*dossier);
}

/// Whoever opens a dossier that was put aside goes on with it.
std::optional<store::Hold> StationDesk::takeUp(const QString &uuid)
{
    const auto &context = m_station.context();
    auto store = context.openStore();
    const auto holds = store ? store->holds() : fail(store.error());
    if (!holds || !holds->contains(uuid) || !store->resume(uuid, context.actor))
        return std::nullopt;
    return holds->value(uuid);
}

Expected<> StationDesk::hold(const QString &uuid, const store::Hold &note)
{
    const auto &context = m_station.context();
    auto store = context.openStore();
    if (!store)
        return fail(store.error());
    return store->hold(uuid, {.reason = note.reason, .forWhom = note.forWhom, .by = context.actor});
}

Expected<gui::DossierView> StationDesk::newDossier(const gui::NewDossier &wanted)
{
    const auto dossier = workflow::openDossier(m_station.context(), {.procedure = wanted.procedure,
                                                                     .ownerId = wanted.ownerId,
                                                                     .ownerName = wanted.ownerName,
                                                                     .code = wanted.code});
    if (!dossier)
        return fail(dossier.error());
    return view(*dossier);
}

Expected<dossier::Owner> StationDesk::ownerFromCard(const QString &qrText)
{
    return workflow::ownerOfCard(qrText);
}

Expected<gui::DossierView> StationDesk::decide(const QString &uuid, const QString &component,
                                               std::optional<dossier::Decision> decision,
                                               std::optional<workflow::RescanReason> insteadOfReuse)
{
    const auto decided = m_station.deciding().decide(uuid, component, decision, insteadOfReuse);
    if (!decided)
        return fail(decided.error());
    return dossierNow(uuid);
}

Expected<gui::StoredCopies> StationDesk::storedCopies(const QString &uuid, const QString &component)
{
    const auto found = m_station.deciding().stored(uuid, component);
    if (!found)
        return fail(found.error());
    gui::StoredCopies stored{.age = ageText(*found)};
    for (const auto &paper : found->papers) {
        QString title = paper.paperName;
        if (paper.issuedOn)
            title += QStringLiteral(", ") + text::shortDate(*paper.issuedOn);
        stored.copies.push_back(
            {.code = paper.copy.code.text(), .title = title, .whyNot = standingText(paper)});
    }
    return stored;
}

Expected<gui::DossierView> StationDesk::reuse(const QString &uuid, const QString &component,
                                              const QString &code)
{
    if (const auto reused = m_station.deciding().reuse(uuid, component, code); !reused)
        return fail(reused.error());
    return dossierNow(uuid);
}

Expected<gui::DossierView> StationDesk::correct(const QString &uuid, const QString &component)
{
    if (const auto begun = m_station.deciding().correct(uuid, component); !begun)
        return fail(begun.error());
    return dossierNow(uuid);
}

Expected<gui::DossierView> StationDesk::giveUpCorrection(const QString &uuid,
                                                         const QString &component)
{
    if (const auto given = m_station.deciding().giveUpCorrection(uuid, component); !given)
        return fail(given.error());
    return dossierNow(uuid);
}

Expected<QString> StationDesk::sidePicture(const QString &uuid, const QString &side)
{
    const store::Spool spool(m_station.context().dataDir);
    for (const auto &ending : {QStringLiteral("jpg"), QStringLiteral("pnm")}) {
        const QString file = spool.file(uuid, side, ending);
        if (QFileInfo::exists(file))
            return file;
    }
    return fail(Fault::FileMissing, QStringLiteral("side"), side);
}

Expected<QString> StationDesk::originalPicture(const QString &uuid, const QString &side)
{
    const QString file =
        store::Spool(m_station.context().dataDir).file(uuid, side, QStringLiteral("original.jpg"));
    return QFileInfo::exists(file) ? Expected<QString>(file)
                                   : fail(Fault::FileMissing, QStringLiteral("original"), side);
}

void StationDesk::lookAt(const QString &uuid, const QString &side)
{
    m_station.readFirst(uuid, side);
}

/// The name of the kind of paper that it looks like instead of the one asked for.
QString StationDesk::otherKind(const dossier::Dossier &dossier, const QString &component) const
{
    const auto &context = m_station.context();
    const auto slot = workflow::slotOf(context.law, dossier, component);
    const auto other =
        slot ? workflow::otherKindThanAsked(context, dossier.uuid, *slot) : std::nullopt;
    const auto *type = other ? context.law.papers.find(other->key) : nullptr;
    return type ? type->name : QString();
}

Expected<gui::PaperReading> StationDesk::proposals(const QString &uuid, const QString &component)
{
    const auto dossier = workflow::findDossier(m_station.context(), uuid);
    if (!dossier)
        return fail(dossier.error());
    auto reading = m_station.reading();
    const auto proposed = reading.proposals(uuid, component);
    if (!proposed)
        return fail(proposed.error());
    const auto required = reading.requiredFields(*dossier, component);
    if (!required)
        return fail(required.error());
    // Evidence counts the pages of the copy; the window shows all sides.
    const auto all = dossier::sidesOf(dossier->component(component)->state);
    const auto pages = workflow::contentSides(all);
    const auto inStrip = [&](dossier::FieldProposal proposal) {
        if (proposal.evidence && proposal.evidence->side < static_cast<int>(pages.size())) {
            const auto &page = pages[static_cast<std::size_t>(proposal.evidence->side)];
            const auto place = std::find(all.begin(), all.end(), page);
            proposal.evidence->side = static_cast<int>(place - all.begin());
        }
        return proposal;
    };
    gui::PaperReading paper{.looksLike = otherKind(*dossier, component)};
    for (const auto &key : *required) {
        const auto found = std::find_if(proposed->begin(), proposed->end(),
                                        [&](const auto &one) { return one.key == key; });
        paper.fields.push_back({.proposal = found == proposed->end()
                                                ? dossier::FieldProposal{.key = key}
                                                : inStrip(*found),
                                .required = true});
    }
    for (const auto &proposal : *proposed) {
        if (!required->contains(proposal.key))
            paper.fields.push_back({.proposal = inStrip(proposal)});
    }
    const auto store = m_station.context().openStore();
    const auto typed = store ? store->draft(dossier->uuid, component) : fail(store.error());
    if (!typed)
        return fail(typed.error());
    paper.typed = *typed;
    return paper;
}

Expected<> StationDesk::keepTyped(const QString &uuid, const QString &component,
                                  const store::DraftFields &fields)
{
    auto store = m_station.context().openStore();
    if (!store)
        return fail(store.error());
    return store->saveDraft(uuid, component, fields);
}

Expected<QString> StationDesk::checkedValue(const QString &key, const QString &value)
{
    return workflow::normalizedValue(key, value);
}

Expected<QString> StationDesk::proposedCode(const QString &uuid, const QString &component,
                                            const std::vector<gui::FieldValue> &values)
{
    const auto dossier = workflow::findDossier(m_station.context(), uuid);
    if (!dossier)
        return fail(dossier.error());
    dossier::Fields fields;
    for (const auto &value : values)
        fields.push_back({.key = value.key, .value = value.value});
    const auto code = m_station.handingOver().proposedCode(*dossier, component, fields);
    if (!code)
        return fail(code.error());
    return code->text();
}

Expected<gui::DossierView> StationDesk::confirm(const QString &uuid, const QString &component,
                                                const std::vector<gui::FieldValue> &values)
{
    workflow::FieldValues entered;
    for (const auto &value : values) {
        if (!value.value.isEmpty())
            entered.insert(value.key, value.value);
    }
    const auto fields = m_station.reading().confirm(uuid, component, entered, false);
    if (!fields)
        return fail(fields.error());
    return dossierNow(uuid);
}

Expected<gui::DossierView> StationDesk::handOver(const QString &uuid)
{
    const auto done = m_station.handingOver().run(uuid);
    if (!done && sync::goesOnByItself(done.error().fault))
        tellWaiting(done.error().fault);
    // What could not go now goes by itself; the sender may be asleep.
    if (m_outbox)
        m_outbox->wake();
    if (!done)
        return fail(done.error());
    return dossierNow(uuid);
}

}  // namespace station::desk
