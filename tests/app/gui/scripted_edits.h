#pragma once

#include "app/gui/counter/counter_desk.h"

#include <vector>

namespace station::gui::test {

/// Edits of sides in memory: each is one step that can be undone. Works on the
/// desk's view under the desk's lock.
class ScriptedEdits {
public:
    explicit ScriptedEdits(DossierView &view) : m_view(view) {}

    Expected<DossierView> setBlank(const QString &side, bool blank);
    Expected<DossierView> setOut(const QString &side, bool out);
    Expected<DossierView> turn(const QString &side, int byDeg);
    Expected<DossierView> move(const QString &side, const QString &component,
                               const QString &before);
    Expected<DossierView> split(const QString &side, const QString &component);
    Expected<DossierView> setCleanup(const QString &side, const dossier::SideCleanup &cleanup);
    Expected<DossierView> divide(const QString &side);
    Expected<DossierView> undo();
    Expected<DossierView> redo();

    /// What `change` does to the papers becomes one step of that kind.
    template <typename Change>
    void record(dossier::EditKind kind, Change change)
    {
        auto before = m_view.papers;
        change();
        if (before != m_view.papers)
            push(kind, std::move(before));
    }
    /// A run that was begun with these papers ends as one step.
    void push(dossier::EditKind kind, std::vector<ChecklistPaper> before);

    dossier::Sides *sidesOf(const QString &component);  ///< Null: holds none.
    dossier::Side *side(const QString &id);
    void put(const QString &component, const dossier::Side &side, const QString &before);
    void takeOut(const QString &side);
    std::vector<ChecklistPaper> papers() const { return m_view.papers; }

private:
    struct Step {
        dossier::EditKind kind{};
        std::vector<ChecklistPaper> before{};
        std::vector<ChecklistPaper> after{};
    };

    template <typename Change>
    Expected<DossierView> changeSide(dossier::EditKind kind, const QString &id, Change change);
    ChecklistPaper *paperOf(const QString &side);
    Expected<DossierView> told();

    DossierView &m_view;
    std::vector<Step> m_steps{};
    std::size_t m_done = 0;
};

}  // namespace station::gui::test
