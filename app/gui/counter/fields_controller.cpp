#include "app/gui/counter/fields_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/code_panel.h"
#include "app/gui/counter/field_form.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/undo_step.h"
#include "app/gui/counter/words.h"

#include <QUndoStack>

namespace station::gui {
namespace {

/// While the clerk types, not each letter is written to the disk.
constexpr int keepAfterMs = 700;

/// Confirmed fields as a draft that only shows them.
PaperDraft settledDraft(const dossier::Fields &fields)
{
    PaperReading read;
    for (const dossier::Field &field : fields)
        read.fields.push_back(
            {{field.key, field.value, field.source, field.confidence, true, field.evidence},
             false});
    return PaperDraft(std::move(read));
}

}  // namespace

FieldsController::FieldsController(CounterDesk &desk, QThreadPool &lane, FieldForm &form,
                                   CodePanel &code, PagesController &pages, QUndoStack &undo,
                                   QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_form(form), m_code(code), m_pages(pages),
      m_undo(undo)
{
    connect(&form, &FieldForm::edited, this, &FieldsController::edit);
    connect(&form, &FieldForm::confirmRequested, this, &FieldsController::confirmField);
    connect(&form, &FieldForm::fieldEntered, this, &FieldsController::enterField);
    connect(&code, &CodePanel::acceptRequested, this, &FieldsController::acceptCode);
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfterMs);
    connect(&m_keep, &QTimer::timeout, this, &FieldsController::keepTyped);
}

PaperDraft *FieldsController::draft()
{
    const auto found = m_drafts.find(m_paper);
    return found == m_drafts.end() ? nullptr : &*found;
}

void FieldsController::showPaper(const QString &dossier, const ChecklistPaper &paper)
{
    const auto &state = paper.component.state;
    const QString key = dossier + QLatin1Char('/') + paper.component.code;
    const bool takesInput = std::holds_alternative<dossier::SignedCopy>(state);
    if (takesInput && key == m_paper)
        return;  // the clerk may be typing in it

    closeEdit();
    keepTyped();
    m_dossier = dossier;
    m_component = paper.component.code;
    m_paper = takesInput ? key : QString();
    m_proposedCode.clear();

    if (takesInput) {
        m_code.showCode(CodePanel::State::None, {});
        if (draft())
            return present();
        m_form.showNothing(tr("Reading the pages …"));
        return fetchProposals();
    }

    m_drafts.remove(key);
    m_focusWhenReady = false;
    const QString finalCode = dossier::finalCodeOf(state);
    m_code.showCode(finalCode.isEmpty() ? CodePanel::State::None : CodePanel::State::Final,
                    finalCode);
    if (const auto *extracted = dossier::extractedCopyOf(state)) {
        m_form.showDraft(settledDraft(extracted->fields), true);
        if (finalCode.isEmpty())
            showAccepted(extracted->fields);
    } else {
        m_form.showNothing(tr("The fields appear here after signing."));
    }
}

void FieldsController::showAccepted(const dossier::Fields &fields)
{
    m_code.showCode(CodePanel::State::Accepted, {});
    std::vector<FieldValue> values;
    for (const dossier::Field &field : fields)
        values.push_back({field.key, field.value});
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_dossier, component = m_component, values] {
            return desk.proposedCode(dossier, component, values);
        },
        [this, dossier = m_dossier, component = m_component](const Expected<QString> &code) {
            const bool shown = dossier == m_dossier && component == m_component;
            if (code && shown && m_paper.isEmpty())
                m_code.showCode(CodePanel::State::Accepted, *code);
        });
}

void FieldsController::showNothing()
{
    closeEdit();
    keepTyped();
    m_paper.clear();
    m_component.clear();
    m_form.showNothing({});
    m_code.showCode(CodePanel::State::None, {});
}

void FieldsController::fetchProposals()
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_dossier, component = m_component] {
            return desk.proposals(dossier, component);
        },
        [this, paper = m_paper](const Expected<PaperReading> &read) {
            if (!read) {
                emit failed(read.error());
                return;
            }
            m_drafts.insert(paper, PaperDraft(*read));
            if (paper == m_paper)
                present();
        });
}

void FieldsController::present()
{
    m_form.showDraft(*draft(), false);
    if (draft()->isComplete())
        fetchCode();
    if (m_focusWhenReady)
        focusWaiting();
    emit changed();
}

bool FieldsController::isComplete() const
{
    const auto found = m_drafts.constFind(m_paper);
    return found != m_drafts.constEnd() && found->isComplete() && !m_proposedCode.isEmpty();
}

bool FieldsController::focusWaiting()
{
    if (!draft())
        return false;
    const QString key = draft()->nextOpen(m_form.focusedField());
    // All is confirmed, but the code is still on its way: Enter must not be lost.
    m_focusWhenReady = key.isEmpty() && m_proposedCode.isEmpty();
    if (!key.isEmpty())
        m_form.focusField(key);
    else if (!m_focusWhenReady)
        m_code.focusCode();
    return true;
}

