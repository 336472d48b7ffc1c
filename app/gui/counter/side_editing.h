#pragma once

#include "app/gui/counter/cleanup_step.h"
#include "app/gui/counter/counter_desk.h"

#include <QObject>

#include <functional>

class QThreadPool;

namespace station::gui {

class OpenDossier;
class PagesController;
class UndoOrder;

/// What the clerk does with the side on the screen: blank or not, set aside,
/// turn, clean up, move, split, divide. Each can be undone, also after a restart.
class SideEditing final : public QObject {
    Q_OBJECT

public:
    SideEditing(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, PagesController &pages,
                UndoOrder &undo, QObject *parent = nullptr);

    void toggleBlank();
    void toggleOut();
    void turn(int byDeg);
    void toggle(CleanupStep step);  ///< Automatic, or left as scanned.
    void cleanAutomatically();
    /// The clerk's frame and angle take the place of what the program would find.
    void crop(std::optional<QRect> part, std::optional<double> skewDeg);
    void divide();                 ///< Things that lie apart become sides of their own.
    void moveInPaper(int places);  ///< -1 towards the front, +1 towards the end.
    void moveToPaper(int row);     ///< Of the checklist; behind all sides there.
    void splitToPaper(int row);    ///< This side and all behind it.
    void splitToNext();            ///< The next paper of the checklist without sides.

signals:
    void told(const QString &what);  ///< What happened out of sight.
    void failed(const station::Error &error);

private:
    /// A side as it stands when its turn has come.
    struct Placed {
        QString component{};
        dossier::Sides sides{};  ///< Of its paper.
        std::size_t at = 0;

        const dossier::Side &side() const { return sides.at(at); }
    };
    using Act = std::function<void(const Placed &)>;

    /// The side on the screen now; what it is when the edits before are through.
    void withShown(Act act);
    std::optional<Placed> find(const QString &side) const;
    QString componentAt(int row) const;
    void splitTo(const Placed &placed, const QString &component);
    template <typename Work>
    void edit(Work work, const QString &what = {}, std::function<void()> then = {});
    void clean(const Placed &placed, const dossier::SideCleanup &cleanup);
    void showNextTo(const QString &side);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    PagesController &m_pages;
    UndoOrder &m_undo;
};

}  // namespace station::gui
