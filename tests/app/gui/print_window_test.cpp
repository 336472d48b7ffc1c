#include "app/gui/counter/component_model.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/printing/page_painter.h"
#include "app/gui/printing/print_controller.h"
#include "core/base/durable_file.h"
#include "core/pdf/printed_pdf.h"
#include "tests/app/gui/counter_fixture.h"
#include "tests/app/gui/printing_system.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QPrinter>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

/// Words of a PDF as poppler reads them.
QString textOf(const QString &file)
{
    QProcess tool;
    tool.start(u"pdftotext"_s, {file, u"-"_s});
    REQUIRE(tool.waitForFinished());
    REQUIRE(tool.exitCode() == 0);
    return QString::fromUtf8(tool.readAllStandardOutput()).simplified();
}

/// Printing alone, with a printer that the test gives.
struct PrintingDesk {
    /// Without a maker: the printer of the system.
    explicit PrintingDesk(PrintController::PrinterMaker maker = {})
    {
        window.setCentralWidget(page);
        window.show();
        QApplication::setActiveWindow(&window);
        lane.setMaxThreadCount(1);
        open.open(desk.view());
        printing = std::make_unique<PrintController>(desk, lane, open, *page);
        if (maker)
            printing->usePrinter(std::move(maker));
        QObject::connect(printing.get(), &PrintController::failed,
                         [this](const Error &error) { fault = error.fault; });
    }
    ~PrintingDesk() { lane.waitForDone(); }

    QWidget *preview() { return window.findChild<QWidget *>(u"printPreview"_s); }
    QString printerState() { return window.findChild<StateLabel *>(u"printerState"_s)->word(); }
    bool showsReceipt()
    {
        printing->showReceipt();
        return Counter::until([this] { return preview()->isVisible(); });
    }
    bool says(const QString &text)
    {
        return window.findChild<QLabel *>(u"message"_s)->text().contains(text);
    }
    qint64 closesWithinMs()
    {
        QElapsedTimer timer;
        timer.start();
        printing.reset();
        return timer.elapsed();
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    ScriptedDesk desk{};
    QMainWindow window{};
    CounterActions actions{&window};
    ComponentModel papers{};
    SideModel sides{};
    CounterPage *page = new CounterPage(actions, papers, sides);
    OpenDossier open{};
    QThreadPool lane{};
    std::unique_ptr<PrintController> printing{};
    std::optional<Fault> fault{};
};

PrintController::PrinterMaker pdfPrinter(const QString &file)
{
    return [file] {
        auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        return printer;
    };
}

}  // namespace

TEST_CASE("one key shows the receipt and Esc leaves the window as it was", "[print]")
{
    Counter counter;
    auto *preview = counter.find<QWidget>("printPreview");
    counter.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(50);
    CHECK_FALSE(preview->isVisible());  // no dossier yet
    counter.openDossier();
    counter.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(Counter::until([&] { return preview->isVisible(); }));
    CHECK(counter.find<QLabel>("printTitle")->text() == u"Receipt and appointment slip"_s);
    CHECK(counter.find<QLabel>("printPageNumber")->text() == u"Page 1 of 2"_s);
    counter.press(Qt::Key_PageDown);
    CHECK(counter.find<QLabel>("printPageNumber")->text() == u"Page 2 of 2"_s);
    // Keys of the window below mean nothing.
    counter.press(Qt::Key_F5);
    counter.press(Qt::Key_F4);
    QTest::qWait(50);
    CHECK(counter.desk.wishes().empty());
    CHECK(preview->isVisible());
    counter.press(Qt::Key_Escape);
    CHECK_FALSE(preview->isVisible());
    CHECK(Counter::focus() == u"checklist"_s);
}

