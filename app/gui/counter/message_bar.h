#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/widgets/mark.h"

#include <QFrame>

class QLabel;

namespace station::gui {

/// What just happened, in the window and not over it. Stays until the next one
/// or until it is cleared; never takes the focus.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &what, const QString &remedy = {});
    void clear();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Plain;
    QLabel *m_label;
};

}  // namespace station::gui
