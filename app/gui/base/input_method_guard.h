#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace station::gui {

/// Keeps a composed word in the one field it was typed in.
///
/// When the clerk clicks into another field during a word, Qt commits the word
/// to the old field, and the input method's own late commit arrives a moment
/// later in the new one. A commit that reaches a field shortly after it got the
/// focus, and without a word begun there, belongs to the field before and is
/// dropped. Install it on the application.
class InputMethodGuard final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const QObject *m_field = nullptr;  ///< Got the focus last; compared, never used.
    QElapsedTimer m_sinceFocus{};
    bool m_composing = false;
};

}  // namespace station::gui
