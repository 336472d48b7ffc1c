#pragma once

#include "core/workflow/rescan_reason.h"

#include <QWidget>

class QListWidget;

namespace station::gui {

/// Why a paper is scanned that the repository has already.
class RescanPanel final : public QWidget {
    Q_OBJECT

public:
    explicit RescanPanel(QWidget *parent = nullptr);

    void ask();     ///< Takes the focus.
    void accept();  ///< As Enter does.

signals:
    void reasonChosen(station::workflow::RescanReason reason);
    void cancelled();

private:
    QListWidget *m_reasons;
};

}  // namespace station::gui
