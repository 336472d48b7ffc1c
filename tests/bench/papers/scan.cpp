#include "tests/bench/papers/scan.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace station::papers {

using namespace Qt::StringLiterals;

namespace {

constexpr double pxPerMm = 300.0 / 25.4;

/// Slowly changing values over a picture.
class Field {
public:
    Field(Random &random, int cells, double low, double high) : m_cells(cells)
    {
        for (int i = 0; i < (cells + 1) * (cells + 1); ++i)
            m_values.push_back(random.between(low, high));
    }
    /// Values of one row of the picture, 16 pixels apart.
    void row(double v, int count, std::vector<double> &values) const
    {
        const double y = v * m_cells;
        const int top = std::min(int(y), m_cells - 1);
        values.resize(std::size_t(count));
        for (int i = 0; i < count; ++i) {
            const double x = double(i) / count * m_cells;
            const int left = std::min(int(x), m_cells - 1);
            const auto at = [&](int r, int c) {
                return m_values[std::size_t(r * (m_cells + 1) + c)];
            };
            const double upper = std::lerp(at(top, left), at(top, left + 1), x - left);
            const double lower = std::lerp(at(top + 1, left), at(top + 1, left + 1), x - left);
            values[std::size_t(i)] = std::lerp(upper, lower, y - top);
        }
    }

private:
    int m_cells;
    std::vector<double> m_values{};
};

/// A cheap lens: every pixel gives a share to its neighbours, along rows and then columns.
void blurBy(QImage &image, double share)
{
    const int w = int(share * 256);
    const int middle = 256 - 2 * w;
    const int width = image.width();
    std::vector<QRgb> row(static_cast<std::size_t>(width));
    std::vector<QRgb> above(static_cast<std::size_t>(width));
    const auto mix = [&](QRgb a, QRgb b, QRgb c) {
        // Red and blue in one multiplication: they are 16 bits apart.
        const quint32 rb = ((a & 0xFF00FFU) * quint32(w) + (b & 0xFF00FFU) * quint32(middle) +
                            (c & 0xFF00FFU) * quint32(w)) >>
                           8;
        const quint32 g = ((a & 0xFF00U) * quint32(w) + (b & 0xFF00U) * quint32(middle) +
                           (c & 0xFF00U) * quint32(w)) >>
                          8;
        return 0xFF000000U | (rb & 0xFF00FFU) | (g & 0xFF00U);
    };
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::copy(line, line + width, row.begin());
        for (int x = 1; x + 1 < width; ++x)
            line[x] = mix(row[std::size_t(x - 1)], row[std::size_t(x)], row[std::size_t(x + 1)]);
    }
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const auto *below = y + 1 < image.height()
                                ? reinterpret_cast<const QRgb *>(image.constScanLine(y + 1))
                                : line;
        std::copy(line, line + width, row.begin());
        if (y > 0) {
            for (int x = 0; x < width; ++x)
                line[x] = mix(above[std::size_t(x)], line[x], below[x]);
        }
        std::swap(above, row);
    }
}

double fraction(std::uint64_t &state)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return double(state >> 40) / double(1U << 24);
}

}  // namespace

QJsonObject Scan::toJson() const
{
    QJsonObject json{{u"name"_s, name},   {u"dpi"_s, dpi},   {u"skew"_s, skewDeg},
                     {u"noise"_s, noise}, {u"blur"_s, blur}, {u"jpeg"_s, jpeg}};
    const auto put = [&](const QString &key, double value) {
        if (value != 0.0)
            json.insert(key, value);
    };
    put(u"rot"_s, turnDeg);
    put(u"dust"_s, dust);
    put(u"bleed"_s, bleed);
    put(u"stain"_s, stains);
    put(u"fold"_s, folds);
    put(u"streak"_s, streaks);
    put(u"punch"_s, punchHoles);
    put(u"edge"_s, darkEdge ? 1 : 0);
    put(u"contrast"_s, contrast);
    put(u"faint"_s, faint);
    if (gray)
        json.insert(u"gray"_s, true);
    if (name == u"photocopy")
        json.insert(u"photocopy"_s, true);
    if (bed.isValid())
        json.insert(u"bed"_s, bed.name());
    json.insert(u"paper"_s, paper.name());
    return json;
}

