#pragma once

#include <QStyledItemDelegate>

namespace station::gui {

/// A row of a list with room: the first line of its text stands out, lines
/// after it are quiet; long lines wrap. A row may have a mark: then its second
/// line stands beside it in the mark's tone. A row that cannot be chosen is quiet as a whole.
class TextDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { MarkRole = Qt::UserRole + 100, ToneRole };  ///< int of Mark and Tone.

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

}  // namespace station::gui
