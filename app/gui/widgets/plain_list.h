#pragma once

class QAbstractItemModel;
class QListView;
class QString;

namespace station::gui {

/// A list without frame for a column of the window; its rows are painted by a
/// delegate and never edited in place.
QListView *newPlainList(const QString &objectName, const QString &accessibleName,
                        QAbstractItemModel &model);

}  // namespace station::gui
