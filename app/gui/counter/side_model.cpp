#include "app/gui/counter/side_model.h"

namespace station::gui {
namespace {

bool sameRows(const dossier::Sides &first, const dossier::Sides &second)
{
    return std::equal(
        first.begin(), first.end(), second.begin(), second.end(),
        [](const dossier::Side &left, const dossier::Side &right) { return left.id == right.id; });
}

}  // namespace

void SideModel::setSides(dossier::Sides sides)
{
    if (sameRows(m_sides, sides)) {
        m_sides = std::move(sides);
        if (!m_sides.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_sides = std::move(sides);
    endResetModel();
}

void SideModel::put(const dossier::Side &side)
{
    const QModelIndex known = indexOf(side.id);
    if (known.isValid()) {
        m_sides.at(static_cast<std::size_t>(known.row())) = side;
        emit dataChanged(known, known);
        return;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_sides.push_back(side);
    endInsertRows();
}

void SideModel::setThumbnail(const QString &id, const QImage &thumbnail)
{
    m_thumbnails.insert(id, thumbnail);
    const QModelIndex row = indexOf(id);
    if (row.isValid())
        emit dataChanged(row, row, {Qt::DecorationRole});
}

void SideModel::setSeen(const QSet<QString> &ids)
{
    m_seen = ids;
    if (!m_sides.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {SeenRole});
}

QModelIndex SideModel::indexOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_sides.at(static_cast<std::size_t>(row)).id == id)
            return index(row);
    }
    return {};
}

int SideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sides.size());
}

QVariant SideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const dossier::Side &side = m_sides.at(static_cast<std::size_t>(index.row()));

    switch (role) {
    case Qt::DisplayRole:
        //: %1 is the number of the sheet: its front (mặt trước) or back (mặt sau).
        return (side.face == dossier::Face::Front ? tr("%1 front") : tr("%1 back")).arg(side.sheet);
    case Qt::DecorationRole:
        return m_thumbnails.value(side.id);
    case Qt::AccessibleTextRole: {
        const QString place =
            tr("Page %1 of %2, %3")
                .arg(QString::number(index.row() + 1), QString::number(rowCount()),
                     data(index, Qt::DisplayRole).toString());
        const QString flag = data(index, FlagRole).toString();
        return flag.isEmpty() ? place : place + QStringLiteral(", ") + flag;
    }
    case IdRole:
        return side.id;
    case FlagRole:
        if (side.damaged)
            //: The scanner ended the page early.
            return tr("cut short");
        return side.blank ? tr("blank?") : QString();
    case SeenRole:
        return m_seen.contains(side.id);
    default:
        return {};
    }
}

}  // namespace station::gui
