#pragma once

#include <QStyledItemDelegate>

namespace station::gui {

/// One paper of the checklist: key, name on up to two lines, icon and word of
/// its state, and what needs a human.
class ComponentDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace station::gui
