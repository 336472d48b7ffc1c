#include "app/gui/base/station_style.h"

#include "app/gui/base/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace station::gui {
namespace {

constexpr int scrollBarWidth = 12;
constexpr int shortestSlider = 28;

void paintFrame(QPainter &painter, const QStyleOption &option, bool filled)
{
    const bool focused = option.state & QStyle::State_HasFocus;
    const QPalette &palette = option.palette;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(filled ? QBrush(palette.color(QPalette::Base)) : QBrush(Qt::NoBrush));
    painter.setPen(focused ? QPen(ink(Tone::Accent, palette), 2)
                           : QPen(palette.color(QPalette::Mid), 1));
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.restore();
}

}  // namespace

StationStyle::StationStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void StationStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        return paintFrame(*painter, *option, true);
    case PE_FrameLineEdit:
        return paintFrame(*painter, *option, false);
    case PE_Frame:
        return paintFrame(*painter, *option, true);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void StationStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control != CC_ScrollBar)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);

    const bool vertical = !(option->state & State_Horizontal);
    QRectF slider(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    slider = vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    QColor colour = option->palette.color(QPalette::Mid);
    const bool active = option->activeSubControls & SC_ScrollBarSlider;
    colour.setAlphaF(active ? 1.0F : 0.7F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(slider, 3, 3);
    painter->restore();
}

QRect StationStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    const QRect groove = bar->rect;
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? groove.height() : groove.width();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(shortestSlider, length),
                        static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                        length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return vertical ? QRect(groove.left(), groove.top() + from, groove.width(), size)
                        : QRect(groove.left() + from, groove.top(), size, groove.height());
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return groove;
    case SC_ScrollBarSlider:
        return piece(start, slider);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {};
    }
}

int StationStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // The corners of the frame stay free of what is inside.
        return 3;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return shortestSlider;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StationStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    // One click opens nothing; Enter and a double click do.
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace station::gui
