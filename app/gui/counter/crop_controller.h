#pragma once

#include "app/gui/counter/original_loader.h"
#include "app/gui/widgets/crop_frame.h"

#include <QObject>

#include <optional>

class QAction;

namespace station::gui {

class CounterActions;
class PagesController;
class PageView;

/// The clerk says what of a side is paper and how crooked it lies, over the untouched picture of
/// the scanner. Nobody looks at the page meanwhile.
class CropController final : public QObject {
    Q_OBJECT

public:
    CropController(CounterDesk &desk, CounterActions &actions, PagesController &pages,
                   PageView &view, QObject *parent = nullptr);

signals:
    /// `part` in pixels of the original; nothing: all of it. No tilt: as the program finds it.
    void cropped(const QString &side, std::optional<QRect> part, std::optional<double> tiltDeg);
    void failed(const station::Error &error);

private:
    void toggle(bool on);
    void begin(const PagePicture &original);
    void end();

    QAction &m_action;
    PagesController &m_pages;
    PageView &m_view;
    OriginalLoader m_loader;
    CropFrame m_frame;
    QString m_side{};
};

}  // namespace station::gui
