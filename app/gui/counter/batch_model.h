#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QAbstractListModel>

namespace station::gui {

/// The papers of a batch of signatures and how far each is. Decides nothing.
class BatchModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void begin(const DossierView &dossier);  ///< All captured papers, waiting.
    void startNext();                        ///< The first that waits is being signed.
    void put(const PaperProgress &paper);
    void end(const std::vector<PaperProgress> &papers);

    std::vector<PaperProgress> papers() const;
    int settled() const;                        ///< Signed or failed.
    int rowOf(const QString &component) const;  ///< -1: not in the batch.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        PaperProgress progress{};
        int number = 0;  ///< In the checklist.
        QString name{};
    };

    std::vector<Row> m_rows{};
};

}  // namespace station::gui
