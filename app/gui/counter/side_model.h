#pragma once

#include "app/gui/counter/thumbnail.h"
#include "core/dossier/side.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QImage>
#include <QSet>

namespace station::gui {

/// The captured sides of one paper as thumbnails. A side is a row only after it
/// is on disk. Adding a side and changing a row take no longer with many sides.
class SideModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        FlagRole,       ///< The gravest flag's word; empty: nothing peculiar.
        FlagMarkRole,   ///< int of its Mark.
        MoreFlagsRole,  ///< int: how many flags beside that one.
        LookRole,       ///< bool: a human should look, and the page was not on the screen.
        OutRole,        ///< bool: set aside.
        SightRole,      ///< bool: the page was looked at as it is now; none: it need not be.
    };

    using QAbstractListModel::QAbstractListModel;

    void setSides(dossier::Sides sides);
    /// A new row in front of that side (empty: the last one), or the known row anew.
    void put(const dossier::Side &side, const QString &before = {});
    void setThumbnail(const QString &id, const Thumbnail &thumbnail);
    bool hasThumbnail(const QString &id) const { return m_thumbnails.contains(id); }
    void forgetThumbnails();
    void setSeen(const QString &id);
    /// Pages that have to be looked at before they are signed, and whether they were.
    void setSight(QHash<QString, bool> seen);
    bool isSeen(const QString &id) const { return m_seen.contains(id); }

    const dossier::Sides &sides() const { return m_sides; }
    const dossier::Side *side(const QString &id) const;
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static constexpr int shownAtOnce = 60;

    QImage picture(const QString &id) const;
    void countRows(int from);

    dossier::Sides m_sides{};
    QHash<QString, int> m_rows{};  ///< Of m_sides, by id.
    QHash<QString, Thumbnail> m_thumbnails{};
    mutable QCache<QString, QImage> m_pictures{shownAtOnce};  ///< Of m_thumbnails, decoded.
    QSet<QString> m_seen{};
    QHash<QString, bool> m_sight{};
};

}  // namespace station::gui
