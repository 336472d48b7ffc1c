#pragma once

#include "app/gui/base/held_action.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/widgets/page_picture.h"

#include <QObject>
#include <QThreadPool>

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
    ~CompareController() override;

signals:
    void failed(const station::Error &error);

private:
    void begin();
    void end();
    void show();
    void updateAction();

    CounterDesk &m_desk;
    QAction &m_action;
    PagesController &m_pages;
    PageView &m_view;
    HeldAction m_held;
    QThreadPool m_lane{};
    QString m_side{};          ///< Whose original is kept.
    PagePicture m_original{};  ///< Null: not read yet.
};

}  // namespace station::gui
