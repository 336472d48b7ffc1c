#pragma once

#include "app/gui/counter/counter_window.h"
#include "core/config/settings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace station::gui {

/// Keeps the window over one desk. Another language is another window: its texts are made once,
/// and the dossier on the screen goes over with what was typed in it.
class WindowHost final : public QObject {
    Q_OBJECT

public:
    struct Options {
        WorkMode mode = WorkMode::Real;
        std::vector<config::KeyChoice> keys{};
        QString language{};
        QString account{};  ///< Who works here; stands in the title.
    };

    WindowHost(CounterDesk &desk, Options options);
    ~WindowHost() override;

    /// Makes the window, not yet visible. Fails with SettingsInvalid for keys that cannot be.
    Expected<> start();
    CounterWindow &window() const { return *m_window; }

signals:
    void languageChosen(const QString &language);  ///< By the clerk.

private:
    Expected<std::unique_ptr<CounterWindow>> made();
    void switchLanguage();

    CounterDesk &m_desk;
    Options m_options;
    std::unique_ptr<CounterWindow> m_window{};
};

}  // namespace station::gui
