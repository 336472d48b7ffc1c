#pragma once

#include "core/dossier/side.h"

#include <QAbstractListModel>
#include <QHash>
#include <QImage>
#include <QSet>

namespace station::gui {

/// The captured sides of one paper as thumbnails. A side is a row only after it
/// is on disk.
class SideModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        FlagRole,  ///< Why a human should look; empty: nothing.
        SeenRole,  ///< bool: the page was on the screen.
    };

    using QAbstractListModel::QAbstractListModel;

    void setSides(dossier::Sides sides);
    void put(const dossier::Side &side);  ///< A new row, or the row with that id anew.
    void setThumbnail(const QString &id, const QImage &thumbnail);
    void setSeen(const QSet<QString> &ids);

    const dossier::Sides &sides() const { return m_sides; }
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    dossier::Sides m_sides{};
    QHash<QString, QImage> m_thumbnails{};
    QSet<QString> m_seen{};
};

}  // namespace station::gui