void FieldsController::edit(const QString &key, const QString &value)
{
    if (!draft())
        return;
    draft()->edit(key, value);
    typedChanged();
    m_form.showDraft(*draft(), false);
    withdrawCode();
    emit changed();
}

bool FieldsController::isInField() const
{
    return !m_form.focusedField().isEmpty();
}

void FieldsController::confirmFocused()
{
    if (isInField())
        confirmField(m_form.focusedField());
}

void FieldsController::confirmField(const QString &key)
{
    if (!draft())
        return;
    const FieldDraft *field = draft()->field(key);
    if (!field)
        return;
    const auto checked = m_desk.checkedValue(key, field->value);
    if (!checked) {
        draft()->setProblem(key, Words::problem(key, checked.error().fault));
        m_form.showDraft(*draft(), false);
        return m_form.focusField(key);
    }
    draft()->edit(key, *checked);
    if (!draft()->confirm(key)) {
        emit failed({Fault::FieldMissing});
        return;
    }
    typedChanged();
    closeEdit();
    m_form.showDraft(*draft(), false);
    if (draft()->isComplete()) {
        m_focusWhenReady = true;
        fetchCode();
    } else {
        m_form.focusField(draft()->nextOpen(key));
    }
    emit changed();
}

void FieldsController::enterField(const QString &key)
{
    closeEdit();
    if (!draft() || !draft()->field(key))
        return;
    m_entered = *draft()->field(key);

    const auto &evidence = m_entered->slot.proposal.evidence;
    if (!evidence)
        return;
    std::vector<QRect> boxes;
    int current = -1;
    for (const FieldDraft &field : draft()->fields()) {
        const auto &other = field.slot.proposal.evidence;
        if (!other || other->side != evidence->side)
            continue;
        if (field.slot.proposal.key == key)
            current = static_cast<int>(boxes.size());
        boxes.push_back(other->box);
    }
    m_pages.showEvidence(evidence->side, boxes, current);
}

void FieldsController::closeEdit()
{
    if (!m_entered || !draft())
        return m_entered.reset();
    const FieldDraft before = *m_entered;
    m_entered.reset();
    const FieldDraft *after = draft()->field(before.slot.proposal.key);
    if (!after || *after == before)
        return;
    m_undo.push(new UndoStep([this, paper = m_paper, before] { restore(paper, before); },
                             [this, paper = m_paper, now = *after] { restore(paper, now); }));
}

void FieldsController::restore(const QString &paper, const FieldDraft &field)
{
    const auto found = m_drafts.find(paper);
    if (found == m_drafts.end())
        return;  // confirmed meanwhile; nothing to take back
    found->restore(field);
    if (paper != m_paper)
        return;
    typedChanged();
    m_entered.reset();
    m_form.showDraft(*found, false);
    m_form.focusField(field.slot.proposal.key);
    withdrawCode();
    if (found->isComplete())
        fetchCode();
    emit changed();
}

void FieldsController::typedChanged()
{
    m_unkept = true;
    if (!m_keep.isActive())
        m_keep.start();
}

void FieldsController::keepTyped()
{
    m_keep.stop();
    if (!std::exchange(m_unkept, false) || !draft())
        return;
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_dossier, component = m_component, typed = draft()->typed()] {
            return desk.keepTyped(dossier, component, typed);
        },
        [this](const Expected<> &kept) {
            // Accepted or given up meanwhile: there is nothing to keep.
            if (kept || kept.error().fault == Fault::WrongOrder)
                return;
            m_unkept = true;  // the next chance is when the field or the window is left
            emit failed(kept.error());
        });
}

void FieldsController::withdrawCode()
{
    m_proposedCode.clear();
    m_code.showCode(CodePanel::State::None, {});
}

void FieldsController::fetchCode()
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_dossier, component = m_component, values = draft()->values()] {
            return desk.proposedCode(dossier, component, values);
        },
        [this, paper = m_paper](const Expected<QString> &code) {
            if (paper != m_paper || !draft() || !draft()->isComplete())
                return;
            if (!code) {
                emit failed(code.error());
                return;
            }
            m_proposedCode = *code;
            m_code.showCode(CodePanel::State::Proposed, m_proposedCode);
            if (m_focusWhenReady)
                focusWaiting();
            emit changed();
        });
}

void FieldsController::acceptCode()
{
    if (m_confirming || !isComplete())
        return;
    m_confirming = true;
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier = m_dossier, component = m_component, values = draft()->values()] {
            return desk.confirm(dossier, component, values);
        },
        [this](const Expected<DossierView> &view) {
            m_confirming = false;
            if (!view)
                emit failed(view.error());
            else
                emit confirmed(*view);
        });
}

}  // namespace station::gui
