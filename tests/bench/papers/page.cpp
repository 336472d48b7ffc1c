#include "tests/bench/papers/page.h"

#include "tests/bench/papers/handwriting.h"

#include <QFontMetricsF>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <optional>

namespace station::papers {

using namespace Qt::StringLiterals;

namespace {

QFont fontOf(const Ink &ink)
{
    QFont font(ink.family);
    font.setPixelSize(std::max(1, qRound(ink.pt * 300.0 / 72.0)));
    font.setBold(ink.bold);
    font.setItalic(ink.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double pitchMm(const Ink &ink, double pitch)
{
    return ink.pt * pitch * 25.4 / 72.0;
}

}  // namespace

/// A word or a part of one; `glued` to the piece before it.
struct Page::Piece {
    QString text{};
    Ink ink{};
    bool glued = false;
    double width = 0.0;
    double x = 0.0;
    std::size_t run = 0;
};

Ink Ink::strong() const
{
    Ink ink = *this;
    ink.bold = true;
    return ink;
}

Ink Ink::slanted() const
{
    Ink ink = *this;
    ink.italic = true;
    return ink;
}

Ink Ink::sized(double points) const
{
    Ink ink = *this;
    ink.pt = points;
    return ink;
}

Page::Page(double widthMm, double heightMm, const Scan &scan)
    : m_widthMm(widthMm), m_heightMm(heightMm), m_scan(scan), m_pen(scan.seed ^ 0x9E4U)
{
    const double scale = scan.dpi / 300.0;
    const double width = std::round(px(widthMm) * scale);
    const double height = std::round(px(heightMm) * scale);
    const bool lies = scan.turnDeg % 180 != 0;
    const double pictureWidth = lies ? height : width;
    const double pictureHeight = lies ? width : height;

    m_toPicture.translate(pictureWidth / 2, pictureHeight / 2);
    m_toPicture.rotate(scan.turnDeg + scan.skewDeg);
    m_toPicture.translate(px(scan.offsetXMm) * scale, px(scan.offsetYMm) * scale);
    m_toPicture.scale(scale, scale);
    m_toPicture.translate(-px(widthMm) / 2, -px(heightMm) / 2);

    m_image = QImage(int(pictureWidth), int(pictureHeight), QImage::Format_RGB32);
    m_image.fill(scan.bed.isValid() ? scan.bed : scan.paper);
    m_painter = std::make_unique<QPainter>(&m_image);
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                              QPainter::SmoothPixmapTransform);
    m_painter->setTransform(m_toPicture);
    m_painter->fillRect(QRectF(0, 0, px(widthMm), px(heightMm)), scan.paper);
    drawBelow(*m_painter, scan, px(widthMm), px(heightMm));
}

QRect Page::placed(const QRectF &box) const
{
    return m_toPicture.mapRect(QRectF(px(box.x()), px(box.y()), px(box.width()), px(box.height())))
        .toRect();
}

double Page::widthOf(const QString &text, const Ink &ink) const
{
    if (ink.pen)
        return penWidth(text, ink.pt) / px(1);
    return QFontMetricsF(fontOf(ink)).horizontalAdvance(text) / px(1);
}

void Page::drawPieces(const std::vector<Piece> &pieces, double y)
{
    QString line;
    QJsonArray words;
    QString word;
    QRect wordBox;
    const auto endWord = [&] {
        if (word.isEmpty())
            return;
        words.append(QJsonArray{word, wordBox.left(), wordBox.top(),
                                wordBox.left() + wordBox.width(),
                                wordBox.top() + wordBox.height()});
        line += (line.isEmpty() ? u""_s : u" "_s) + word;
        word.clear();
        wordBox = {};
    };
    for (const Piece &piece : pieces) {
        if (piece.ink.pen) {
            endWord();
            writeByPen(*m_painter, px(piece.x), px(y), piece.text, piece.ink.pt, piece.ink.color,
                       m_pen);
            const double size = piece.ink.pt * 25.4 / 72.0;
            ignore(piece.x - 1, y - size * 1.2, piece.width + 2, size * 1.7);
            continue;
        }
        const QFont font = fontOf(piece.ink);
        m_painter->setFont(font);
        m_painter->setPen(piece.ink.color);
        m_painter->drawText(QPointF(px(piece.x), px(y)), piece.text);
        if (!piece.glued)
            endWord();
        const QFontMetricsF metrics(font);
        word += piece.text;
        wordBox |=
            placed({piece.x, y - metrics.ascent() / px(1), piece.width, metrics.height() / px(1)});
    }
    endWord();
    if (!line.isEmpty())
        m_lines.append(QJsonObject{{u"text"_s, line}, {u"words"_s, words}});
}

double Page::paragraph(double x, double y, double width, const Runs &runs, const Flow &flow)
{
    std::vector<Piece> pieces;
    bool blankBefore = true;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const Run &run = runs[r];
        const QStringList parts = run.text.split(u' ');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (i > 0)
                blankBefore = true;
            if (parts[i].isEmpty())
                continue;
            pieces.push_back({parts[i], run.ink, !blankBefore, widthOf(parts[i], run.ink), 0.0, r});
            blankBefore = false;
        }
    }
    if (pieces.empty())
        return y;

