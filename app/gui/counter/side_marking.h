#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QThreadPool>

class QUndoStack;

namespace station::gui {

class OpenDossier;

/// The clerk's word on what the program only suspects: a side flagged as blank
/// is left out of the copy, unless the clerk says that it carries content.
class SideMarking final : public QObject {
    Q_OBJECT

public:
    SideMarking(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, QUndoStack &undo,
                QObject *parent = nullptr);

    /// Blank becomes content and the other way; can be undone.
    void toggleBlank(const QString &side);

signals:
    void failed(const station::Error &error);

private:
    void setBlank(const QString &side, bool blank);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    QUndoStack &m_undo;
};

}  // namespace station::gui
