#pragma once

#include <QPlainTextEdit>

namespace station::gui {

/// A field for one value that shows all of it: one line that grows to twelve.
/// Enter confirms, Tab leaves; a line break cannot get in.
class ValueEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ValueEdit(QWidget *parent = nullptr);

    QString value() const { return toPlainText(); }
    /// Forgets the edits made in the field; does nothing when it is the same.
    void setValue(const QString &value);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

signals:
    void edited();  ///< By the clerk, not by setValue.
    void confirmed();
    void focusArrived();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool m_setting = false;
};

}  // namespace station::gui
