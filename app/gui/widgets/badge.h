#pragma once

#include "app/gui/base/theme.h"

#include <QWidget>

namespace station::gui {

/// One word in big letters within a broken frame: what must not be overlooked, also without
/// colour. The word is the accessible name.
class Badge final : public QWidget {
    Q_OBJECT

public:
    Badge(const QString &word, Tone tone, QWidget *parent = nullptr);

    const QString &word() const { return m_word; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont bigFont() const;

    QString m_word;
    Tone m_tone;
};

}  // namespace station::gui
