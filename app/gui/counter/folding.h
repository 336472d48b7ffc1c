#pragma once

#include <QObject>
#include <QWidget>

#include <vector>

namespace station::gui {

class FoldableColumn;

/// Where there is no room for all, on a small screen or with everything drawn at 150 or 200 %,
/// what has a key as well gives way: rows of buttons, then the column that nobody works in. The
/// column with the focus is open; the page keeps half the width. Nothing is disabled, and a
/// folded column opens as soon as a key leads into it.
class Folding final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        FoldableColumn *left = nullptr;  ///< Open while the other one has no focus.
        FoldableColumn *right = nullptr;
        std::vector<QWidget *> whenNarrow{};  ///< Hidden then.
        std::vector<QWidget *> whenLow{};
    };

    /// Follows the size of `page`, in logical pixels.
    Folding(QWidget &page, Parts parts, QObject *parent = nullptr);

    static constexpr QSize smallest{
        960, 380};  ///< Full HD at 200 %, less the bars of the desktop and of training.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fold();
    void open(bool left);

    QWidget &m_page;
    Parts m_parts;
    bool m_leftOpen = true;
};

}  // namespace station::gui
