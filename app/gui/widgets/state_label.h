#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/widgets/mark.h"

#include <QWidget>

namespace station::gui {

/// Icon and word in one tone; the word is also the accessible name.
class StateLabel final : public QWidget {
    Q_OBJECT

public:
    explicit StateLabel(QWidget *parent = nullptr);

    void setState(Mark mark, Tone tone, const QString &word);
    const QString &word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {20, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark = Mark::Waiting;
    Tone m_tone = Tone::Quiet;
    QString m_word{};
};

}  // namespace station::gui
