#include "app/gui/counter/scan_controller.h"

#include "app/errors/error_text.h"
#include "app/gui/base/in_background.h"
#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/scanner_line.h"

namespace station::gui {

using workflow::PauseAnswer;

ScanController::ScanController(CounterDesk &desk, OpenDossier &open, ScannerLine &line,
                               QObject *parent)
    : QObject(parent), m_desk(desk), m_open(open), m_line(line)
{
    m_lane.setMaxThreadCount(1);
}

ScanController::~ScanController()
{
    m_stop.request_stop();
    m_lane.waitForDone();
}

void ScanController::lookForScanner()
{
    if (isRunning())
        return;
    m_line.showState(Mark::Waiting, Tone::Quiet, tr("Looking for the scanner …"));
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.scanner(); },
        [this](const Expected<QString> &name) {
            if (isRunning())
                return;
            if (!name)
                return m_line.showState(Mark::Attention, Tone::Attention,
                                        errorText(name.error()).line());
            m_scannerName = *name;
            m_line.showState(Mark::Check, Tone::Good, tr("%1 is ready").arg(m_scannerName));
        });
}

void ScanController::begin(const QString &component, const store::SidePlace &place,
                           const QString &text)
{
    m_component = component;
    m_place = place;
    m_placeOf = component;
    m_sides.clear();
    m_stop = std::stop_source();
    m_endedByClerk = false;
    const ChecklistPaper *paper = m_open.paper(component);
    m_expected = paper ? paper->component.count.expected : 0;
    m_line.showProgress(text, 0, 0);
    emit started();
}

void ScanController::scan(const ScanWish &wish)
{
    if (isRunning())
        return;
    m_importing = false;
    begin(wish.component, wish.place, tr("The scanner starts …"));
    const QString uuid = m_open.uuid();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid, wish, calls = callsFor(uuid), stop = m_stop.get_token()] {
            return desk.scan(uuid, wish, calls, stop);
        },
        [this, uuid](const Expected<DossierView> &view) { end(view, uuid); });
}

void ScanController::importFiles(const QString &component, const QStringList &files)
{
    if (isRunning())
        return;
    m_importing = true;
    begin(component, {}, tr("Taking in %n file(s) …", nullptr, static_cast<int>(files.size())));
    const QString uuid = m_open.uuid();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid, component, files, calls = callsFor(uuid),
         stop = m_stop.get_token()] {
            return desk.importFiles(uuid, component, files, calls, stop);
        },
        [this, uuid](const Expected<ImportOutcome> &outcome) {
            if (!outcome)
                return end(fail(outcome.error()), uuid);
            end(outcome->view, uuid);
            emit imported(outcome->sides, outcome->signedVerdict);
        });
}

CaptureCalls ScanController::callsFor(const QString &uuid)
{
    const auto here = [this](auto act) { QMetaObject::invokeMethod(this, std::move(act)); };
    CaptureCalls calls;
    calls.events.onSide = [this, here, uuid](const QString &component, const dossier::Side &side) {
        here([this, uuid, component, side] { takeSide(uuid, component, side); });
    };
    calls.events.onNextComponent = [this, here](const QString &component) {
        here([this, component] { follow(component); });
    };
    calls.events.onPause = [this, here, stop = m_stop.get_token()](const workflow::Pause &why) {
        return m_gate.ask([this, here, why] { here([this, why] { pause(why); }); }, stop);
    };
    calls.onNotice = [this, here](workflow::ScannerNotice notice) {
        here([this, notice] { takeNotice(notice); });
    };
    return calls;
}

void ScanController::stop()
{
    m_stop.request_stop();
    m_line.showProgress(m_importing ? tr("Stopping …") : tr("The scanner stops after this sheet …"),
                        0, 0);
}

void ScanController::answer(PauseAnswer answer)
{
    if (!m_paused)
        return;
    m_paused = false;
    m_endedByClerk = answer == PauseAnswer::EndHere;
    m_line.showProgress(m_endedByClerk ? tr("The scan ends here …") : tr("The scanner starts …"), 0,
                        0);
    m_gate.answer(answer);
    emit resumed();
}

