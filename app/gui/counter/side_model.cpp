#include "app/gui/counter/side_model.h"

#include "app/gui/counter/side_flags.h"

#include <QStringList>

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
    m_rows.clear();
    countRows(0);
    endResetModel();
}

void SideModel::countRows(int from)
{
    for (int row = from; row < rowCount(); ++row)
        m_rows.insert(m_sides.at(static_cast<std::size_t>(row)).id, row);
}

void SideModel::put(const dossier::Side &side, const QString &before)
{
    const QModelIndex known = indexOf(side.id);
    if (known.isValid()) {
        m_sides.at(static_cast<std::size_t>(known.row())) = side;
        emit dataChanged(known, known);
        return;
    }
    const int row = m_rows.value(before, rowCount());
    beginInsertRows({}, row, row);
    m_sides.insert(m_sides.begin() + row, side);
    countRows(row);
    endInsertRows();
}

void SideModel::forgetThumbnails()
{
    m_thumbnails.clear();
    m_pictures.clear();
}

QImage SideModel::picture(const QString &id) const
{
    if (const QImage *known = m_pictures.object(id))
        return *known;
    const QImage picture = m_thumbnails.value(id).picture();
    if (!picture.isNull())
        m_pictures.insert(id, new QImage(picture));
    return picture;
}

void SideModel::setThumbnail(const QString &id, const Thumbnail &thumbnail)
{
    m_thumbnails.insert(id, thumbnail);
    m_pictures.remove(id);
    const QModelIndex row = indexOf(id);
    if (row.isValid())
        emit dataChanged(row, row, {Qt::DecorationRole});
}

void SideModel::setSeen(const QString &id)
{
    m_seen.insert(id);
    const QModelIndex row = indexOf(id);
    if (row.isValid())
        emit dataChanged(row, row, {LookRole});
}

void SideModel::setSight(QHash<QString, bool> seen)
{
    if (seen == m_sight)
        return;
    m_sight = std::move(seen);
    if (!m_sides.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {SightRole});
}

const dossier::Side *SideModel::side(const QString &id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.constEnd() ? nullptr : &m_sides.at(static_cast<std::size_t>(*row));
}

QModelIndex SideModel::indexOf(const QString &id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.constEnd() ? QModelIndex() : index(*row);
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
    const auto firstFlag = [&side] {
        const auto flags = SideFlags::of(side);
        return flags.empty() ? SideFlag() : flags.front();
    };

    switch (role) {
    case Qt::DisplayRole:
        //: %1 is the number of the sheet: its front (mặt trước) or back (mặt sau).
        return (side.face == dossier::Face::Front ? tr("%1 front") : tr("%1 back")).arg(side.sheet);
    case Qt::DecorationRole:
        return picture(side.id);
    case Qt::AccessibleTextRole: {
        QStringList spoken{tr("Page %1 of %2, %3")
                               .arg(QString::number(index.row() + 1), QString::number(rowCount()),
                                    data(index, Qt::DisplayRole).toString())};
        for (const SideFlag &flag : SideFlags::of(side))
            spoken << flag.word;
        if (const auto sight = m_sight.constFind(side.id); sight != m_sight.constEnd())
            spoken << (*sight ? tr("looked at") : tr("not looked at yet"));
        return spoken.join(QStringLiteral(", "));
    }
    case IdRole:
        return side.id;
    case FlagRole:
        return firstFlag().word;
    case FlagMarkRole:
        return static_cast<int>(firstFlag().mark);
    case MoreFlagsRole:
        return qMax(0, static_cast<int>(SideFlags::of(side).size()) - 1);
    case LookRole:
        return isFlagged(side) && !m_seen.contains(side.id);
    case OutRole:
        return side.out;
    case SightRole: {
        const auto sight = m_sight.constFind(side.id);
        return sight == m_sight.constEnd() ? QVariant() : QVariant(*sight);
    }
    default:
        return {};
    }
}

}  // namespace station::gui
