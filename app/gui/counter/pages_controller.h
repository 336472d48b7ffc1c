#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/picture_loader.h"

#include <QObject>
#include <QSet>

#include <set>

class QListView;

namespace station::gui {

class PageView;
class SideModel;

/// Which sides are shown, which one is on the screen, and which flagged ones
/// nobody has looked at.
class PagesController final : public QObject {
    Q_OBJECT

public:
    PagesController(CounterDesk &desk, SideModel &model, QListView &strip, PageView &view,
                    QObject *parent = nullptr);

    void showPaper(const QString &dossier, const dossier::Sides &sides, const QString &hint);
    void addSide(const dossier::Side &side);  ///< Of the paper that is shown; follows the scan.

    void turn(int pages);  ///< -1 back, +1 on.
    /// Shows the first flagged side of this paper that nobody has looked at.
    bool showUnseenFlag();
    const QString &shownSide() const { return m_shown; }  ///< Empty: none.
    bool isSeen(const QString &side) const { return m_seen.contains(side); }

    /// Boxes of one side; the current one is zoomed to.
    void showEvidence(int side, const std::vector<QRect> &boxes, int current);

signals:
    void seenChanged();

private:
    void showCurrent();
    void present();
    void applyEvidence();

    SideModel &m_model;
    QListView &m_strip;
    PageView &m_view;
    PictureLoader m_loader;
    QString m_dossier{};
    QString m_shown{};  ///< Side whose picture is on the screen.
    QSet<QString> m_seen{};
    bool m_adding = false;
    bool m_following = false;  ///< The scan turned to this page, not the clerk: not seen.
    int m_evidenceSide = -1;
    std::vector<QRect> m_boxes{};
    int m_currentBox = -1;
};

/// Flagged sides are blank or cut short.
bool isFlagged(const dossier::Side &side);

}  // namespace station::gui
