#pragma once

#include "core/base/expected.h"
#include "core/config/settings.h"

#include <QAction>
#include <QObject>

#include <vector>

namespace station::gui {

/// All actions of the counter with their keys: the one list that the controls,
/// the key overlay and the tests read. An office may choose other keys, all but those that every
/// program has (Enter, Escape, Space) and those of numbered papers. Letters and digits work while
/// no text field has the focus, because a text field takes them first.
class CounterActions final : public QObject {
    Q_OBJECT

public:
    struct Group {
        QString title{};
        std::vector<QAction *> actions{};
    };
    /// Groups that stand below each other on the key sheet.
    using Column = std::vector<Group>;

    explicit CounterActions(QWidget *window);

    /// SettingsInvalid when an action is unknown or keeps its key, when a key is none or is taken
    /// twice; then nothing is changed. The subject names the action.
    Expected<> changeKeys(const std::vector<config::KeyChoice> &choices);

    const std::vector<Column> &columns() const { return m_columns; }
    std::vector<QAction *> all() const;
    /// One of nine that differ only in the paper's number.
    static bool isNumbered(const QAction &action);
    /// The key as it is printed; one text for all nine of a numbered action.
    static QString keyText(const QAction &action);

    QAction *findDossier, *newDossier, *hold, *nextHeld, *separatorSheets, *printReceipt;
    QAction *digitize, *reuse, *attach, *shownOnly, *refuse, *correct;
    QAction *scanFeeder, *scanDuplex, *scanFlatbed, *importFiles, *countSheets, *scanOn, *cancel;
    QAction *nextForHuman, *previousPage, *nextPage, *zoomIn, *zoomOut, *zoomFit, *magnify,
        *asScanned;
    QAction *rescan, *rescanFlatbed, *insertBefore, *setAside, *toggleBlank;
    QAction *turnLeft, *turnRight, *moveBack, *moveOn, *split;
    /// Checked: the program does it by itself.
    QAction *straighten, *cutToPaper, *evenTone, *turnUpright;
    QAction *cropByHand;  ///< Checked: the frame is on the screen.
    QAction *allAutomatic, *divide;
    QAction *sign, *pauseSigning, *knowLastTry, *whyNotOthers, *lockToken, *retryWaiting, *handOver;
    QAction *undo, *redo, *keys, *appearance, *language, *trainingTray, *tour;
    std::vector<QAction *> papers{};   ///< Go to paper 1 to 9.
    std::vector<QAction *> moveTo{};   ///< The shown side goes to paper 1 to 9.
    std::vector<QAction *> splitTo{};  ///< The shown side and all behind it go there.

private:
    bool mayChange(const QAction &action) const;
    QAction *add(const char *name, const QString &text, const QList<QKeySequence> &shortcuts);
    QAction *addToggle(const char *name, const QString &text, Qt::Key key);
    void addDossier(Column &column);
    void addPaper(Column &column);
    void addScanner(Column &column);
    void addPage(Column &column);
    void addSide(Column &column);
    void addCleanup(Column &column);
    void addFinish(Column &column);
    void addAlways(Column &column);

    QWidget *m_window;
    std::vector<Column> m_columns{};
};

}  // namespace station::gui
