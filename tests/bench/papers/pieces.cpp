#include "tests/bench/papers/pieces.h"

#include "core/dossier/field.h"
#include "resources/training/marks.h"

#include <algorithm>

namespace station::papers {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

const QColor penBlue(30, 48, 150);

Ink byPen(const Ink &like, double factor = 1.2)
{
    Ink ink = like;
    ink.pen = true;
    ink.color = penBlue;
    ink.pt *= factor;
    return ink;
}

}  // namespace

double drawMotto(Page &page, double x, double y, const Ink &ink)
{
    const Ink first = ink.sized(ink.pt - 1).strong();
    page.centred(x, y, 120, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, first);
    const QString motto = u"Độc lập - Tự do - Hạnh phúc"_s;
    y += ink.pt * 0.46;
    page.centred(x, y, 120, motto, ink.strong());
    const double half = page.widthOf(motto, ink.strong()) / 2;
    page.line(x - half, y + 1.8, x + half, y + 1.8);
    return y + 8;
}

void drawRule(Page &page, double x, double next, double pt, double half)
{
    const double y = next - pt * 0.4304 + pt * 0.15;
    page.line(x - half, y, x + half, y);
}

double drawHead(Draft &draft, Page &page, double y, const Head &head)
{
    Random &random = draft.random;
    const Ink ink = draft.style.ink;
    const Ink caps = ink.sized(std::min(12.5, ink.pt - 0.5));
    const double x = draft.style.left + 33;
    const double right = 210 - 12 - 46;
    drawMotto(page, right, y, ink);

    double left = y;
    if (!head.agency.parent.isEmpty()) {
        left = page.centred(x, left, 74, head.agency.parent, caps);
        draft.know(key::parentAgency, head.agency.parent);
    }
    for (const QString &line : head.agency.name.split(u'\n'))
        left = page.centred(x, left, 74, line, caps.strong());
    draft.know(key::issuingAgency, QString(head.agency.name).replace(u'\n', u' '));
    const double half = random.between(9.0, 14.0);
    drawRule(page, x, left, caps.pt, half);

    const bool numberByPen = !head.alwaysPrinted && random.chance(0.25);
    const bool dayByPen =
        !head.alwaysPrinted && (numberByPen ? random.chance(0.7) : random.chance(0.05));
    left = std::max(left + 3.2, y + ink.pt * 0.46 + 9.5);
    const double base = left;
    if (!head.number.isEmpty()) {
        const QString colon = random.chance(0.9) ? u"Số: "_s : u"Số : "_s;
        draft.know(key::documentNumber, head.number + u'/' + head.sign, numberByPen);
        if (numberByPen) {
            const double penned = page.widthOf(head.number, byPen(ink)) + 5;
            const double width = page.widthOf(u"Số:/"_s + head.sign, ink) + penned;
            double at = page.text(x - width / 2, left, u"Số:"_s, ink);
            page.text(at + 1.5, left - 0.5, head.number, byPen(ink));
            page.text(at + penned, left, u'/' + head.sign, ink);
        } else {
            page.centred(x, left, 80, colon + head.number + u'/' + head.sign, ink);
        }
        left += ink.pt * 0.46;
    }
    draft.know(key::place, head.agency.place);
    draft.know(key::documentDate, slashed(head.date), dayByPen);
    const Ink slanted = ink.slanted();
    const QString date = spokenDate(head.date);
    if (dayByPen) {
        const QString before = head.agency.place + u", ngày"_s;
        const QString after = date.mid(7);
        const double room = page.widthOf(u"        "_s, slanted);
        const double width = page.widthOf(before, slanted) + room + page.widthOf(after, slanted);
        double at = page.text(right - width / 2, base, before, slanted);
        page.text(at + 1.5, base - 0.5, date.mid(5, 2), byPen(ink));
        page.text(at + room, base, after.trimmed(), slanted);
    } else {
        page.centred(right, base, 100, head.agency.place + u", "_s + date, slanted);
    }
    if (!head.aboutLine.isEmpty()) {
        draft.know(key::subject, head.aboutLine);
        left = page.centred(x, left, 70,
                            random.pick({u"V/v ", u"V/v: ", u"Về việc "}) + head.aboutLine,
                            ink.sized(std::min(12.0, ink.pt - 0.5)));
    }
    return left + 6;
}

void drawPenStroke(Draft &draft, Page &page, double x, double y, double widthMm, double scale)
{
    QPainter &painter = page.painter();
    painter.save();
    painter.translate(Page::px(x), Page::px(y));
    painter.scale(scale, scale);
    training::drawSignature(painter, 0, 0, quint32(draft.random.next()), widthMm / scale);
    painter.restore();
    page.ignore(x, y - 12 * scale, widthMm * 1.1, 18 * scale);
}

