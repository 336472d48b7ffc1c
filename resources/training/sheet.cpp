#include "resources/training/sheet.h"

#include <QBuffer>
#include <QFile>
#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace station::training {

namespace {

constexpr int widthPx = 2480;
constexpr int heightPx = 3508;

QFont fontOf(const Ink &ink)
{
    QFont font(ink.family);
    font.setPixelSize(qRound(ink.pt * 300.0 / 72.0));
    font.setBold(ink.bold);
    font.setItalic(ink.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Grain of the sensor and a slightly uneven lamp.
void addNoise(QImage &image, quint32 seed)
{
    quint32 state = seed * 2654435761U + 1U;
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        const int shade = -3 * y / image.height();
        for (int x = 0; x < image.width(); ++x) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            const int grain = int(state & 7U) - int(state >> 8 & 7U) + shade;
            const QRgb old = row[x];
            row[x] =
                qRgb(std::clamp(qRed(old) + grain, 0, 255), std::clamp(qGreen(old) + grain, 0, 255),
                     std::clamp(qBlue(old) + grain, 0, 255));
        }
    }
}

/// Qt writes dots per centimetre, which 300 dpi is not a whole number of.
void setDensity300(QByteArray &jpeg)
{
    constexpr qsizetype densityAt = 13;  // JFIF: unit, then two 16-bit numbers
    const QByteArray density = QByteArray::fromHex("01012C012C");
    jpeg.replace(densityAt, density.size(), density);
}

}  // namespace

Sheet::Sheet(const ScanConditions &conditions)
    : m_conditions(conditions), m_image(widthPx, heightPx, QImage::Format_RGB32)
{
    m_image.fill(conditions.paper);
    m_painter = std::make_unique<QPainter>(&m_image);
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                              QPainter::SmoothPixmapTransform);
    m_painter->translate(widthPx / 2.0, heightPx / 2.0);
    m_painter->rotate(conditions.skewDeg);
    m_painter->translate(-widthPx / 2.0, -heightPx / 2.0);
}

double Sheet::text(double x, double y, const QString &text, const Ink &ink)
{
    const QFont font = fontOf(ink);
    m_painter->setFont(font);
    m_painter->setPen(ink.color);
    m_painter->drawText(QPointF(px(x), px(y)), text);
    return QFontMetricsF(font).horizontalAdvance(text) / px(1);
}

void Sheet::centred(double x, double y, const QString &text, const Ink &ink)
{
    const double width = QFontMetricsF(fontOf(ink)).horizontalAdvance(text) / px(1);
    this->text(x - width / 2, y, text, ink);
}

double Sheet::paragraph(double x, double y, double width, const QString &text, const Ink &ink,
                        double indent)
{
    const QFont font = fontOf(ink);
    QTextLayout layout(text, font);
    const double pitch = ink.pt * 1.32 * 25.4 / 72.0;
    layout.beginLayout();
    std::vector<QTextLine> lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(px(width - (lines.empty() ? indent : 0.0)));
        lines.push_back(line);
    }
    layout.endLayout();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString part = text.mid(lines[i].textStart(), lines[i].textLength()).trimmed();
        this->text(x + (i == 0 ? indent : 0.0), y, part, ink);
        y += pitch;
    }
    return y;
}

void Sheet::line(double x1, double y1, double x2, double y2, double widthMm)
{
    m_painter->setPen(QPen(QColor(40, 40, 45), px(widthMm)));
    m_painter->drawLine(QPointF(px(x1), px(y1)), QPointF(px(x2), px(y2)));
}

void Sheet::box(double x, double y, double width, double height, double lineMm)
{
    m_painter->setPen(QPen(QColor(40, 40, 45), px(lineMm)));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(QRectF(px(x), px(y), px(width), px(height)));
}

void Sheet::markAsTraining()
{
    centred(105, 291, QStringLiteral("TẬP HUẤN"),
            {.pt = 7, .color = QColor(140, 140, 140), .family = QStringLiteral("Noto Sans")});
}

bool Sheet::save(const QString &path)
{
    m_painter.reset();
    addNoise(m_image, m_conditions.seed);
    if (m_conditions.upsideDown)
        m_image = m_image.mirrored(true, true);

    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!buffer.open(QIODevice::WriteOnly) || !m_image.save(&buffer, "JPEG", 88))
        return false;
    setDensity300(jpeg);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(jpeg) == jpeg.size();
}

}  // namespace station::training
