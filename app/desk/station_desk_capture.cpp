// What the desk does with paper: scan, import, edit, count.

#include "app/compose/training_papers.h"
#include "app/desk/station_desk.h"
#include "app/separators/separators.h"
#include "core/workflow/intake.h"
#include "core/workflow/receipt.h"

namespace station::desk {
namespace {

/// The listener of the scanner's sentences, for one scan.
class Listening {
public:
    Listening(scanner::SaneScanSource &source, const gui::CaptureCalls &calls) : m_source(source)
    {
        m_source.setNoticeListener(calls.onNotice);
    }
    ~Listening() { m_source.setNoticeListener({}); }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

private:
    scanner::SaneScanSource &m_source;
};

}  // namespace

Expected<gui::DossierView> StationDesk::scan(const QString &uuid, const gui::ScanWish &wish,
                                             const gui::CaptureCalls &calls, std::stop_token stop)
{
    const auto scanner = m_station.scanner();
    if (!scanner)
        return fail(scanner.error());
    auto request = m_station.scanRequest();
    request.source = wish.source;
    if (m_station.isTraining()) {
        if (const auto laid = layTrainingPaper(wish.component, request); !laid)
            return fail(laid.error());
    }
    const Listening listening(**scanner, calls);
    const auto report = m_station.capture().run(
        uuid, **scanner, {.component = wish.component, .request = request, .place = wish.place},
        calls.events, std::move(stop));
    if (!report)
        return fail(report.error());
    return dossierNow(uuid);
}

/// Nobody lays paper into a virtual scanner: when its feeder is empty, the training
/// paper that belongs to the component is put there, and the scan is told how it
/// is printed.
Expected<> StationDesk::layTrainingPaper(const QString &component, workflow::ScanRequest &request)
{
    const auto training = compose::loadTrainingDossier(m_station.trainingPapersFolder());
    if (!training)
        return fail(training.error());
    const auto *paper = training->paper(component);
    const bool trainee = m_tray.sheetsInFeeder() > 0 || m_tray.isCoverOpen() || m_tray.isJammed();
    if (request.source == workflow::PaperSource::Flatbed)
        request.device = QStringLiteral("vscan:flatbed1");
    else if (trainee)
        return {};
    else if (paper != nullptr && paper->duplex)
        request.source = workflow::PaperSource::Duplex;
    return compose::layTrainingPaper(*training, component, request.source,
                                     m_station.trainingScannerFolder());
}

bool StationDesk::hasScanButton() const
{
    return m_station.usesScanButton();
}

bool StationDesk::scanButtonPressed()
{
    const auto scanner = m_station.scanner();
    return scanner && (*scanner)->buttonPressed();
}

void StationDesk::watchScanners(std::function<void()> onChange)
{
    m_watch.reset();
    if (onChange)
        m_watch = std::make_unique<ScannerWatch>(
            m_station.isTraining() ? m_station.trainingScannerFolder() + QStringLiteral("/devices")
                                   : QString(),
            std::move(onChange));
}

Expected<gui::ImportOutcome> StationDesk::importFiles(const QString &uuid, const QString &component,
                                                      const QStringList &files,
                                                      const gui::CaptureCalls &calls,
                                                      std::stop_token stop)
{
    auto receiving = m_station.receiving();
    if (!receiving)
        return fail(receiving.error());
    const auto report = receiving->run(uuid, component, files, m_station.scanRequest().dpi,
                                       calls.events, std::move(stop));
    if (!report)
        return fail(report.error());
    auto view = dossierNow(uuid);
    if (!view)
        return fail(view.error());
    return gui::ImportOutcome{.view = *std::move(view),
                              .sides = report->capture.sides,
                              .signedVerdict = report->signatures.verdict};
}

Expected<gui::DossierView> StationDesk::edited(const QString &uuid, const Expected<> &edit)
{
    if (!edit)
        return fail(edit.error());
    if (const auto cleaned = m_station.capture().finish(uuid); !cleaned)
        return fail(cleaned.error());
    return dossierNow(uuid);
}

Expected<gui::DossierView> StationDesk::setBlank(const QString &uuid, const QString &side,
                                                 bool blank)
{
    return edited(uuid, m_station.editing().markBlank(uuid, side, blank));
}

Expected<gui::DossierView> StationDesk::setOut(const QString &uuid, const QString &side, bool out)
{
    return edited(uuid, m_station.editing().markOut(uuid, side, out));
}

Expected<gui::DossierView> StationDesk::turn(const QString &uuid, const QString &side, int byDeg)
{
    return edited(uuid, m_station.editing().turn(uuid, side, byDeg));
}

Expected<gui::DossierView> StationDesk::move(const QString &uuid, const QString &side,
                                             const QString &component, const QString &before)
{
    return edited(uuid, m_station.editing().move(uuid, side, component, before));
}

Expected<gui::DossierView> StationDesk::split(const QString &uuid, const QString &side,
                                              const QString &component)
{
    return edited(uuid, m_station.editing().split(uuid, side, component));
}

Expected<gui::DossierView> StationDesk::setCleanup(const QString &uuid, const QString &side,
                                                   const dossier::SideCleanup &cleanup)
{
    return edited(uuid, m_station.editing().cleanup(uuid, side, cleanup));
}

Expected<gui::DossierView> StationDesk::divide(const QString &uuid, const QString &side)
{
    return edited(uuid, m_station.editing().divide(uuid, side));
}

Expected<gui::DossierView> StationDesk::undoEdit(const QString &uuid)
{
    const auto edit = m_station.editing().undo(uuid);
    return edited(uuid, edit ? Expected<>() : fail(edit.error()));
}

Expected<gui::DossierView> StationDesk::redoEdit(const QString &uuid)
{
    const auto edit = m_station.editing().redo(uuid);
    return edited(uuid, edit ? Expected<>() : fail(edit.error()));
}

Expected<gui::DossierView> StationDesk::expectSheets(const QString &uuid, const QString &component,
                                                     int sheets)
{
    const auto counted = m_station.editing().expectSheets(uuid, component, sheets);
    return counted ? dossierNow(uuid) : fail(counted.error());
}

Expected<gui::DossierView> StationDesk::explainCount(const QString &uuid, const QString &component,
                                                     const QString &explanation)
{
    const auto explained = m_station.editing().explainCount(uuid, component, explanation);
    return explained ? dossierNow(uuid) : fail(explained.error());
}

Expected<gui::Printout> StationDesk::separatorSheets(const QString &uuid)
{
    const auto &context = m_station.context();
    const auto dossier = workflow::findDossier(context, uuid);
    if (!dossier)
        return fail(dossier.error());
    auto pages =
        separators::pages(context.law, inVietnam(dossier->receivedAtMs).date(), dossier->procedure);
    if (!pages)
        return fail(pages.error());
    return gui::Printout{.pages = *std::move(pages),
                         .fileName = QStringLiteral("separators-") + dossier->procedure.text() +
                                     QStringLiteral(".pdf")};
}

Expected<gui::Printout> StationDesk::receipt(const QString &uuid)
{
    const auto &context = m_station.context();
    const auto dossier = workflow::findDossier(context, uuid);
    if (!dossier)
        return fail(dossier.error());
    auto receipt = workflow::receiptOf(context.law, *dossier, {.training = context.training});
    if (!receipt)
        return fail(receipt.error());
    const QString now = inVietnam(context.clock.nowMs()).toString(u"yyyyMMdd-HHmmss");
    return gui::Printout{.pages = std::move(receipt->pages),
                         .fileName = QStringLiteral("receipt-%1.pdf").arg(now),
                         .dueOpen = !receipt->due};
}

gui::TrainingTray *StationDesk::trainingTray()
{
    return m_station.isTraining() ? &m_tray : nullptr;
}

}  // namespace station::desk