TEST_CASE("the code of a receipt opens its dossier", "[print]")
{
    Counter counter;
    counter.type(ScriptedDesk::dossierCode + u"|1.002809|026185001234|GIAY|"_s);
    counter.press(Qt::Key_Return);
    CHECK(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
}

TEST_CASE("separator sheets are shown the same way", "[print]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_P, Qt::ControlModifier);
    REQUIRE(Counter::until([&] { return counter.find<QWidget>("printPreview")->isVisible(); }));
    CHECK(counter.find<QLabel>("printTitle")->text() == u"Separator sheets"_s);
    counter.press(Qt::Key_Escape);
}

TEST_CASE("a receipt whose due time is not known says so before it is printed", "[print]")
{
    Counter counter;
    counter.desk.dueOpen = true;
    counter.openDossier();
    counter.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(Counter::until([&] { return counter.find<QWidget>("printPreview")->isVisible(); }));
    CHECK(counter.find<QLabel>("printNote")->text().startsWith(u"The day of return stays open"_s));
}

TEST_CASE("Enter prints what was shown and the window says so", "[print]")
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"printed.pdf"_s);
    PrintingDesk desk(pdfPrinter(file));
    REQUIRE(desk.showsReceipt());
    PrintingDesk::press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return !desk.preview()->isVisible(); }));
    const QString text = textOf(file);
    CHECK(text.contains(u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s));
    CHECK(text.contains(u"Trần Thị Thử"_s));
    CHECK(desk.window.findChild<QLabel *>(u"message"_s)
              ->text()
              .contains(u"The pages went to the printer"_s));
}

TEST_CASE("without a printer saving is offered and saves the same pages", "[print]")
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"saved.pdf"_s);
    PrintingDesk desk([] { return nullptr; });
    REQUIRE(desk.showsReceipt());
    REQUIRE(
        Counter::until([&] { return desk.printerState() == u"No printer here: save as PDF"_s; }));
    CHECK_FALSE(desk.window.findChild<QWidget *>(u"printNow"_s)->isEnabled());
    // Enter means what is offered now.
    CHECK(Counter::focus() == u"savePdf"_s);
    PrintingDesk::press(Qt::Key_Return);
    auto *dialog = desk.window.findChild<QFileDialog *>(u"savePdfDialog"_s);
    REQUIRE(dialog);
    emit dialog->fileSelected(file);
    dialog->close();
    REQUIRE(Counter::until([&] { return !desk.preview()->isVisible(); }));
    CHECK(pdf::printedPdf(desk.desk.receipt({})->pages).value() == readWhole(file).value());
    CHECK(QFileInfo(file).permissions().testFlag(QFile::ReadOther) == false);
}

TEST_CASE("a place that takes no file is told like every failure", "[print]")
{
    PrintingDesk desk([] { return nullptr; });
    REQUIRE(desk.showsReceipt());
    desk.printing->saveTo(u"/proc/nowhere/slip.pdf"_s);
    REQUIRE(Counter::until([&] { return desk.fault.has_value(); }));
    CHECK_FALSE(desk.preview()->isVisible());
}

TEST_CASE("a printer that fails is told in the preview and may be tried again", "[print]")
{
    PrintingDesk desk(pdfPrinter(u"/proc/nowhere/printed.pdf"_s));
    REQUIRE(desk.showsReceipt());
    PrintingDesk::press(Qt::Key_Return);
    REQUIRE(
        Counter::until([&] { return desk.printerState() == u"The printer did not take it"_s; }));
    CHECK(desk.window.findChild<QWidget *>(u"printNow"_s)->isEnabled());
}

TEST_CASE("the pages come out of a printer of CUPS, and its log learns no dossier's code",
          "[print]")
{
    const PrintingSystem cups(PrintingSystem::Printer::Keeps);
    PrintingDesk desk;
    REQUIRE(desk.showsReceipt());
    REQUIRE(Counter::until([&] { return desk.printerState() == u"Printer: counter"_s; }));
    PrintingDesk::press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return !desk.preview()->isVisible(); }));
    CHECK(desk.says(u"The pages went to the printer"_s));
    REQUIRE(Counter::until([&] { return cups.printed().size() == 1; }));
    CHECK(QFileInfo(cups.printed().first()).completeBaseName() ==
          u"Receipt and appointment slip"_s);
    CHECK(textOf(cups.printed().first()).contains(u"Trần Thị Thử"_s));
}

