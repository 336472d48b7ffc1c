#include "app/gui/counter/trouble_picture.h"

#include "app/gui/base/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace station::gui {
namespace {

/// Draws on a field of 170 by 140 units: feeder at the top left, body in the
/// middle, output tray at the bottom right.
class ScannerSketch {
public:
    ScannerSketch(QPainter &painter, const QPalette &palette)
        : m_painter(painter),
          m_line(ink(Tone::Plain, palette), 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
          m_alarm(ink(Tone::Danger, palette), 2.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
          m_help(ink(Tone::Accent, palette), 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
          m_body(palette.color(QPalette::Midlight)), m_paper(palette.color(QPalette::Base))
    {
    }

    void jam() const
    {
        body(false);
        pile(3);
        m_painter.setPen(m_alarm);
        m_painter.drawPolyline(QPolygonF{
            {52, 52}, {62, 62}, {58, 70}, {72, 70}, {66, 80}, {82, 78}, {78, 88}, {94, 86}});
        out();
    }
    void coverOpen() const
    {
        body(true);
        pile(3);
        arrow({136, 22}, {124, 46});
    }
    void twoSheets() const
    {
        body(false);
        pile(2);
        m_painter.setPen(m_alarm);
        m_painter.drawLine(QPointF(46, 52), QPointF(88, 84));
        m_painter.drawLine(QPointF(56, 48), QPointF(98, 80));
        out();
    }
    void feederEmpty(bool someCame) const
    {
        body(false);
        tray();
        m_painter.setPen(QPen(m_alarm.color(), 2, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolygon(QPolygonF{{12, 14}, {34, 0}, {58, 36}, {38, 50}});
        arrow({78, 4}, {58, 26});
        if (someCame)
            out();
    }
    void stalled() const
    {
        body(false);
        pile(3);
        out();
        // An hourglass: it does not go on.
        m_painter.setPen(m_alarm);
        m_painter.setBrush(m_paper);
        m_painter.drawPolygon(
            QPolygonF{{76, 62}, {104, 62}, {90, 78}, {104, 94}, {76, 94}, {90, 78}});
    }
    void unplugged() const
    {
        body(false);
        pile(3);
        m_painter.setPen(m_line);
        QPainterPath cable(QPointF(128, 90));
        cable.cubicTo(150, 92, 146, 112, 138, 118);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(cable);
        m_painter.setPen(m_alarm);
        m_painter.drawRect(QRectF(129, 118, 16, 9));
        m_painter.drawLine(QPointF(133, 127), QPointF(133, 132));
        m_painter.drawLine(QPointF(141, 127), QPointF(141, 132));
        m_painter.setPen(m_help);
        m_painter.drawRect(QRectF(108, 122, 14, 14));
        m_painter.drawLine(QPointF(126, 129), QPointF(123, 129));
    }
    /// A stick in front of its socket.
    void tokenPulled() const
    {
        m_painter.setPen(m_line);
        m_painter.setBrush(m_body);
        m_painter.drawRoundedRect(QRectF(14, 40, 34, 60), 4, 4);
        m_painter.setBrush(m_paper);
        m_painter.drawRect(QRectF(38, 58, 10, 24));
        m_painter.setPen(m_alarm);
        m_painter.setBrush(m_body);
        m_painter.drawRoundedRect(QRectF(104, 52, 54, 36), 6, 6);
        m_painter.setBrush(m_paper);
        m_painter.drawRect(QRectF(86, 58, 18, 24));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(QPointF(142, 70), 5, 5);
        arrow({82, 112}, {54, 92});
    }
    void other() const
    {
        body(false);
        pile(3);
        out();
        m_painter.setPen(m_alarm);
        m_painter.setBrush(m_paper);
        m_painter.drawPolygon(QPolygonF{{90, 58}, {110, 94}, {70, 94}});
        m_painter.drawLine(QPointF(90, 70), QPointF(90, 82));
        m_painter.drawPoint(QPointF(90, 88));
    }

private:
    void tray() const
    {
        m_painter.setPen(m_line);
        m_painter.drawLine(QPointF(8, 20), QPointF(42, 58));
    }
    void pile(int sheets) const
    {
        tray();
        m_painter.setBrush(m_paper);
        for (int sheet = 0; sheet < sheets; ++sheet) {
            const QPointF at(sheet * 5.0, -sheet * 3.5);
            m_painter.drawLine(QPointF(14, 14) + at, QPointF(46, 50) + at);
        }
    }
    void out() const
    {
        m_painter.setPen(m_line);
        for (int sheet = 0; sheet < 2; ++sheet)
            m_painter.drawLine(QPointF(126, 112 - sheet * 4), QPointF(164, 122 - sheet * 4));
    }
    void body(bool open) const
    {
        m_painter.setPen(m_line);
        m_painter.setBrush(m_body);
        m_painter.drawPolygon(QPolygonF{{36, 120}, {36, 70}, {128, 88}, {128, 120}});
        if (open) {
            m_painter.setPen(m_alarm);
            m_painter.drawPolygon(QPolygonF{{124, 84}, {128, 78}, {84, 8}, {70, 14}});
        } else {
            m_painter.drawPolygon(QPolygonF{{36, 68}, {44, 54}, {112, 62}, {128, 86}});
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(m_line);
        m_painter.drawLine(QPointF(122, 118), QPointF(166, 130));
    }
    void arrow(QPointF from, QPointF to) const
    {
        const QLineF shaft(from, to);
        m_painter.setPen(m_help);
        m_painter.drawLine(shaft);
        for (const qreal angle : {150.0, 210.0}) {
            QLineF barb = QLineF::fromPolar(11, shaft.angle() + angle).translated(to);
            m_painter.drawLine(barb);
        }
    }

    QPainter &m_painter;
    QPen m_line;
    QPen m_alarm;
    QPen m_help;
    QColor m_body;
    QColor m_paper;
};

}  // namespace

TroublePicture::TroublePicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TroublePicture::showFault(Fault fault)
{
    m_fault = fault;
    update();
}

void TroublePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / 170.0, height() / 140.0);
    const ScannerSketch sketch(painter, palette());
    switch (m_fault) {
    case Fault::PaperJam:
        return sketch.jam();
    case Fault::CoverOpen:
        return sketch.coverOpen();
    case Fault::DoubleFeed:
        return sketch.twoSheets();
    case Fault::FeederEmpty:
        return sketch.feederEmpty(false);
    case Fault::CountMismatch:
        return sketch.feederEmpty(true);
    case Fault::DeviceStalled:
    case Fault::TimedOut:
    case Fault::WorkerDied:
        return sketch.stalled();
    case Fault::DeviceLost:
    case Fault::DeviceNotFound:
        return sketch.unplugged();
    case Fault::TokenRemoved:
    case Fault::TokenFailed:
        return sketch.tokenPulled();
    default:
        return sketch.other();
    }
}

}  // namespace station::gui