void ScanController::pause(const workflow::Pause &why)
{
    if (!m_gate.isAsking())
        return;  // it was stopped meanwhile
    m_paused = true;
    m_line.showState(Mark::Attention, Tone::Attention, errorText({why.error.fault}).what);
    emit paused(why);
}

void ScanController::takeNotice(workflow::ScannerNotice notice)
{
    const QString text = CaptureWords::notice(notice);
    if (isRunning() && !m_paused && !m_stop.stop_requested() && !text.isEmpty())
        m_line.showProgress(text, 0, 0);
}

void ScanController::follow(const QString &component)
{
    m_component = component;
    const ChecklistPaper *paper = m_open.paper(component);
    if (!paper || !m_open.view())
        return;
    m_expected = paper->component.count.expected;
    m_line.showProgress(
        tr("Separator sheet: now paper %1, %2")
            .arg(QString::number(paperNumber(*m_open.view(), component)), paper->name),
        0, 0);
    emit followed(component);
}

void ScanController::takeSide(const QString &uuid, const QString &component,
                              const dossier::Side &side)
{
    const QString from = m_sides.value(side.id, component);
    m_sides.insert(side.id, component);
    // A separator that is known late takes along what came behind it.
    if (from != component)
        m_open.takeSide(uuid, from, side.id);
    if (isRunning() && !m_paused && !m_stop.stop_requested() && component == m_component)
        showProgress(side);
    const QString before = component != m_placeOf       ? QString()
                           : m_place.replaces.isEmpty() ? m_place.before
                                                        : m_place.replaces;
    // The strip first: it tells a new side from a known one.
    emit sideArrived(component, side, before);
    m_open.putSide(uuid, component, side, before);
}

void ScanController::showProgress(const dossier::Side &side)
{
    const auto sides = static_cast<int>(m_sides.size());
    QString text = m_expected > 0 ? tr("Sheet %1 of %2, side %3: all safe on disk")
                                        .arg(QString::number(side.sheet),
                                             QString::number(m_expected), QString::number(sides))
                                  : tr("Sheet %1, side %2: all safe on disk")
                                        .arg(QString::number(side.sheet), QString::number(sides));
    if (m_component != m_placeOf && m_open.view())
        text = tr("Paper %1").arg(paperNumber(*m_open.view(), m_component)) +
               QStringLiteral(" · ") + text;
    m_line.showProgress(text, qMin(side.sheet, m_expected), m_expected);
}

void ScanController::end(const Expected<DossierView> &view, const QString &uuid)
{
    const QString component = std::exchange(m_component, QString());
    const auto sides = static_cast<int>(m_sides.size());
    if (std::exchange(m_paused, false))
        emit resumed();
    showEnd(view.has_value(), view ? Error() : view.error(), sides);
    if (view) {
        m_open.update(*view);
        emit ended(component, sides);
        return;
    }
    emit ended(component, sides);
    // A trouble that the clerk was asked about needs no second telling.
    if (view.error().fault != Fault::Cancelled && !m_endedByClerk)
        emit failed(view.error());
    // What the run left on disk before it failed.
    inBackground(
        this, m_lane, [&desk = m_desk, uuid] { return desk.openDossier(uuid); },
        [this](const Expected<DossierView> &now) {
            if (now)
                m_open.update(*now);
        });
}

void ScanController::showEnd(bool succeeded, const Error &error, int sides)
{
    if (m_endedByClerk)
        return m_line.showState(Mark::Check, Tone::Good,
                                tr("Ended here: %n side(s) safe on disk", nullptr, sides));
    if (!succeeded && error.fault != Fault::Cancelled)
        return m_line.showState(Mark::Attention, Tone::Attention, errorText(error).what);
    m_line.showState(Mark::Check, Tone::Good,
                     m_importing ? tr("%n side(s) taken in, all safe on disk", nullptr, sides)
                                 : tr("%n side(s) scanned, all safe on disk", nullptr, sides));
}

}  // namespace station::gui