Scan someScan(Random &random, bool card)
{
    Scan scan;
    scan.seed = random.next() | 1U;
    const double kind = random.between(0.0, 1.0);
    if (kind < 0.2) {
        scan.skewDeg = random.between(-0.4, 0.4);
    } else if (kind < 0.75) {
        scan.name = u"office"_s;
        scan.noise = 2.6;
        scan.blur = random.between(0.08, 0.16);
        scan.lamp = 3;
        scan.jpeg = 80;
        scan.dust = 15;
        scan.skewDeg = random.between(-1.3, 1.3);
    } else {
        scan.name = u"photocopy"_s;
        scan.noise = 4.5;
        scan.blur = random.between(0.14, 0.22);
        scan.lamp = 7;
        scan.jpeg = 62;
        scan.dust = random.between(30, 80);
        scan.gray = true;
        scan.contrast = random.between(0.25, 0.8);
        scan.faint = random.between(0.0, 0.25);
        scan.skewDeg = random.between(-1.6, 1.6);
    }
    if (random.chance(0.25))
        scan.dpi = 200;
    if (random.chance(0.1))
        scan.skewDeg = random.between(-2.6, 2.6);
    if (random.chance(0.08))
        scan.turnDeg = 90 * random.between(1, 3);
    if (scan.name == u"clean")
        return scan;

    if (random.chance(0.12)) {
        scan.bed = random.chance(0.7) ? QColor(38, 38, 41) : QColor(226, 226, 224);
        scan.offsetXMm = random.between(-5.0, 5.0);
        scan.offsetYMm = random.between(-5.0, 5.0);
    }
    if (random.chance(0.15) && !scan.gray && !card)
        scan.paper = random.pick(std::vector<QColor>{QColor(186, 220, 248), QColor(250, 236, 176),
                                                     QColor(248, 212, 220), QColor(206, 236, 206),
                                                     QColor(240, 232, 214)});
    if (random.chance(0.12))
        scan.bleed = random.between(0.08, 0.18);
    if (random.chance(0.1))
        scan.streaks = random.between(1, 3);
    if (random.chance(0.1))
        scan.stains = random.between(1, 2);
    if (card) {
        if (random.chance(0.1))  // the lid is open or black
            scan.paper = QColor(44, 44, 47);
        return scan;
    }
    if (random.chance(0.12))
        scan.punchHoles = random.chance(0.7) ? 2 : 4;
    if (random.chance(0.12))
        scan.folds = random.between(1, 2);
    scan.darkEdge = scan.gray && random.chance(0.3);
    return scan;
}

void drawBelow(QPainter &painter, const Scan &scan, double widthPx, double heightPx)
{
    if (scan.bleed <= 0.0)
        return;
    Random random(scan.seed ^ 0xB1EEDU);
    painter.save();
    painter.translate(widthPx, 0);
    painter.scale(-1, 1);
    QFont font(u"Liberation Serif"_s);
    font.setPixelSize(54);
    painter.setFont(font);
    const int level = 255 - int(255 * scan.bleed);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.setPen(QColor(level, level, level));
    for (double y = 30 * pxPerMm; y < heightPx - 30 * pxPerMm; y += 72) {
        QString line;
        while (line.size() < 70)
            line += random.pick({u"thực hiện ", u"hồ sơ ", u"quy định ", u"theo ", u"đơn vị ",
                                 u"phương tiện ", u"trước ngày ", u"của ", u"các "});
        if (random.chance(0.85))
            painter.drawText(QPointF(30 * pxPerMm, y), line);
    }
    painter.restore();
}

