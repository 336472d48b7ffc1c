#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

class QListWidget;

namespace station::gui {

/// The valid copies in the repository that could fill the slot; Enter links one.
class ReusePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReusePanel(QWidget *parent = nullptr);

    void offer(const std::vector<ReusableCopy> &copies);  ///< Takes the focus.
    void useCurrent();

signals:
    void reuseRequested(const QString &code);
    void cancelled();

private:
    QListWidget *m_list;
};

}  // namespace station::gui
