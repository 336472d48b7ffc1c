#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/widgets/page_picture.h"

#include <QObject>
#include <QThreadPool>

class QAction;

namespace station::gui {

class CounterActions;
class PagesController;
class PageView;

/// What the scanner gave stands in place of the page as long as an action is checked. Any other
/// step but a closer look unchecks it, and nobody looks at the page meanwhile. The picture is read
/// away from the GUI thread and kept while its side is on the screen.
class OriginalStage final : public QObject {
    Q_OBJECT

public:
    /// `caption` stands on a band above the picture.
    OriginalStage(CounterDesk &desk, CounterActions &actions, QAction &action,
                  const QString &caption, PagesController &pages, PageView &view,
                  QObject *parent = nullptr);
    ~OriginalStage() override;

    const QString &side() const { return m_side; }  ///< Whose original was asked for last.

signals:
    void shown();
    void ended();
    void failed(const station::Error &error);

private:
    void begin();
    void show();
    void end();
    void changePage();

    CounterDesk &m_desk;
    QAction &m_action;
    QString m_caption;
    PagesController &m_pages;
    PageView &m_view;
    QThreadPool m_lane{};
    QString m_side{};
    PagePicture m_original{};  ///< Null: not read yet.
};

}  // namespace station::gui
