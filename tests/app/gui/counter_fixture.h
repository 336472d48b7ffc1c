#pragma once

#include "app/gui/counter/counter_window.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"
#include "tests/app/gui/scripted_desk.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace station::gui::test {

/// The window over the scripted desk, worked by keys as a clerk does.
class Counter {
public:
    explicit Counter(WorkMode mode = WorkMode::Real, QSemaphore *holdToken = nullptr)
        : desk(holdToken), window(desk, mode)
    {
        window.show();
        QApplication::setActiveWindow(&window);
        until([this] { return find<QWidget>("startPage")->isVisible(); });
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// Text that needs an input method or a Vietnamese keyboard.
    void insert(const QString &text)
    {
        for (const QChar letter : text) {
            QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }

    template <typename Condition>
    static bool until(Condition condition)
    {
        return QTest::qWaitFor(condition, 3000);
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }

    QString primary() { return find<KeyButton>("primary")->text(); }
    QString primaryKey() { return find<KeyButton>("primary")->key(); }
    bool asksFor(const QString &step)
    {
        return until([&] { return primary() == step; });
    }
    QString scannerLine()
    {
        return find<QWidget>("scannerLine")->findChild<StateLabel *>()->word();
    }
    QString sheets() { return find<StateLabel>("sheets")->word(); }
    QAbstractItemModel *strip() { return find<QListView>("strip")->model(); }
    /// Scans one pile into the current paper and waits for its end.
    void scanPile(std::vector<FeederSide> pile)
    {
        desk.feeder.push_back(std::move(pile));
        press(Qt::Key_F5);
        until(
            [this] { return desk.feeder.empty() && primary() != QStringLiteral("Stop the scan"); });
    }
    dossier::Sides sides(int paper) { return dossier::sidesOf(state(paper)); }
    QString message() { return find<QLabel>("message")->text(); }
    static QString focus()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }

    void openDossier()
    {
        type(ScriptedDesk::dossierCode);
        press(Qt::Key_Return);
        until([] { return focus() == QStringLiteral("checklist"); });
    }
    /// Papers 1 and 2 scanned, 3 reused, 4 shown.
    void capture()
    {
        desk.feeder = {{{}}, {{}}};
        openDossier();
        press(Qt::Key_F5);
        asksFor(QStringLiteral("Scan paper 2"));
        press(Qt::Key_F5);
        asksFor(QStringLiteral("Paper 3: Reuse"));
        press(Qt::Key_R);
        asksFor(QStringLiteral("Paper 4: Shown only"));
        press(Qt::Key_H);
        asksFor(QStringLiteral("Sign 2 copy(s)"));
    }
    void sign()
    {
        press(Qt::Key_F8);
        until([] { return focus() == QStringLiteral("pin"); });
        type(QString::fromLatin1(ScriptedDesk::rightPin));
        press(Qt::Key_Return);
        until([this] { return desk.signCalls() > 0 && primaryKey() != QStringLiteral("F8"); });
    }
    /// The checklist's word for the state of a paper.
    bool shows(int paper, const QString &word)
    {
        const auto *model = find<QListView>("checklist")->model();
        return until([&] {
            return model->index(paper - 1, 0).data(ComponentModel::StateRole).toString() == word;
        });
    }
    dossier::PaperState state(int paper)
    {
        return desk.view().papers.at(static_cast<std::size_t>(paper - 1)).component.state;
    }

    ScriptedDesk desk;
    CounterWindow window;
};

}  // namespace station::gui::test
