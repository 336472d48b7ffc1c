#pragma once

#include "app/gui/counter/counter_actions.h"

#include <QWidget>

#include <vector>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace station::gui {

class BatchPanel;
class CodePanel;
class CountPanel;
class ExplainPanel;
class FieldForm;
class HoldPanel;
class KeyButton;
class MessageBar;
class PageView;
class PagesArea;
class PinPanel;
class WaitingLine;
class RescanPanel;
class ReusePanel;
class ScannerLine;
class SheetsLine;
class StartPage;
class TokenSign;
struct DossierView;

/// The counter's parts and where they stand: entry line; checklist, pages,
/// fields; scanner line and the primary button. Decides nothing.
class CounterPage final : public QWidget {
    Q_OBJECT

public:
    enum class Panel { Fields, Pin, Batch, Reuse, Count, Explain, Hold, Rescan };

    CounterPage(CounterActions &actions, QAbstractItemModel &papers, QAbstractItemModel &sides,
                QWidget *parent = nullptr);

    void showStart();
    void showDossier(const DossierView &dossier);  ///< Fills the head of the checklist.
    void showPaperTitle(const QString &name);
    void showPanel(Panel panel);
    Panel panel() const;
    void focusChecklist();
    void setPrimary(const QString &text, const QString &key, bool enabled);

    QLineEdit &entry() const { return *m_entry; }
    StartPage &start() const { return *m_start; }
    QListView &checklist() const { return *m_checklist; }
    PagesArea &pages() const { return *m_pages; }
    QListView &strip() const;
    PageView &pageView() const;
    SheetsLine &sheets() const { return *m_sheets; }
    FieldForm &fields() const { return *m_fields; }
    CodePanel &code() const { return *m_code; }
    PinPanel &pin() const { return *m_pin; }
    BatchPanel &batch() const { return *m_batch; }
    TokenSign &tokenSign() const { return *m_tokenSign; }
    WaitingLine &waiting() const { return *m_waiting; }
    ReusePanel &reuse() const { return *m_reuse; }
    CountPanel &count() const { return *m_count; }
    ExplainPanel &explain() const { return *m_explain; }
    HoldPanel &hold() const { return *m_hold; }
    RescanPanel &rescan() const { return *m_rescan; }
    MessageBar &message() const { return *m_message; }
    ScannerLine &scanner() const { return *m_scanner; }

signals:
    void primaryPressed();

private:
    QWidget *topBar(CounterActions &actions, std::vector<QWidget *> &dispensable);
    QWidget *leftColumn(QAbstractItemModel &papers, QWidget *decisions);
    static QWidget *paperButtons(CounterActions &actions);
    QWidget *rightColumn();
    QWidget *bottomBar();

    QLineEdit *m_entry;
    QLabel *m_codeLabel;
    QLabel *m_ownerLabel;
    QLabel *m_procedureLabel;
    QLabel *m_paperTitle;
    StartPage *m_start;
    QListView *m_checklist;
    PagesArea *m_pages;
    SheetsLine *m_sheets;
    FieldForm *m_fields;
    CodePanel *m_code;
    PinPanel *m_pin;
    BatchPanel *m_batch;
    ReusePanel *m_reuse;
    CountPanel *m_count;
    ExplainPanel *m_explain;
    HoldPanel *m_hold;
    RescanPanel *m_rescan;
    MessageBar *m_message;
    ScannerLine *m_scanner;
    TokenSign *m_tokenSign;
    WaitingLine *m_waiting;
    KeyButton *m_primary;
    QStackedWidget *m_body;
    QStackedWidget *m_panels;
};

}  // namespace station::gui
