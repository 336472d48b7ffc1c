#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/field_draft.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

class QUndoStack;

namespace station::gui {

class CodePanel;
class FieldForm;
class PagesController;

/// The fields and the code of the paper that the clerk looks at. Drafts live as
/// long as the window, and what was typed is on the disk a moment later: nothing
/// is lost by going elsewhere or by a crash.
class FieldsController final : public QObject {
    Q_OBJECT

public:
    FieldsController(CounterDesk &desk, QThreadPool &lane, FieldForm &form, CodePanel &code,
                     PagesController &pages, QUndoStack &undo, QObject *parent = nullptr);

    void showPaper(const QString &dossier, const ChecklistPaper &paper);
    void showNothing();

    bool
    isComplete() const;  ///< Every field of the shown paper is confirmed and its code is there.
    /// Focus to what waits: a field, then the code. False: nothing does.
    bool focusWaiting();
    /// Keeps what was typed, now. Called before the paper or the window goes.
    void keepTyped();
    /// Focus to what waits as soon as the fields are there.
    void focusWhenReady() { m_focusWhenReady = true; }

    void acceptCode();
    bool isInField() const;  ///< A field of the shown paper has the focus.
    void confirmFocused();

signals:
    void changed();  ///< What waits may be another thing now.
    void confirmed(const station::gui::DossierView &dossier);
    void failed(const station::Error &error);

private:
    void fetchProposals();
    void edit(const QString &key, const QString &value);
    void confirmField(const QString &key);
    void enterField(const QString &key);
    void closeEdit();  ///< What was changed since the field was entered becomes one undo step.
    void restore(const QString &paper, const FieldDraft &field);
    void showAccepted(const dossier::Fields &fields);
    void fetchCode();
    void typedChanged();  ///< The disk learns of it soon.
    void withdrawCode();  ///< The values it was made of are not the ones shown.
    void present();
    PaperDraft *draft();

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    FieldForm &m_form;
    CodePanel &m_code;
    PagesController &m_pages;
    QUndoStack &m_undo;

    QString m_dossier{};
    QString m_component{};
    QString m_paper{};  ///< Key of the shown paper in m_drafts; empty: takes no input.
    QHash<QString, PaperDraft> m_drafts{};
    std::optional<FieldDraft> m_entered{};  ///< The focused field as it was entered.
    QString m_proposedCode{};
    QTimer m_keep{};
    bool m_unkept = false;  ///< Something was typed since it was kept last.
    bool m_focusWhenReady = false;
    bool m_confirming = false;
};

}  // namespace station::gui
