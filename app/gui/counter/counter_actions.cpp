#include "app/gui/counter/counter_actions.h"

#include <QWidget>

#include <algorithm>
#include <array>

namespace station::gui {
namespace {

constexpr int numbers = 9;
constexpr std::array numberedActions{QLatin1String("paper"), QLatin1String("moveToPaper"),
                                     QLatin1String("splitToPaper")};

QKeySequence numberKey(int number, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(Qt::Key_0 + number)));
}

}  // namespace

CounterActions::CounterActions(QWidget *window) : QObject(window), m_window(window), m_columns(3)
{
    addDossier(m_columns[0]);
    addPaper(m_columns[0]);
    addFinish(m_columns[0]);
    addScanner(m_columns[1]);
    addPage(m_columns[1]);
    addAlways(m_columns[1]);
    addSide(m_columns[2]);
    addCleanup(m_columns[2]);
}

void CounterActions::addDossier(Column &column)
{
    findDossier = add("findDossier", tr("Open a dossier"), {Qt::Key_F3});
    newDossier = add("newDossier", tr("New dossier"), {Qt::Key_F4});
    hold = add("hold", tr("Put the dossier aside"), {QKeySequence(Qt::CTRL | Qt::Key_H)});
    nextHeld =
        add("nextHeld", tr("Go on with one put aside"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    //: Sheets with a code, laid between papers in the feeder (tờ phân cách).
    separatorSheets =
        add("separatorSheets", tr("Separator sheets (PDF)"), {QKeySequence(Qt::CTRL | Qt::Key_P)});
    //: Receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
    printReceipt = add("printReceipt", tr("Print the receipt"),
                       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    column.push_back(
        {tr("Dossier"), {findDossier, newDossier, hold, nextHeld, separatorSheets, printReceipt}});
}

void CounterActions::addPaper(Column &column)
{
    for (int number = 1; number <= numbers; ++number)
        papers.push_back(add("paper", tr("Go to paper %1").arg(number), {numberKey(number)}));
    digitize = add("digitize", tr("Digitize"), {Qt::Key_D});
    reuse = add("reuse", tr("Reuse"), {Qt::Key_R});
    attach = add("attach", tr("Attach"), {Qt::Key_A});
    shownOnly = add("shownOnly", tr("Shown only"), {Qt::Key_H});
    refuse = add("refuse", tr("Refuse (secret)"), {Qt::Key_X});
    //: Replace a copy that was handed over, or give that up.
    correct = add("correct", tr("Correct what was handed over"), {Qt::Key_K});
    column.push_back(
        {tr("Paper"), {papers.front(), digitize, reuse, attach, shownOnly, refuse, correct}});
}

void CounterActions::addScanner(Column &column)
{
    scanFeeder = add("scanFeeder", tr("Scan from the feeder"), {Qt::Key_F5});
    scanDuplex = add("scanDuplex", tr("Scan both sides of each sheet"),
                     {QKeySequence(Qt::SHIFT | Qt::Key_F5)});
    scanFlatbed = add("scanFlatbed", tr("Scan from the flatbed"), {Qt::Key_F6});
    importFiles = add("importFiles", tr("Take in files"), {QKeySequence(Qt::CTRL | Qt::Key_O)});
    countSheets = add("countSheets", tr("How many sheets?"), {Qt::Key_E});
    scanOn = add("scanOn", tr("Go on after a trouble"), {Qt::Key_Enter, Qt::Key_Return});
    cancel = add("cancel", tr("Stop the scan, close a panel"), {Qt::Key_Escape});
    scanFeeder->setIconText(tr("Feeder"));
    scanDuplex->setIconText(tr("Both sides"));
    scanFlatbed->setIconText(tr("Flatbed"));
    importFiles->setIconText(tr("Files"));
    countSheets->setIconText(tr("Count"));
    column.push_back(
        {tr("Scanner"),
         {scanFeeder, scanDuplex, scanFlatbed, importFiles, countSheets, scanOn, cancel}});
}

void CounterActions::addPage(Column &column)
{
    nextForHuman = add("nextForHuman", tr("Next thing that needs you"), {Qt::Key_Space});
    previousPage = add("previousPage", tr("Previous page"), {Qt::Key_PageUp});
    nextPage = add("nextPage", tr("Next page"), {Qt::Key_PageDown});
    zoomIn = add("zoomIn", tr("Larger"), {Qt::Key_Plus, Qt::Key_Equal});
    zoomOut = add("zoomOut", tr("Smaller"), {Qt::Key_Minus});
    zoomFit = add("zoomFit", tr("Whole page"), {Qt::Key_0});
    //: A glass over the page, as long as the key is held.
    magnify = addToggle("magnify", tr("Hold: magnifying glass"), Qt::Key_M);
    magnify->setIconText(tr("Glass"));
    //: The untouched picture of the scanner, as long as the key is held.
    asScanned = addToggle("asScanned", tr("Hold: the page as scanned"), Qt::Key_V);
    asScanned->setIconText(tr("As scanned"));
    column.push_back(
        {tr("Page"),
         {nextForHuman, previousPage, nextPage, zoomIn, zoomOut, zoomFit, magnify, asScanned}});
}

void CounterActions::addSide(Column &column)
{
    rescan = add("rescan", tr("Scan this side again"), {Qt::Key_F7});
    rescanFlatbed = add("rescanFlatbed", tr("Scan it again from the flatbed"),
                        {QKeySequence(Qt::SHIFT | Qt::Key_F7)});
    insertBefore = add("insertBefore", tr("Scan more before this side"), {Qt::Key_Insert});
    //: The side stays in the strip but is no page of the copy.
    setAside = add("setAside", tr("Set aside, take back"), {Qt::Key_Delete});
    toggleBlank = add("toggleBlank", tr("Blank side or not"), {Qt::Key_B});
    turnLeft = add("turnLeft", tr("Turn left"), {Qt::Key_BracketLeft});
    turnRight = add("turnRight", tr("Turn right"), {Qt::Key_BracketRight});
    moveBack =
        add("moveBack", tr("Move towards the front"), {QKeySequence(Qt::CTRL | Qt::Key_Left)});
    moveOn = add("moveOn", tr("Move towards the end"), {QKeySequence(Qt::CTRL | Qt::Key_Right)});
    for (int number = 1; number <= numbers; ++number)
        moveTo.push_back(add("moveToPaper", tr("Move the side to paper %1").arg(number),
                             {numberKey(number, Qt::ControlModifier)}));
    split = add("split", tr("Split here: the next paper begins"), {Qt::Key_S});
    for (int number = 1; number <= numbers; ++number)
        splitTo.push_back(add("splitToPaper", tr("Split here: paper %1 begins").arg(number),
                              {numberKey(number, Qt::ControlModifier | Qt::ShiftModifier)}));
    rescan->setIconText(tr("Rescan"));
    insertBefore->setIconText(tr("Insert"));
    setAside->setIconText(tr("Set aside"));
    toggleBlank->setIconText(tr("Blank"));
    turnLeft->setIconText(tr("Left"));
    turnRight->setIconText(tr("Right"));
    split->setIconText(tr("Split"));
    column.push_back({tr("Side on the screen"),
                      {rescan, rescanFlatbed, insertBefore, setAside, toggleBlank, turnLeft,
                       turnRight, moveBack, moveOn, moveTo.front(), split, splitTo.front()}});
}

void CounterActions::addCleanup(Column &column)
{
    straighten = addToggle("straighten", tr("Straighten, or leave as it lies"), Qt::Key_T);
    //: The scanner's ground around the paper is cut away.
    cutToPaper = addToggle("cutToPaper", tr("Cut to the paper or not"), Qt::Key_C);
    evenTone = addToggle("evenTone", tr("Even out the brightness or not"), Qt::Key_L);
    turnUpright = addToggle("turnUpright", tr("Turn upright by itself or not"), Qt::Key_U);
    cropByHand = addToggle("cropByHand", tr("Cut and straighten by hand"), Qt::Key_Q);
    //: The frame that is set by hand around the paper.
    cropByHand->setIconText(tr("Frame"));
    allAutomatic = add("allAutomatic", tr("All automatic again"), {Qt::Key_N});
    //: Several cards or receipts lie on one side.
    divide = add("divide", tr("Divide: each thing its own side"), {Qt::Key_G});
    straighten->setIconText(tr("Straighten"));
    //: Cut the page to the paper.
    cutToPaper->setIconText(tr("Cut"));
    evenTone->setIconText(tr("Brightness"));
    turnUpright->setIconText(tr("Upright"));
    allAutomatic->setIconText(tr("Automatic"));
    divide->setIconText(tr("Divide"));
    column.push_back(
        {tr("Clean-up of the side"),
         {straighten, cutToPaper, evenTone, turnUpright, cropByHand, allAutomatic, divide}});
}

void CounterActions::addFinish(Column &column)
{
    sign = add("sign", tr("Sign all copies"), {Qt::Key_F8});
    pauseSigning = add("pauseSigning", tr("Pause after this copy"), {Qt::Key_P});
    //: The clerk knows that one more wrong PIN locks the token.
    knowLastTry = add("knowLastTry", tr("I know: this is the last try"), {Qt::Key_F9});
    whyNotOthers = add("whyNotOthers", tr("Why other certificates cannot sign"), {Qt::Key_F2});
    lockToken = add("lockToken", tr("Lock the token"), {QKeySequence(Qt::CTRL | Qt::Key_L)});
    retryWaiting =
        add("retryWaiting", tr("Send what waits now"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    handOver = add("handOver", tr("Hand over, next dossier"), {Qt::Key_F10});
    pauseSigning->setIconText(tr("Pause"));
    knowLastTry->setIconText(tr("I know"));
    whyNotOthers->setIconText(tr("Why not others?"));
    lockToken->setIconText(tr("Lock"));
    retryWaiting->setIconText(tr("Try now"));
    column.push_back(
        {tr("Finish"),
         {sign, pauseSigning, knowLastTry, whyNotOthers, lockToken, retryWaiting, handOver}});
}

void CounterActions::addAlways(Column &column)
{
    undo = add("undo", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    redo = add("redo", tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    keys = add("keys", tr("Show the keys"), {Qt::Key_F1});
    appearance = add("appearance", tr("Light or dark"), {Qt::Key_F11});
    language = add("language", tr("Another language"), {QKeySequence(Qt::SHIFT | Qt::Key_F11)});
    trainingTray = add("trainingTray", tr("Training: the scanner's tray"), {Qt::Key_F12});
    tour = add("tour", tr("Training: the guided tour"), {QKeySequence(Qt::SHIFT | Qt::Key_F1)});
    column.push_back({tr("Always"), {undo, redo, keys, appearance, language, trainingTray, tour}});
}

QAction *CounterActions::add(const char *name, const QString &text,
                             const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(shortcuts);
    // A key held down must not scan, sign or hand over twice.
    action->setAutoRepeat(false);
    m_window->addAction(action);
    return action;
}

QAction *CounterActions::addToggle(const char *name, const QString &text, Qt::Key key)
{
    QAction *action = add(name, text, {key});
    action->setCheckable(true);
    return action;
}

bool CounterActions::mayChange(const QAction &action) const
{
    return !isNumbered(action) && &action != scanOn && &action != cancel && &action != nextForHuman;
}

Expected<> CounterActions::changeKeys(const std::vector<config::KeyChoice> &choices)
{
    const auto wrong = [](const config::KeyChoice &choice, const QString &what) {
        return fail(Fault::SettingsInvalid, {},
                    QStringLiteral("key: %1: %2").arg(choice.action, what));
    };
    std::vector<std::pair<QAction *, QKeySequence>> wanted;
    for (const config::KeyChoice &choice : choices) {
        auto *action = findChild<QAction *>(choice.action, Qt::FindDirectChildrenOnly);
        if (!action || !mayChange(*action))
            return wrong(choice, QStringLiteral("no action whose key can be chosen"));
        const QKeySequence key(choice.key, QKeySequence::PortableText);
        if (key.count() != 1 || key[0].key() == Qt::Key_unknown)
            return wrong(choice, QStringLiteral("not a key"));
        wanted.emplace_back(action, key);
    }
    const auto keysOf = [&](QAction *action) {
        const auto found = std::ranges::find(wanted, action, &decltype(wanted)::value_type::first);
        return found == wanted.end() ? action->shortcuts() : QList<QKeySequence>{found->second};
    };
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (QAction *other : all()) {
            if (other != wanted[i].first && keysOf(other).contains(wanted[i].second))
                return wrong(choices[i], QStringLiteral("also the key of ") + other->objectName());
        }
    }
    for (const auto &[action, key] : wanted)
        action->setShortcuts({key});
    return {};
}

std::vector<QAction *> CounterActions::all() const
{
    const auto own = findChildren<QAction *>();
    return {own.begin(), own.end()};
}

bool CounterActions::isNumbered(const QAction &action)
{
    return std::find(numberedActions.begin(), numberedActions.end(), action.objectName()) !=
           numberedActions.end();
}

QString CounterActions::keyText(const QAction &action)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return isNumbered(action) ? key + QStringLiteral(" – %1").arg(numbers) : key;
}

}  // namespace station::gui
