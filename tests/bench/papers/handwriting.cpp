#include "tests/bench/papers/handwriting.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace station::papers {

namespace {

QFont penFont(double pt)
{
    QFont font(QStringLiteral("Z003"));
    font.setPixelSize(qRound(pt * 1.15 * 300.0 / 72.0));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// A diacritic above (or below) a letter that is `width` wide and `size` high.
void strokeMark(QPainterPath &path, char16_t mark, double x, double top, double width, double size)
{
    const double half = width * 0.35;
    switch (mark) {
    case 0x0301:  // sắc
        path.moveTo(x, top);
        path.lineTo(x + half, top - size * 0.16);
        break;
    case 0x0300:  // huyền
        path.moveTo(x - half, top - size * 0.16);
        path.lineTo(x, top);
        break;
    case 0x0309:  // hỏi
        path.moveTo(x - half * 0.5, top - size * 0.14);
        path.cubicTo(x + half, top - size * 0.26, x + half, top - size * 0.08, x, top);
        break;
    case 0x0303:  // ngã
        path.moveTo(x - half, top);
        path.cubicTo(x - half * 0.3, top - size * 0.2, x + half * 0.3, top + size * 0.1, x + half,
                     top - size * 0.12);
        break;
    case 0x0323:  // nặng
        path.moveTo(x, size * 0.16);
        path.lineTo(x + 2, size * 0.18);
        break;
    case 0x0302:  // mũ
        path.moveTo(x - half, top);
        path.lineTo(x, top - size * 0.13);
        path.lineTo(x + half, top);
        break;
    case 0x0306:  // trăng
        path.moveTo(x - half, top - size * 0.1);
        path.quadTo(x, top + size * 0.06, x + half, top - size * 0.1);
        break;
    case 0x031B:  // móc
        path.moveTo(x + half, top + size * 0.06);
        path.quadTo(x + half * 2, top, x + half * 1.6, top - size * 0.1);
        break;
    default:
        break;
    }
}

}  // namespace

double penWidth(const QString &text, double pt)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c == u'đ' ? QChar(u'd') : c == u'Đ' ? QChar(u'D') : c;
    }
    return QFontMetricsF(penFont(pt)).horizontalAdvance(plain) * 1.05;
}

void writeByPen(QPainter &painter, double x, double y, const QString &text, double pt,
                const QColor &color, Random &random)
{
    const QFont font = penFont(pt);
    const QFontMetricsF metrics(font);
    const double size = metrics.capHeight() * 1.4;
    const QString parts = text.normalized(QString::NormalizationForm_D);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QChar letter = parts[i];
        const bool barred = letter == u'đ' || letter == u'Đ';
        const QString drawn(letter == u'đ' ? QChar(u'd') : letter == u'Đ' ? QChar(u'D') : letter);
        const double width = metrics.horizontalAdvance(drawn);
        painter.save();
        painter.translate(x, y + random.between(-0.05, 0.05) * size);
        painter.rotate(random.between(-5.0, 5.0));
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(0, 0), drawn);
        QPainterPath marks;
        const bool tall = letter.isUpper() || barred || QStringLiteral("bdhkl").contains(letter);
        double top = -(tall ? metrics.capHeight() : metrics.xHeight()) - size * 0.06;
        if (barred) {
            marks.moveTo(width * 0.2, -metrics.capHeight() * 0.72);
            marks.lineTo(width * 0.9, -metrics.capHeight() * 0.78);
        }
        for (; i + 1 < parts.size() && parts[i + 1].isMark(); ++i) {
            strokeMark(marks, parts[i + 1].unicode(), width * 0.55, top, width, size);
            if (parts[i + 1].unicode() == 0x0302 || parts[i + 1].unicode() == 0x0306)
                top -= size * 0.12;
        }
        painter.setPen(QPen(color, size * 0.045, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(marks);
        painter.restore();
        x += width * random.between(0.98, 1.08);
    }
    painter.restore();
}

}  // namespace station::papers