TEST_CASE("a printer that does not end its job keeps nobody waiting", "[print]")
{
    const PrintingSystem cups(PrintingSystem::Printer::Hangs);
    PrintingDesk desk;
    REQUIRE(desk.showsReceipt());
    PrintingDesk::press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return !desk.preview()->isVisible(); }));
    CHECK(desk.says(u"The pages went to the printer"_s));
    CHECK(Counter::until([&] { return cups.isAtWork(); }));
    CHECK(desk.closesWithinMs() < 1'000);
}

TEST_CASE("a printing system that does not answer holds up neither saving nor the end", "[print]")
{
    const QTemporaryDir dir;
    PrintingSystem cups(PrintingSystem::Printer::Keeps);
    PrintingDesk desk;
    cups.freeze();
    REQUIRE(desk.showsReceipt());
    PrintingDesk::press(Qt::Key_Return);
    CHECK(desk.printing->isPrinting());
    desk.printing->saveTo(dir.filePath(u"saved.pdf"_s));
    CHECK(Counter::until([&] { return QFileInfo::exists(dir.filePath(u"saved.pdf"_s)); }));
    CHECK(desk.closesWithinMs() < 1'000);
}

TEST_CASE("who closes the window before the pages are taken is told once", "[print]")
{
    PrintingSystem cups(PrintingSystem::Printer::Keeps);
    Counter counter;
    counter.openDossier();
    cups.freeze();
    counter.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *preview = counter.find<QWidget>("printPreview");
    REQUIRE(Counter::until([&] { return preview->isVisible(); }));
    PrintingDesk::press(Qt::Key_Return);
    CHECK_FALSE(counter.window.close());
    CHECK(counter.message().contains(u"The printer has not taken the pages yet"_s));
    CHECK_FALSE(preview->isVisible());
    CHECK(counter.window.close());
}

TEST_CASE("a printer that fails is told also to who left the preview", "[print]")
{
    QSemaphore goOn;
    PrintingDesk desk([&goOn] {
        goOn.acquire();
        return pdfPrinter(u"/proc/nowhere/printed.pdf"_s)();
    });
    REQUIRE(desk.showsReceipt());
    PrintingDesk::press(Qt::Key_Return);
    PrintingDesk::press(Qt::Key_Escape);
    goOn.release(2);  // looked for, and printed on
    CHECK(Counter::until([&] { return desk.says(u"The printer did not take the pages"_s); }));
}

TEST_CASE("Tab stays in the preview and its targets have names and room", "[print]")
{
    PrintingDesk desk([] { return nullptr; });
    REQUIRE(desk.showsReceipt());
    for (int i = 0; i < 8; ++i) {
        PrintingDesk::press(Qt::Key_Tab);
        QWidget *focus = QApplication::focusWidget();
        CHECK(desk.preview()->isAncestorOf(focus));
        CHECK_FALSE(focus->accessibleName().isEmpty());
        CHECK(focus->height() >= 24);
    }
}

TEST_CASE("the picture shows the page's bars and words where they are printed", "[print]")
{
    const pdf::PrintedPage page{.texts = {{.text = u"Hồ sơ"_s, .leftMm = 20, .baselineMm = 100}},
                                .bars = {{50, 50, 20, 10}}};
    const QImage image = pageImage(page, 100);
    CHECK(image.size() == QSize(827, 1169));
    const auto dark = [&](double xMm, double yMm) {
        return qGray(image.pixel(qRound(xMm / 0.254), qRound(yMm / 0.254))) < 128;
    };
    CHECK(dark(60, 55));
    CHECK_FALSE(dark(75, 55));
    bool ink = false;
    for (double x = 20; x < 32; x += 0.25)
        ink = ink || dark(x, 98.5);
    CHECK(ink);
}
