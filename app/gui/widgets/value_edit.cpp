#include "app/gui/widgets/value_edit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

namespace station::gui {
namespace {

constexpr int mostLines = 12;

}  // namespace

ValueEdit::ValueEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(5);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (!m_setting)
            emit edited();
    });
}

void ValueEdit::setValue(const QString &value)
{
    if (value == toPlainText())
        return;
    m_setting = true;
    setPlainText(value);
    m_setting = false;
}

QSize ValueEdit::sizeHint() const
{
    // Measured, not counted: letters of another font make a line higher.
    const QTextBlock text = document()->firstBlock();
    (void)document()->documentLayout()->blockBoundingRect(text);  // lays it out
    const int line = fontMetrics().lineSpacing();
    const int height =
        qBound(line, qCeil(text.layout()->boundingRect().height()), mostLines * line) +
        2 * frameWidth() + 2 * qCeil(document()->documentMargin());
    return {200, height};
}

bool ValueEdit::event(QEvent *event)
{
    // With nothing of its own left to undo, Ctrl+Z undoes the step before.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void ValueEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QPlainTextEdit::keyPressEvent(event);
    event->accept();
    if (!event->isAutoRepeat())
        emit confirmed();
}

void ValueEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    emit focusArrived();
}

void ValueEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGeometry();
}

void ValueEdit::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(source->text().simplified());
}

}  // namespace station::gui