double drawSigning(Draft &draft, Page &page, double x, double y, const Signing &signing)
{
    Random &random = draft.random;
    const Ink ink = draft.style.ink;
    const double top = y;
    for (const QString &title : signing.titles)
        y = page.centred(x, y, 88, title, ink.strong());
    if (!signing.note.isEmpty())
        y = page.centred(x, y, 80, signing.note, ink.slanted().sized(ink.pt - 1));
    const double nameAt = y + random.between(17.0, 25.0);
    if (!signing.name.isEmpty())
        page.centred(x, nameAt, 88, signing.name, ink.strong());
    if (!signing.sealRing.isEmpty()) {
        // ND 30/2020: the seal covers about a third of the signature, on its left.
        page.painter().save();
        page.painter().setCompositionMode(QPainter::CompositionMode_Multiply);
        const double middle = (top + nameAt) / 2 + random.between(-2.0, 3.0);
        training::drawSeal(page.painter(), x - random.between(8.0, 17.0), middle, signing.sealRing,
                           signing.sealCentre, random.between(-14.0, 14.0));
        page.painter().restore();
    }
    if (signing.signature) {
        const double over =
            random.chance(0.2) ? random.between(-5.0, 0.0) : random.between(-14.0, -9.5);
        training::drawSignature(page.painter(), x - random.between(8.0, 18.0), nameAt + over,
                                quint32(random.next()), random.between(24.0, 40.0));
    }
    page.ignore(x - 34, y - 2, 72, nameAt - y - 3);
    return nameAt + 6;
}

Signing someSigning(Draft &draft, const Agency &agency)
{
    Random &random = draft.random;
    Signing signing;
    const bool committee = agency.abbreviation == u"UBND";
    if (committee)
        signing.titles << u"TM. ỦY BAN NHÂN DÂN"_s;
    const double kind = random.between(0.0, 1.0);
    if (kind < 0.45) {
        signing.titles << agency.chief;
    } else if (kind < 0.85) {
        signing.titles << u"KT. "_s + agency.chief << u"PHÓ "_s + agency.chief;
    } else {
        signing.titles << u"TL. "_s + agency.chief
                       << random.pick({u"CHÁNH VĂN PHÒNG", u"TRƯỞNG PHÒNG QUẢN LÝ VẬN TẢI"});
    }
    draft.know(key::signerTitle, signing.titles.last());
    signing.name = draft.know(key::signer, someName(random, random.chance(0.3)));
    if (random.chance(0.85)) {
        signing.sealRing = (agency.parent.isEmpty() ? u"NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s
                                                    : agency.parent) +
                           u" * "_s;
        QStringList words = QString(agency.name).replace(u'\n', u' ').split(u' ');
        const qsizetype half = (words.size() + 1) / 2;
        signing.sealCentre = words.mid(0, half).join(u' ') + u'\n' + words.mid(half).join(u' ');
    }
    return signing;
}

void drawReceivers(Draft &draft, Page &page, double y, const QStringList &receivers)
{
    const Ink ink = draft.style.ink;
    const double x = draft.style.left;
    page.text(x, y, u"Nơi nhận:"_s, ink.sized(ink.pt - 1).strong().slanted());
    for (const QString &receiver : receivers)
        page.text(x, y += ink.pt * 0.38, u"- "_s + receiver, ink.sized(ink.pt - 2));
}

void drawReceivedStamp(Draft &draft, Page &page, double x, double y)
{
    Random &random = draft.random;
    QPainter &painter = page.painter();
    painter.save();
    painter.translate(Page::px(x), Page::px(y));
    painter.rotate(random.between(-6.0, 6.0));
    painter.setOpacity(0.75);
    const QColor color = random.chance(0.6) ? QColor(200, 30, 44) : QColor(40, 60, 160);
    painter.setPen(QPen(color, Page::px(0.5)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(0, 0, Page::px(48), Page::px(24)));
    QFont font(u"Liberation Sans"_s);
    font.setPixelSize(40);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QPointF(Page::px(2), Page::px(5)),
                     random.pick({u"SỞ GIAO THÔNG VẬN TẢI", u"VĂN PHÒNG", u"BỘ PHẬN MỘT CỬA"}));
    painter.drawText(QPointF(Page::px(2), Page::px(13)), u"ĐẾN  Số: ........."_s);
    painter.drawText(QPointF(Page::px(2), Page::px(20)),
                     u"Ngày: "_s + slashed(someDate(random, 2020, 2024)));
    painter.restore();
    page.ignore(x - 4, y - 4, 56, 32);
}

void drawChoice(Page &page, double x, double y, const QString &text, bool ticked, const Ink &ink)
{
    const double size = ink.pt * 0.26;
    page.box(x, y - size, size, size);
    if (ticked) {
        page.painter().setPen(QPen(penBlue, Page::px(0.45), Qt::SolidLine, Qt::RoundCap));
        const auto p = [&](double dx, double dy) {
            return QPointF(Page::px(x + dx * size), Page::px(y - size + dy * size));
        };
        page.painter().drawLine(p(0.1, 0.4), p(0.45, 0.95));
        page.painter().drawLine(p(0.45, 0.95), p(1.3, -0.3));
    }
    page.ignore(x - 0.5, y - size - 1, size + 1.5, size + 1.5);
    page.text(x + size + 1.5, y, text, ink);
}

}  // namespace station::papers
