#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace station::gui {

class KeyButton;

/// The copies in the repository of what the slot asks for; Enter links one. Those that may not be
/// reused are shown with the reason and cannot be chosen.
class ReusePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReusePanel(QWidget *parent = nullptr);

    void offer(const StoredCopies &stored);  ///< Takes the focus.
    bool hasChoice() const;                  ///< One of them may be reused.
    void useCurrent();

signals:
    void reuseRequested(const QString &code);
    void cancelled();

private:
    QListWidget *m_list;
    QLabel *m_age;
    KeyButton *m_cancel;
};

}  // namespace station::gui
