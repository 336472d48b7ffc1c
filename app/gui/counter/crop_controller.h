#pragma once

#include "app/gui/counter/original_stage.h"
#include "app/gui/widgets/crop_frame.h"

#include <QObject>

#include <optional>

class QAction;

namespace station::gui {

/// The clerk says what of a side is paper and how crooked it lies, over the untouched picture of
/// the scanner.
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
    void begin();
    void take();

    QAction &m_action;
    PagesController &m_pages;
    OriginalStage m_stage;
    CropFrame m_frame;
};

}  // namespace station::gui
