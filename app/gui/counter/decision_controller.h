#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

class QUndoStack;

namespace station::gui {

class OpenDossier;
class RescanPanel;
class ReusePanel;

/// What happens with each paper; every decision can be taken back with Ctrl+Z
/// for as long as the law lets it change.
class DecisionController final : public QObject {
    Q_OBJECT

public:
    DecisionController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, ReusePanel &panel,
                       RescanPanel &rescan, QUndoStack &undo, QObject *parent = nullptr);

    void decide(dossier::Decision decision);  ///< For the current paper.
    /// Replaces the current paper's copy that was handed over, or gives that up.
    void correct();
    /// Decides unless that is decided already, then goes on.
    void ensure(const QString &component, dossier::Decision decision, std::function<void()> then);

signals:
    void decided();
    void reasonNeeded();  ///< The paper could be reused: why is it scanned?
    void choiceNeeded();  ///< Not exactly one copy could be reused: the panel has them.
    void failed(const station::Error &error);

private:
    using Then = std::function<void()>;

    void apply(const QString &component, std::optional<dossier::Decision> decision, Then then,
               std::optional<workflow::RescanReason> insteadOfReuse = {});
    void change(const QString &component, dossier::Decision decision, Then then,
                std::optional<workflow::RescanReason> insteadOfReuse = {});
    void askReuse(const QString &component);
    void reuse(const QString &component, const QString &code, Then then);
    void setCorrecting(const QString &component, bool correcting, Then then);
    void take(const Expected<DossierView> &view, const Then &then);
    /// Takes the current decision of the paper as the state to go back to.
    Then remembering(const QString &component, Then again);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    ReusePanel &m_panel;
    RescanPanel &m_rescan;
    QUndoStack &m_undo;
};

}  // namespace station::gui
