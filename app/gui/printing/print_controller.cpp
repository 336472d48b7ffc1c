#include "app/gui/printing/print_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/printing/page_painter.h"
#include "app/gui/printing/print_preview.h"
#include "core/pdf/printed_pdf.h"

#include <QDir>
#include <QFileDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>

#include <optional>

namespace station::gui {
namespace {

constexpr double previewDpi = 150;
constexpr int patienceMs = 500;

std::unique_ptr<QPrinter> defaultPrinter()
{
    const auto info = QPrinterInfo::defaultPrinter();
    if (info.isNull())
        return nullptr;
    return std::make_unique<QPrinter>(info, QPrinter::HighResolution);
}

enum class Printed { Done, NoPrinter, Refused };

}  // namespace

PrintController::PrintController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                                 CounterPage &page, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_page(page),
      m_preview(new PrintPreview(page.window())), m_maker(defaultPrinter)
{
    m_printing->setMaxThreadCount(1);
    connect(m_preview, &PrintPreview::printWanted, this, &PrintController::print);
    connect(m_preview, &PrintPreview::saveWanted, this, &PrintController::chooseFile);
}

PrintController::~PrintController()
{
    *m_givenUp = true;
    // A printing system that hangs cannot be asked to stop: its thread ends with the program.
    if (!m_printing->waitForDone(patienceMs))
        (void)m_printing.release();
}

void PrintController::showReceipt()
{
    //: The receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
    fetch(tr("Receipt and appointment slip"),
          [&desk = m_desk, uuid = m_open.uuid()] { return desk.receipt(uuid); });
}

void PrintController::showSeparators()
{
    //: Sheets with a code, laid between papers in the feeder (tờ phân cách).
    fetch(tr("Separator sheets"),
          [&desk = m_desk, uuid = m_open.uuid()] { return desk.separatorSheets(uuid); });
}

void PrintController::fetch(const QString &title, Wanted wanted)
{
    if (!m_open.view())
        return;
    inBackground(this, m_lane, std::move(wanted),
                 [this, title](const Expected<Printout> &printout) {
                     if (printout)
                         show(title, *printout);
                     else
                         emit failed(printout.error());
                 });
}

void PrintController::show(const QString &title, const Printout &printout)
{
    m_title = title;
    m_printout = printout;
    inBackground(
        this, m_drawing,
        [pages = printout.pages] {
            std::vector<PagePicture> pictures;
            for (const pdf::PrintedPage &page : pages)
                pictures.emplace_back(pageImage(page, previewDpi));
            return pictures;
        },
        [this, title](const std::vector<PagePicture> &pictures) {
            m_preview->open(title,
                            m_printout.dueOpen
                                ? tr("The day of return stays open on the paper: the processing "
                                     "time or the calendar of the year is not known here. Write it "
                                     "by hand.")
                                : QString(),
                            pictures);
            lookForPrinter();
        });
}

void PrintController::lookForPrinter()
{
    inBackground(
        this, *m_printing,
        [make = m_maker]() -> std::optional<QString> {
            const auto printer = make();
            return printer ? std::optional(printer->printerName()) : std::nullopt;
        },
        [this](const std::optional<QString> &name) {
            // Who was quick with Enter hears how the printing ends instead.
            if (m_isPrinting)
                return;
            if (name)
                m_preview->showPrinter(*name);
            else
                m_preview->showNoPrinter();
        });
}

void PrintController::print()
{
    m_isPrinting = true;
    m_preview->showBusy();
    inBackground(
        this, *m_printing,
        [make = m_maker, title = m_title, pages = m_printout.pages, givenUp = m_givenUp] {
            const auto printer = make();
            if (!printer)
                return Printed::NoPrinter;
            // The printing system keeps this name in its log, so it names no dossier.
            printer->setDocName(title);
            return !*givenUp && printPages(*printer, pages) ? Printed::Done : Printed::Refused;
        },
        [this](Printed printed) {
            m_isPrinting = false;
            if (printed != Printed::Done && !m_preview->isVisible()) {
                m_page.message().showMessage(Tone::Attention,
                                             tr("The printer did not take the pages"),
                                             tr("Print them again, or save them as PDF."));
                return;
            }
            switch (printed) {
            case Printed::NoPrinter:
                return m_preview->showNoPrinter();
            case Printed::Refused:
                return m_preview->showRefused();
            case Printed::Done:
                break;
            }
            m_preview->hide();
            m_page.message().showMessage(Tone::Good, tr("The pages went to the printer"));
        });
}

void PrintController::chooseFile()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Save as PDF"));
    dialog->setObjectName(QStringLiteral("savePdfDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (%1)").arg(QStringLiteral("*.pdf")));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_printout.fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintController::saveTo);
    dialog->open();
}

void PrintController::saveTo(const QString &file)
{
    inBackground(
        this, m_drawing,
        [file, pages = m_printout.pages] { return pdf::writePrintedPdf(file, pages); },
        [this, file](const Expected<> &written) {
            // The message bar lies below the preview.
            m_preview->hide();
            if (!written) {
                emit failed(written.error());
                return;
            }
            m_page.message().showMessage(Tone::Good,
                                         tr("Saved: %1").arg(QDir::toNativeSeparators(file)));
        });
}

}  // namespace station::gui
