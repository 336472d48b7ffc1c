#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>

class QLineEdit;
class QThreadPool;

namespace station::gui {

class StartPage;

/// The ways to a dossier: typed code, barcode, identity card, the list of what
/// is unfinished, the form for a new one.
class EntryController final : public QObject {
    Q_OBJECT

public:
    EntryController(CounterDesk &desk, QThreadPool &lane, QLineEdit &entry, StartPage &start,
                    QObject *parent = nullptr);

    void refresh();    ///< What is unfinished, and the procedures of today.
    void openTyped();  ///< As Enter in the entry line.
    /// The dossier that was put aside first; that one is not meant.
    void openHeld(const QString &notThisUuid);
    void clear();  ///< The line; its dossier is open.

signals:
    void opened(const station::gui::DossierView &view);
    void ownerWanted();  ///< An identity card was read: the form is needed now.
    void nothingHeld();  ///< No other dossier was put aside.
    void failed(const station::Error &error);

private:
    void open(const QString &typed);
    void create(const NewDossier &wanted);
    void readCard(const QString &qrText);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    QLineEdit &m_entry;
    StartPage &m_start;
};

}  // namespace station::gui
