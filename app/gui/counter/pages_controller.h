#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/picture_loader.h"

#include <QHash>
#include <QObject>
#include <QRect>
#include <QTimer>

#include <optional>
#include <vector>

class QListView;

namespace station::gui {

class FlagNote;
class PageView;
class SideModel;

/// Which sides are shown, which one is on the screen and since when, and which
/// flagged ones nobody has looked at.
class PagesController final : public QObject {
    Q_OBJECT

public:
    PagesController(CounterDesk &desk, SideModel &model, QListView &strip, PageView &view,
                    FlagNote &note, QObject *parent = nullptr);

    void showPaper(const QString &dossier, const dossier::Sides &sides, const QString &hint);
    /// Of the paper that is shown; follows the scan.
    void addSide(const dossier::Side &side, const QString &before);

    void turn(int pages);  ///< -1 back, +1 on.
    /// Shows the first flagged side of this paper that nobody has looked at.
    bool showUnseenFlag();
    void showSide(const QString &side);  ///< Of this paper; the clerk turned to it.
    void showSheet(int sheet);           ///< Its first side that is not set aside.
    /// The side that the clerk has chosen in the strip; empty: none.
    QString currentSide() const;
    const dossier::Side *current() const;  ///< The same with all that is known; null: none.
    QString dossier() const { return m_dossier; }
    bool isSeen(const QString &side) const;
    /// The side that will have stood on the screen in a moment; empty: none.
    QString lookingAt() const;

    /// Something else stands where the page would: nobody looks at it.
    void setCovered(bool covered);

    /// Boxes of one side; the current one is zoomed to.
    void showEvidence(int side, const std::vector<QRect> &boxes, int current);

signals:
    /// Another page comes on the screen, or another state of the one that is there.
    void pageChanged();
    void seenChanged();
    /// Its clean picture has stood in the page view long enough to be looked at.
    void displayed(const station::dossier::Side &side);
    void lookingChanged();

private:
    void loadThumbnail(const dossier::Side &side);
    void showCurrent();
    void showNothing();
    void present();
    void applyEvidence();
    void expectLook(const dossier::Side &side);
    void beginLook(const dossier::Side &side);
    void endLook();
    bool lingers(const QString &hint);
    void endLinger();

    CounterDesk &m_desk;
    SideModel &m_model;
    QListView &m_strip;
    PageView &m_view;
    FlagNote &m_note;
    PictureLoader m_loader;
    QString m_dossier{};
    QString m_shown{};                           ///< Side whose picture is on the screen.
    QHash<QString, dossier::Side> m_pictured{};  ///< As they were when their picture was read.
    bool m_adding = false;
    bool m_covered = false;
    bool m_following = false;  ///< The scan turned to this page, not the clerk: not seen.
    std::optional<dossier::Side> m_look{};       ///< On the screen, not yet for long enough.
    QString m_expected{};                        ///< Its picture is being read for a look.
    std::optional<dossier::Side> m_lingering{};  ///< Of the paper before; stays to be looked at.
    QString m_hint{};                            ///< What stands there afterwards.
    QTimer m_lookTimer{};
    QTimer m_patience{};
    int m_evidenceSide = -1;
    std::vector<QRect> m_boxes{};
    int m_currentBox = -1;
};

}  // namespace station::gui
