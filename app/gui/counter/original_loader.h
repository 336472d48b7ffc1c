#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/widgets/page_picture.h"

#include <QObject>
#include <QThreadPool>

namespace station::gui {

/// Reads what the scanner gave for one side, away from the GUI thread; keeps the last one.
class OriginalLoader final : public QObject {
    Q_OBJECT

public:
    explicit OriginalLoader(CounterDesk &desk, QObject *parent = nullptr);
    ~OriginalLoader() override;

    void request(const QString &dossier, const QString &side);
    void forgetOthers(const QString &side);  ///< Another side is on the screen.

signals:
    void ready(const QString &side, const station::gui::PagePicture &original);
    void failed(const QString &side, const station::Error &error);

private:
    CounterDesk &m_desk;
    QThreadPool m_lane{};
    QString m_side{};
    PagePicture m_original{};  ///< Null: not read yet.
};

}  // namespace station::gui
