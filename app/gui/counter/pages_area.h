#pragma once

#include <QWidget>

class QAbstractItemModel;
class QListView;
class QStackedWidget;

namespace station::gui {

class CounterActions;
class FlagNote;
class PageView;
class TroubleCard;

/// The middle of the counter: strip, page, what is peculiar about it, and what
/// can be done with it. In a trouble its card stands in their place.
class PagesArea final : public QWidget {
    Q_OBJECT

public:
    PagesArea(CounterActions &actions, QAbstractItemModel &sides, QWidget *parent = nullptr);

    QListView &strip() const { return *m_strip; }
    PageView &pageView() const { return *m_pageView; }
    FlagNote &note() const { return *m_note; }
    TroubleCard &trouble() const { return *m_trouble; }
    QWidget &tools() const { return *m_tools; }

    void showTrouble(bool shown);
    bool isTroubleShown() const;

private:
    QWidget *pages();
    static QWidget *newTools(CounterActions &actions);

    QListView *m_strip;
    PageView *m_pageView;
    FlagNote *m_note;
    TroubleCard *m_trouble;
    QWidget *m_tools;
    QStackedWidget *m_stack;
};

}  // namespace station::gui