void drawAbove(QPainter &painter, const Scan &scan, double widthPx, double heightPx)
{
    Random random(scan.seed ^ 0xAB0FEU);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (int i = 0; i < scan.stains; ++i) {
        const QPointF centre(random.between(0.1, 0.9) * widthPx,
                             random.between(0.1, 0.9) * heightPx);
        const double radius = random.between(8.0, 28.0) * pxPerMm;
        QRadialGradient brown(centre, radius);
        brown.setColorAt(0, QColor(236, 222, 190));
        brown.setColorAt(0.85, QColor(226, 205, 160));
        brown.setColorAt(1, QColor(255, 255, 255));
        painter.setBrush(brown);
        painter.drawEllipse(centre, radius, radius * random.between(0.6, 1.0));
    }
    for (int i = 0; i < scan.folds; ++i) {
        const double y =
            heightPx * (i == 0 ? random.between(0.45, 0.55) : random.between(0.2, 0.8));
        painter.setBrush(QColor(226, 226, 226));
        painter.drawRect(QRectF(0, y, widthPx, 4));
        painter.setBrush(QColor(243, 243, 243));
        painter.drawRect(QRectF(0, y + 4, widthPx, 14));
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(scan.bed.isValid() ? scan.bed : QColor(54, 54, 56));
    for (int i = 0; i < scan.punchHoles; ++i) {
        const double middle = heightPx / 2 + (i - (scan.punchHoles - 1) / 2.0) * 80 * pxPerMm;
        painter.drawEllipse(QPointF(9 * pxPerMm, middle), 2.8 * pxPerMm, 2.8 * pxPerMm);
    }
    painter.restore();
}

void expose(QImage &image, const Scan &scan)
{
    if (scan.blur > 0.0)
        blurBy(image, scan.dpi < 250 ? scan.blur * 0.75 : scan.blur);

    Random random(scan.seed);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < scan.dust; ++i) {
            const int level = random.between(0, 90);
            painter.setBrush(QColor(level, level, level));
            const double radius = random.between(0.6, 3.2) * scan.dpi / 300.0;
            painter.drawEllipse(QPointF(random.between(0.0, 1.0) * image.width(),
                                        random.between(0.0, 1.0) * image.height()),
                                radius, radius * random.between(0.5, 1.0));
        }
        for (int i = 0; i < scan.streaks; ++i) {
            painter.setBrush(QColor(random.between(60, 220), random.between(60, 220), 160, 90));
            painter.drawRect(QRectF(random.between(0.0, 1.0) * image.width(), 0,
                                    random.between(1, 3), image.height()));
        }
        if (scan.darkEdge) {
            painter.setBrush(QColor(30, 30, 32));
            painter.drawRect(
                QRectF(0, 0, random.between(1.0, 4.0) * scan.dpi / 25.4, image.height()));
        }
    }

    // A copier's curve: paper to white, ink to black, and a slope between that gets steeper.
    std::array<std::uint8_t, 512> curve{};
    for (int i = 0; i < 512; ++i) {
        const double v = double(i - 128);
        const double steep = (v - 165.0) * (1.0 + 3.0 * scan.contrast) + 165.0;
        curve[std::size_t(i)] =
            std::uint8_t(std::clamp(scan.contrast > 0 ? steep * 0.97 + 6 : v, 0.0, 255.0));
    }
    // The sensor's noise, drawn once and read from a random place in each row.
    std::vector<int> grain(std::size_t(image.width()) + 4096);
    std::uint64_t state = scan.seed | 1U;
    for (int &g : grain)
        g = int(std::lround((fraction(state) + fraction(state) + fraction(state) - 1.5) * 2 *
                            scan.noise));

    const Field lamp(random, 6, -scan.lamp, scan.lamp);
    const Field toner(random, 23, 0.0, scan.faint);
    const int cells = image.width() / 16 + 1;
    std::vector<double> light;
    std::vector<double> lost;
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        const double v = double(y) / image.height();
        lamp.row(v, cells, light);
        toner.row(v, cells, lost);
        const int *noise = grain.data() + std::size_t(fraction(state) * 4096);
        for (int x = 0; x < image.width(); ++x) {
            const auto cell = std::size_t(x / 16);
            const int shade = int(light[cell]) + noise[x] + 128;
            const QRgb old = row[x];
            if (scan.gray) {
                int level = qGray(old);
                level += int((255 - level) * lost[cell]);
                const int out = curve[std::size_t(std::clamp(level + shade, 0, 511))];
                row[x] = qRgb(out, out, out);
            } else {
                row[x] = qRgb(curve[std::size_t(std::clamp(qRed(old) + shade, 0, 511))],
                              curve[std::size_t(std::clamp(qGreen(old) + shade, 0, 511))],
                              curve[std::size_t(std::clamp(qBlue(old) + shade, 0, 511))]);
            }
        }
    }
}

}  // namespace station::papers
