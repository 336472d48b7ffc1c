#pragma once

#include "app/gui/base/held_action.h"
#include "app/gui/counter/original_loader.h"

#include <QObject>

class QAction;

namespace station::gui {

class CounterActions;
class PageView;
class PagesController;

/// Before and after: while its key is held, the page on the screen gives way to what the
/// scanner gave. Any other step ends it, and nobody looks at the page meanwhile.
class CompareController final : public QObject {
    Q_OBJECT

public:
    CompareController(CounterDesk &desk, CounterActions &actions, PagesController &pages,
                      PageView &view, QObject *parent = nullptr);

signals:
    void failed(const station::Error &error);

private:
    void begin();
    void end();
    void show(const PagePicture &original);
    void updateAction();

    QAction &m_action;
    PagesController &m_pages;
    PageView &m_view;
    HeldAction m_held;
    OriginalLoader m_loader;
};

}  // namespace station::gui
