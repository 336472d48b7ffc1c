#pragma once

#include <QWidget>

namespace station::gui {

/// A column of fixed width that can be folded away. Its content keeps its size meanwhile, and
/// its focus and keys: it is covered, not hidden.
class FoldableColumn final : public QWidget {
    Q_OBJECT

public:
    FoldableColumn(QWidget *content, int width, QWidget *parent = nullptr);  ///< Open.

    void setOpen(bool open);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_content;
    int m_width;
};

}  // namespace station::gui
