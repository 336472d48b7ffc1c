#pragma once

#include <QAction>
#include <QObject>

#include <vector>

namespace station::gui {

/// All actions of the counter with their keys: the one list that the controls,
/// the key overlay and the tests read. Letters and digits work while no text
/// field has the focus, because a text field takes them first.
class CounterActions final : public QObject {
    Q_OBJECT

public:
    struct Group {
        QString title{};
        std::vector<QAction *> actions{};
    };

    explicit CounterActions(QWidget *window);

    const std::vector<Group> &groups() const { return m_groups; }
    std::vector<QAction *> all() const;

    QAction *findDossier, *newDossier;
    QAction *digitize, *reuse, *attach, *shownOnly, *refuse;
    QAction *scanFeeder, *scanFlatbed, *cancel;
    QAction *nextForHuman, *previousPage, *nextPage, *toggleBlank;
    QAction *zoomIn, *zoomOut, *zoomFit;
    QAction *sign, *handOver;
    QAction *undo, *redo, *keys, *appearance;
    std::vector<QAction *> papers{};  ///< 1 to 9.

private:
    QAction *add(const char *name, const QString &text, const QList<QKeySequence> &shortcuts);
    void addGroup(const QString &title, std::vector<QAction *> actions);

    QWidget *m_window;
    std::vector<Group> m_groups{};
};

}  // namespace station::gui
