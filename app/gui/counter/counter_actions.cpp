#include "app/gui/counter/counter_actions.h"

#include <QWidget>

namespace station::gui {

CounterActions::CounterActions(QWidget *window) : QObject(window), m_window(window)
{
    findDossier = add("findDossier", tr("Open a dossier"), {Qt::Key_F3});
    newDossier = add("newDossier", tr("New dossier"), {Qt::Key_F4});
    addGroup(tr("Dossier"), {findDossier, newDossier});

    for (int number = 1; number <= 9; ++number)
        papers.push_back(
            add("paper", tr("Go to paper %1").arg(number), {QKeySequence(Qt::Key_0 + number)}));
    digitize = add("digitize", tr("Digitize"), {Qt::Key_D});
    reuse = add("reuse", tr("Reuse"), {Qt::Key_R});
    attach = add("attach", tr("Attach"), {Qt::Key_A});
    shownOnly = add("shownOnly", tr("Shown only"), {Qt::Key_H});
    refuse = add("refuse", tr("Refuse (secret)"), {Qt::Key_X});
    addGroup(tr("Paper"), {papers.front(), digitize, reuse, attach, shownOnly, refuse});

    scanFeeder = add("scanFeeder", tr("Scan from the feeder"), {Qt::Key_F5});
    scanFlatbed = add("scanFlatbed", tr("Scan from the flatbed"), {Qt::Key_F6});
    scanFeeder->setIconText(tr("Feeder"));
    scanFlatbed->setIconText(tr("Flatbed"));
    cancel = add("cancel", tr("Stop the scan, close a panel"), {Qt::Key_Escape});
    addGroup(tr("Scanner"), {scanFeeder, scanFlatbed, cancel});

    nextForHuman = add("nextForHuman", tr("Next thing that needs you"), {Qt::Key_Space});
    previousPage = add("previousPage", tr("Previous page"), {Qt::Key_PageUp});
    nextPage = add("nextPage", tr("Next page"), {Qt::Key_PageDown});
    toggleBlank = add("toggleBlank", tr("Blank side or not"), {Qt::Key_B});
    zoomIn = add("zoomIn", tr("Larger"), {Qt::Key_Plus, Qt::Key_Equal});
    zoomOut = add("zoomOut", tr("Smaller"), {Qt::Key_Minus});
    zoomFit = add("zoomFit", tr("Whole page"), {Qt::Key_0});
    addGroup(tr("Page"),
             {nextForHuman, previousPage, nextPage, toggleBlank, zoomIn, zoomOut, zoomFit});

    sign = add("sign", tr("Sign all copies"), {Qt::Key_F8});
    handOver = add("handOver", tr("Hand over, next dossier"), {Qt::Key_F10});
    addGroup(tr("Finish"), {sign, handOver});

    undo = add("undo", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    redo = add("redo", tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    keys = add("keys", tr("Show the keys"), {Qt::Key_F1});
    appearance = add("appearance", tr("Light or dark"), {Qt::Key_F11});
    addGroup(tr("Always"), {undo, redo, keys, appearance});
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

void CounterActions::addGroup(const QString &title, std::vector<QAction *> actions)
{
    m_groups.push_back({title, std::move(actions)});
}

std::vector<QAction *> CounterActions::all() const
{
    const auto own = findChildren<QAction *>();
    return {own.begin(), own.end()};
}

}  // namespace station::gui
