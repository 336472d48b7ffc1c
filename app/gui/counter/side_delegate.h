#pragma once

#include <QStyledItemDelegate>

namespace station::gui {

/// A thumbnail with its sheet below it and its flag across it.
class SideDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize picture{92, 130};  ///< A4 in logical pixels.

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace station::gui
