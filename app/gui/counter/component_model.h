#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QAbstractListModel>

#include <set>
#include <vector>

namespace station::gui {

/// The checklist of the open dossier. Holds rows, decides nothing.
class ComponentModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole,
        StateRole,   ///< "3 sides · to be signed"
        MarkRole,    ///< int of Mark
        ToneRole,    ///< int of Tone
        NoticeRole,  ///< What needs a human: reason of a return, flagged pages; may be empty.
        RequiredRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setPapers(std::vector<ChecklistPaper> papers);
    /// One paper of the same checklist, changed.
    void setPaper(const ChecklistPaper &paper);
    void setFlagged(std::set<QString> components);  ///< With sides nobody looked at.
    const std::vector<ChecklistPaper> &papers() const { return m_papers; }
    QModelIndex indexOf(const QString &component) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString stateText(const ChecklistPaper &paper);
    QString notice(const ChecklistPaper &paper) const;

    std::vector<ChecklistPaper> m_papers{};
    std::set<QString> m_flagged{};
};

}  // namespace station::gui
