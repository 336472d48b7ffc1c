#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

class QLineEdit;

namespace station::gui {

/// Why a dossier is put aside, and for which colleague.
class HoldPanel final : public QWidget {
    Q_OBJECT

public:
    explicit HoldPanel(QWidget *parent = nullptr);

    void ask(const store::Hold &earlier);  ///< Takes the focus; the earlier note is a proposal.
    void accept();  ///< As Enter does; without a reason the reason is asked for.

signals:
    void noted(const station::store::Hold &note);
    void cancelled();

private:
    QLineEdit *m_reason;
    QLineEdit *m_forWhom;
};

}  // namespace station::gui
