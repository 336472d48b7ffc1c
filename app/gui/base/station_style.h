#pragma once

#include <QProxyStyle>

namespace station::gui {

/// Fusion with frames that can be seen in both appearances, a clear focus, and
/// quiet scroll bars without arrows.
class StationStyle final : public QProxyStyle {
    Q_OBJECT

public:
    StationStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
};

}  // namespace station::gui
