#include "app/gui/widgets/note_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace station::gui {
namespace {

constexpr int markSize = 16;
constexpr int gap = 8;

}  // namespace

NoteRow::NoteRow(QWidget *parent) : QWidget(parent), m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(markSize + gap, 0, 0, 0);
    layout->addWidget(m_text);
}

NoteRow::NoteRow(Mark mark, Tone tone, const QString &text) : NoteRow(nullptr)
{
    setNote(mark, tone, text);
}

void NoteRow::setNote(Mark mark, Tone tone, const QString &text)
{
    m_mark = mark;
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    update();
}

QString NoteRow::text() const
{
    return m_text->text();
}

void NoteRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, QRectF(0, 2, markSize, markSize), m_mark, ink(m_tone, palette()));
}

}  // namespace station::gui
