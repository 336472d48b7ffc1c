#pragma once

#include "app/gui/widgets/page_picture.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;

namespace station::gui {

class KeyButton;
class PageView;
class StateLabel;

/// What is going to be printed, over the whole window: Enter prints, S saves as PDF, the page
/// keys turn, Esc puts it away. While it is there the keys of the window below mean nothing.
class PrintPreview final : public QWidget {
    Q_OBJECT

public:
    explicit PrintPreview(QWidget *window);

    void open(const QString &title, const QString &note, std::vector<PagePicture> pages);
    void showSearching();  ///< For the printer.
    void showPrinter(const QString &name);
    void showNoPrinter();
    void showRefused();  ///< The printer did not take it.
    void showBusy();     ///< The pages are on their way.

signals:
    void printWanted();
    void saveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QEvent *event);
    void press(int key);
    void turnTo(int page);
    void cover();
    void offer(bool printing);

    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_pageNumber;
    StateLabel *m_printer;
    PageView *m_view;
    KeyButton *m_print;
    KeyButton *m_save;
    KeyButton *m_previous;
    KeyButton *m_next;
    KeyButton *m_close;
    std::vector<PagePicture> m_pages{};
    int m_page = 0;
    QPointer<QWidget> m_before{};  ///< Had the focus.
};

}  // namespace station::gui
