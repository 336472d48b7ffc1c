#include "app/gui/counter/entry_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/start_page.h"
#include "core/codes/dossier_code.h"

#include <QLineEdit>

#include <algorithm>

namespace station::gui {

EntryController::EntryController(CounterDesk &desk, QThreadPool &lane, QLineEdit &entry,
                                 StartPage &start, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_entry(entry), m_start(start)
{
    connect(&entry, &QLineEdit::returnPressed, this, &EntryController::openTyped);
    connect(&start, &StartPage::openRequested, this, &EntryController::open);
    connect(&start, &StartPage::createRequested, this, &EntryController::create);
    connect(&start, &StartPage::cardRead, this, &EntryController::readCard);
}

void EntryController::refresh()
{
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.unfinished(); },
        [this](const Expected<std::vector<DossierSummary>> &dossiers) {
            if (dossiers)
                m_start.setUnfinished(*dossiers);
            else
                emit failed(dossiers.error());
        });
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.procedures(); },
        [this](const Expected<std::vector<ProcedureChoice>> &procedures) {
            if (procedures)
                m_start.setProcedures(*procedures);
            else
                emit failed(procedures.error());
        });
}

void EntryController::openTyped()
{
    open(m_entry.text().trimmed());
}

void EntryController::open(const QString &typed)
{
    // Nothing typed: the first key of the day continues what is unfinished.
    const QString wanted = typed.isEmpty() ? m_start.selectedUnfinished() : typed;
    if (wanted.isEmpty())
        return;
    // The QR of a receipt begins with its dossier's code, that of a card does not.
    const QString code = wanted.section(QLatin1Char('|'), 0, 0);
    if (code != wanted && !codes::DossierCode::parse(code))
        return readCard(wanted);
    inBackground(
        this, m_lane, [&desk = m_desk, code] { return desk.openDossier(code); },
        [this](const Expected<DossierView> &view) {
            if (view)
                emit opened(*view);
            else
                emit failed(view.error());
        });
}

void EntryController::openHeld(const QString &notThisUuid)
{
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.unfinished(); },
        [this, notThisUuid](const Expected<std::vector<DossierSummary>> &dossiers) {
            if (!dossiers) {
                emit failed(dossiers.error());
                return;
            }
            const auto held = std::ranges::find_if(*dossiers, [&](const DossierSummary &dossier) {
                return dossier.held && dossier.uuid != notThisUuid;
            });
            if (held != dossiers->end())
                open(held->uuid);
            else
                emit nothingHeld();
        });
}

void EntryController::create(const NewDossier &wanted)
{
    inBackground(
        this, m_lane, [&desk = m_desk, wanted] { return desk.newDossier(wanted); },
        [this](const Expected<DossierView> &view) {
            if (!view) {
                emit failed(view.error());
                return;
            }
            m_start.clearForm();
            emit opened(*view);
        });
}

void EntryController::readCard(const QString &qrText)
{
    inBackground(
        this, m_lane, [&desk = m_desk, qrText] { return desk.ownerFromCard(qrText); },
        [this](const Expected<dossier::Owner> &owner) {
            if (!owner) {
                emit failed(owner.error());
                return;
            }
            m_entry.clear();
            emit ownerWanted();
            m_start.setOwner(owner->id.reveal(), owner->name.reveal());
        });
}

void EntryController::clear()
{
    m_entry.clear();
}

}  // namespace station::gui
