#include "resources/training/marks.h"

#include "resources/training/sheet.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QStringList>

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <cmath>
#include <numbers>

namespace station::training {

namespace {

const QColor sealRed(200, 24, 40, 205);
const QColor penBlue(28, 46, 150, 225);

class Shape {
public:
    explicit Shape(quint32 seed) : m_state(seed * 747796405U + 2891336453U) {}
    double between(double low, double high)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return low + (high - low) * double(m_state >> 8) / double(1U << 24);
    }

private:
    quint32 m_state;
};

QPolygonF star(double radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double r = i % 2 == 0 ? radius : radius * 0.4;
        points << QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    return points;
}

}  // namespace

void drawSeal(QPainter &painter, double x, double y, const QString &ring, const QString &centre,
              double turnDeg)
{
    painter.save();
    painter.translate(Sheet::px(x), Sheet::px(y));
    painter.rotate(turnDeg);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[radius, width] : {std::pair(17.5, 0.7), {16.4, 0.25}, {11.2, 0.25}}) {
        painter.setPen(QPen(sealRed, Sheet::px(width)));
        painter.drawEllipse(QPointF(0, 0), Sheet::px(radius), Sheet::px(radius));
    }

    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(qRound(Sheet::px(2.7)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(sealRed);
    const double step = 330.0 / double(ring.size());
    for (qsizetype i = 0; i < ring.size(); ++i) {
        painter.save();
        painter.rotate(-165.0 + step * (double(i) + 0.5));
        painter.translate(0, -Sheet::px(12.6));
        const double half = painter.fontMetrics().horizontalAdvance(ring[i]) / 2.0;
        painter.drawText(QPointF(-half, 0), QString(ring[i]));
        painter.restore();
    }

    painter.setBrush(sealRed);
    painter.setPen(Qt::NoPen);
    painter.save();
    painter.translate(0, -Sheet::px(6.6));
    painter.drawPolygon(star(Sheet::px(2.6)));
    painter.restore();
    painter.setPen(sealRed);
    const QStringList lines = centre.split(u'\n');
    double baseline = Sheet::px(0.5 - 1.5 * double(lines.size() - 2));
    for (const QString &line : lines) {
        painter.drawText(QPointF(-painter.fontMetrics().horizontalAdvance(line) / 2.0, baseline),
                         line);
        baseline += Sheet::px(3.4);
    }
    painter.restore();
}

void drawSignature(QPainter &painter, double x, double y, quint32 seed, double widthMm)
{
    Shape shape(seed);
    QPainterPath path(QPointF(Sheet::px(x), Sheet::px(y)));
    constexpr int loops = 7;
    const double advance = widthMm / loops;
    for (int i = 0; i < loops; ++i) {
        const double left = x + advance * i;
        const double rise = shape.between(4, 12) * (i < 2 ? 1.2 : 0.6);
        path.cubicTo(Sheet::px(left + shape.between(-3, 2)), Sheet::px(y - rise),
                     Sheet::px(left + advance * shape.between(1.0, 2.2)), Sheet::px(y - rise),
                     Sheet::px(left + advance), Sheet::px(y + shape.between(-2, 3)));
    }
    path.cubicTo(Sheet::px(x + widthMm * 0.7), Sheet::px(y + 8), Sheet::px(x + widthMm * 0.3),
                 Sheet::px(y + 6), Sheet::px(x + widthMm * 1.15), Sheet::px(y + 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(penBlue, Sheet::px(0.55), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

int drawQr(QPainter &painter, double x, double y, double sizeMm, const QString &payload)
{
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                             .setEncoding(ZXing::CharacterSet::UTF8)
                             .setEccLevel(2)
                             .setMargin(0)
                             .encode(payload.toStdWString(), 0, 0);
    const double module = Sheet::px(sizeMm) / modules.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(Sheet::px(x) - 3 * module, Sheet::px(y) - 3 * module,
                            Sheet::px(sizeMm) + 6 * module, Sheet::px(sizeMm) + 6 * module));
    painter.setBrush(QColor(20, 20, 20));
    for (int row = 0; row < modules.height(); ++row) {
        for (int column = 0; column < modules.width(); ++column) {
            if (modules.get(column, row))
                painter.drawRect(QRectF(Sheet::px(x) + column * module, Sheet::px(y) + row * module,
                                        module + 0.3, module + 0.3));
        }
    }
    return modules.width();
}

void drawPortrait(QPainter &painter, double x, double y, double width, double height)
{
    painter.save();
    painter.setClipRect(QRectF(Sheet::px(x), Sheet::px(y), Sheet::px(width), Sheet::px(height)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(196, 214, 236));
    painter.drawRect(QRectF(Sheet::px(x), Sheet::px(y), Sheet::px(width), Sheet::px(height)));
    const double middle = Sheet::px(x + width / 2);
    const auto ellipse = [&](double fromTop, double wide, double high, const QColor &color) {
        painter.setBrush(color);
        painter.drawEllipse(QPointF(middle, Sheet::px(y + height * fromTop)),
                            Sheet::px(width * wide), Sheet::px(height * high));
    };
    ellipse(0.42, 0.29, 0.29, QColor(44, 36, 34));
    ellipse(1.02, 0.46, 0.30, QColor(236, 236, 240));
    ellipse(0.70, 0.10, 0.12, QColor(222, 184, 160));
    ellipse(0.45, 0.20, 0.22, QColor(228, 192, 168));
    painter.restore();
    painter.setPen(QPen(QColor(40, 40, 45), Sheet::px(0.15)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(Sheet::px(x), Sheet::px(y), Sheet::px(width), Sheet::px(height)));
}

}  // namespace station::training
