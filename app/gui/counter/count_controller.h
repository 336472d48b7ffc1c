#pragma once

#include "app/gui/counter/counter_page.h"
#include "core/base/expected.h"

#include <QObject>

class QThreadPool;

namespace station::gui {

class CounterDesk;
class OpenDossier;
class PagesController;

/// The count of sheets: asks for it, and for the reason when the scanned sheets
/// do not fit it.
class CountController final : public QObject {
    Q_OBJECT

public:
    CountController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, CounterPage &page,
                    PagesController &pages, QObject *parent = nullptr);

    void ask();                             ///< How many sheets the current paper has.
    void settle(const QString &component);  ///< Goes there and asks what is right.

signals:
    void panelShown();
    void done();  ///< An answer was taken; the panel is gone.
    void failed(const station::Error &error);

private:
    template <typename Work>
    void change(Work work);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    CounterPage &m_page;
    PagesController &m_pages;
};

}  // namespace station::gui
