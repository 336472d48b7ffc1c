#include "app/gui/counter/window_host.h"

#include "app/languages/languages.h"

#include <QApplication>

namespace station::gui {

WindowHost::WindowHost(CounterDesk &desk, Options options)
    : m_desk(desk), m_options(std::move(options))
{
}

WindowHost::~WindowHost() = default;

Expected<> WindowHost::start()
{
    auto window = made();
    if (!window)
        return fail(window.error());
    m_window = *std::move(window);
    return {};
}

Expected<std::unique_ptr<CounterWindow>> WindowHost::made()
{
    auto window = std::make_unique<CounterWindow>(m_desk, m_options.mode);
    if (const auto changed = window->changeKeys(m_options.keys); !changed)
        return fail(changed.error());
    if (!m_options.account.isEmpty())
        window->setWindowTitle(window->windowTitle() + QStringLiteral(" · ") + m_options.account);
    // Queued: the window that asks for it is gone afterwards.
    connect(window.get(), &CounterWindow::languageWanted, this, &WindowHost::switchLanguage,
            Qt::QueuedConnection);
    return window;
}

void WindowHost::switchLanguage()
{
    const CounterWindow::Place place = m_window->place();
    const QByteArray geometry = m_window->saveGeometry();
    // One after the other: both would listen to the desk.
    const bool quits = QApplication::quitOnLastWindowClosed();
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.reset();
    m_options.language = languages::after(m_options.language);
    languages::install(m_options.language);
    m_window = made().value();
    m_window->restoreGeometry(geometry);
    m_window->show();
    m_window->goTo(place);
    QApplication::setQuitOnLastWindowClosed(quits);
    emit languageChosen(m_options.language);
}

}  // namespace station::gui
