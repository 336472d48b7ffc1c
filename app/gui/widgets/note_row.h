#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/widgets/mark.h"

#include <QWidget>

class QLabel;

namespace station::gui {

/// A mark and a sentence that wraps, in one tone; a line too long for a StateLabel.
class NoteRow final : public QWidget {
    Q_OBJECT

public:
    explicit NoteRow(QWidget *parent = nullptr);
    NoteRow(Mark mark, Tone tone, const QString &text);

    void setNote(Mark mark, Tone tone, const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    Mark m_mark = Mark::Attention;
    Tone m_tone = Tone::Plain;
};

}  // namespace station::gui
