#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace station::gui {

/// The scanner from the side with what is wrong with it. Drawn, not loaded, in
/// the inks of the palette; the words beside it say the same.
class TroublePicture final : public QWidget {
    Q_OBJECT

public:
    explicit TroublePicture(QWidget *parent = nullptr);

    void showFault(Fault fault);

    QSize sizeHint() const override { return {170, 140}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Fault m_fault = Fault::PaperJam;
};

}  // namespace station::gui
