#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/next_step.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <map>

namespace station::gui {

class OpenDossier;
class PagesController;
class SideModel;

/// Which pages of the dossier somebody has looked at as they are now: what the desk
/// knows, and what has stood on the screen since. Tells the desk.
class ReviewController final : public QObject {
    Q_OBJECT

public:
    ReviewController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                     PagesController &pages, SideModel &sides, QObject *parent = nullptr);

    /// A page of a paper that waits for its signature, and nobody has looked at it.
    bool isUnseen(const dossier::Side &side) const;
    /// By component, the first such page of each paper that has one.
    std::map<QString, UnseenPage> unseen() const;
    void flush();     ///< Before anything that asks the desk for it.
    void distrust();  ///< The desk knows better: only its word counts from now on.

signals:
    void changed();
    void failed(const station::Error &error);

private:
    void takeView();
    void take(const dossier::Side &side);
    void mark();

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    SideModel &m_sides;
    QString m_uuid{};
    QHash<QString, dossier::Side> m_seen{};  ///< As they were when they were looked at.
    QStringList m_untold{};
    QTimer m_soon{};
};

}  // namespace station::gui
