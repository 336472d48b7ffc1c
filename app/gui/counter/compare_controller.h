#pragma once

#include "app/gui/base/held_action.h"
#include "app/gui/counter/original_stage.h"

#include <QObject>

class QAction;

namespace station::gui {

/// Before and after: while its key is held, the page on the screen gives way to what the
/// scanner gave.
class CompareController final : public QObject {
    Q_OBJECT

public:
    CompareController(CounterDesk &desk, CounterActions &actions, PagesController &pages,
                      PageView &view, QObject *parent = nullptr);

signals:
    void failed(const station::Error &error);

private:
    void updateAction();

    QAction &m_action;
    PagesController &m_pages;
    HeldAction m_held;
    OriginalStage m_stage;
};

}  // namespace station::gui