    std::size_t next = 0;
    bool first = true;
    while (next < pieces.size()) {
        const double left = x + (first ? flow.indent : 0.0);
        const double room = width - (first ? flow.indent : 0.0);
        double used = 0.0;
        std::size_t end = next;
        while (end < pieces.size()) {
            std::size_t wordEnd = end + 1;  // pieces that are glued stay together
            while (wordEnd < pieces.size() && pieces[wordEnd].glued)
                ++wordEnd;
            double add = end == next ? 0.0 : widthOf(u" "_s, pieces[end].ink);
            for (std::size_t i = end; i < wordEnd; ++i)
                add += pieces[i].width;
            if (end > next && used + add > room)
                break;
            used += add;
            end = wordEnd;
        }
        const bool last = end == pieces.size();
        std::size_t gaps = 0;
        for (std::size_t i = next + 1; i < end; ++i)
            gaps += pieces[i].glued ? 0 : 1;
        const double stretch =
            flow.align == Align::Justify && !last && gaps > 0 ? (room - used) / double(gaps) : 0.0;
        double at = flow.align == Align::Centre ? left + (room - used) / 2 : left;
        double largest = 0.0;
        std::optional<double> dotsFrom;
        for (std::size_t i = next; i < end; ++i) {
            if (i > next && !pieces[i].glued)
                at += widthOf(u" "_s, pieces[i].ink) + stretch;
            pieces[i].x = at;
            if (!dotsFrom && pieces[i].run >= flow.dotsFrom)
                dotsFrom = at;
            at += pieces[i].width;
            largest = std::max(largest, pieces[i].ink.pt);
        }
        drawPieces({pieces.begin() + qsizetype(next), pieces.begin() + qsizetype(end)}, y);
        const Ink &print = runs.front().ink;
        if (flow.dotsBelow && dotsFrom)
            dots(*dotsFrom, x + width, y + 0.8, print);
        else if (flow.dotsAfter && last && at + 3 < x + width)
            dots(at + 1, x + width, y, print);
        y += pitchMm(print.sized(std::min(largest, print.pt * 1.3)), flow.pitch);
        next = end;
        first = false;
    }
    return y;
}

double Page::text(double x, double y, const QString &text, const Ink &ink)
{
    paragraph(x, y, 1000, {{text, ink}});
    return x + widthOf(text, ink);
}

double Page::centred(double x, double y, double width, const QString &text, const Ink &ink)
{
    return paragraph(x - width / 2, y, width, {{text, ink}},
                     {.align = Align::Centre, .pitch = 1.22});
}

void Page::line(double x1, double y1, double x2, double y2, double widthMm)
{
    m_painter->setPen(QPen(QColor(40, 40, 45), px(widthMm)));
    m_painter->drawLine(QPointF(px(x1), px(y1)), QPointF(px(x2), px(y2)));
}

void Page::box(double x, double y, double width, double height, double lineMm)
{
    m_painter->setPen(QPen(QColor(40, 40, 45), px(lineMm)));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(QRectF(px(x), px(y), px(width), px(height)));
}

void Page::dots(double x1, double x2, double y, const Ink &ink)
{
    if (x2 - x1 < 2)
        return;
    const double step = std::max(widthOf(u"."_s, ink), 0.6);
    const QString leader(int((x2 - x1) / step), u'.');
    m_painter->setFont(fontOf(ink));
    m_painter->setPen(ink.color);
    m_painter->drawText(QPointF(px(x1), px(y)), leader);
    ignore(x1, y - 1, x2 - x1, 1.6);
}

void Page::ignore(double x, double y, double width, double height)
{
    const QRect box = placed({x, y, width, height}).intersected(m_image.rect());
    m_ignore.append(
        QJsonArray{box.left(), box.top(), box.left() + box.width(), box.top() + box.height()});
}

double Page::table(double x, double y, const Table &table)
{
    double total = 0.0;
    for (const double width : table.widths)
        total += width;
    const double top = y;
    const double first = table.ink.pt * 25.4 / 72.0;
    if (table.ruled)
        line(x, y, x + total, y);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Ink ink = r == 0 ? table.ink.strong() : table.ink;
        double bottom = y;
        double left = x;
        for (std::size_t c = 0; c < table.widths.size(); ++c) {
            const Align align = r == 0                    ? Align::Centre
                                : c < table.aligns.size() ? table.aligns[c]
                                                          : Align::Left;
            if (c < table.rows[r].size())
                bottom = std::max(bottom, paragraph(left + table.padding, y + table.padding + first,
                                                    table.widths[c] - 2 * table.padding,
                                                    {{table.rows[r][c], ink}},
                                                    {.align = align, .pitch = 1.2}));
            left += table.widths[c];
        }
        y = std::max(bottom - first * 0.75, y + first) + table.padding;
        if (table.ruled)
            line(x, y, x + total, y);
    }
    if (table.ruled) {
        double left = x;
        line(left, top, left, y);
        for (const double width : table.widths) {
            left += width;
            line(left, top, left, y);
        }
    }
    return y;
}

void Page::setQr(int modules, double sizeMm, double x, double y, const QString &payload)
{
    m_qr = QJsonArray{modules, sizeMm};
    m_qrPayload = payload;
    ignore(x, y, sizeMm, sizeMm);
}

QImage Page::scanned()
{
    drawAbove(*m_painter, m_scan, px(m_widthMm), px(m_heightMm));
    m_painter.reset();
    expose(m_image, m_scan);
    return std::move(m_image);
}

QJsonObject Page::truth() const
{
    QJsonObject truth{{u"dpi"_s, m_scan.dpi},
                      {u"conditions"_s, m_scan.toJson()},
                      {u"qr"_s, m_qr},
                      {u"lines"_s, m_lines},
                      {u"ignore"_s, m_ignore}};
    if (!m_qrPayload.isEmpty())
        truth.insert(u"qr_payload"_s, m_qrPayload);
    return truth;
}

}  // namespace station::papers
