#pragma once

#include "app/gui/counter/counter_window.h"
#include "app/gui/widgets/key_button.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QTest>

/// The real window over a real station, worked by keys.
namespace station::e2e {

/// A clerk who only reads the primary button and presses the key printed on it.
class Clerk {
public:
    explicit Clerk(gui::CounterWindow &window) : m_window(window)
    {
        window.show();
        QApplication::setActiveWindow(&window);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_window, key, with);
        ++m_presses;
    }
    /// As an input method does it: no key has a "Đ".
    void type(const QString &text)
    {
        QInputMethodEvent composed;
        composed.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &composed);
    }

    gui::KeyButton *primary() const
    {
        return m_window.findChild<gui::KeyButton *>(QStringLiteral("primary"));
    }
    QString message() const
    {
        return m_window.findChild<QLabel *>(QStringLiteral("message"))->text();
    }
    /// Until the window asks for something that the clerk can do.
    bool waitForWork() const
    {
        return QTest::qWaitFor(
            [this] {
                const QString text = primary()->text();
                return primary()->isEnabled() && !text.isEmpty() &&
                       text != QStringLiteral("Stop the scan");
            },
            60'000);
    }
    /// Presses the key on the button and sees what comes of it: whoever has pressed it waits
    /// for the window to answer, and does not press again.
    void pressPrimary()
    {
        const QString asked = primary()->text();
        const QWidget *focus = QApplication::focusWidget();
        const QKeySequence key(primary()->key());
        const int code = key.isEmpty() ? Qt::Key_Return : key[0].key();
        press(code == Qt::Key_Enter ? Qt::Key_Return : static_cast<Qt::Key>(code));
        (void)QTest::qWaitFor(
            [&] { return primary()->text() != asked || QApplication::focusWidget() != focus; },
            2'000);
    }
    int presses() const { return m_presses; }

private:
    gui::CounterWindow &m_window;
    int m_presses = 0;
};

}  // namespace station::e2e
