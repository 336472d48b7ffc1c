#include "tests/bench/papers/kinds.h"
#include "tests/bench/papers/pieces.h"

#include "core/dossier/field.h"
#include "resources/training/marks.h"

#include <QLinearGradient>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace station::papers {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double cardWidth = 85.6;  // ISO/IEC 7810 ID-1
constexpr double cardHeight = 54.0;

/// The face of a card: a tint, and the waves that keep copiers busy.
void drawFace(Page &page, double x, double y, double width, double height, const QColor &from,
              const QColor &to, Random &random)
{
    QPainter &painter = page.painter();
    painter.save();
    QPainterPath edge;
    const QRectF card(Page::px(x), Page::px(y), Page::px(width), Page::px(height));
    edge.addRoundedRect(card, Page::px(3), Page::px(3));
    QLinearGradient tint(card.topLeft(), card.bottomRight());
    tint.setColorAt(0, from);
    tint.setColorAt(1, to);
    painter.setPen(QPen(QColor(150, 150, 150), 2));
    painter.setBrush(tint);
    painter.drawPath(edge);
    painter.setClipPath(edge);
    painter.setPen(QPen(from.darker(107), 2));
    painter.setBrush(Qt::NoBrush);
    const double phase = random.between(0.0, 6.0);
    for (double base = y - 5; base < y + height + 5; base += 1.5) {
        QPolygonF wave;
        for (double dx = 0; dx <= width; dx += 1.5)
            wave << QPointF(Page::px(x + dx),
                            Page::px(base + 2.4 * std::sin(dx / 7 + phase + base / 9)));
        painter.drawPolyline(wave);
    }
    painter.restore();
}

Ink sans(const QString &family, double pt, bool bold = false,
         const QColor &color = QColor(30, 32, 40))
{
    return {.family = family, .pt = pt, .bold = bold, .color = color};
}

/// Two cards on a page, or one a page; hands out the place of each face.
class Faces {
public:
    Faces(Draft &draft, double width, double height)
        : m_draft(draft), m_width(width), m_height(height)
    {
        m_apart = draft.random.chance(0.3);
        m_x = draft.random.between(20.0, 190.0 - width);
        m_y = draft.random.between(20.0, 60.0);
    }
    Page &next(double &x, double &y)
    {
        if (m_page == nullptr || m_apart) {
            m_page = &m_draft.newSide();
            y = m_y;
        } else {
            y = m_y + m_height + m_draft.random.between(6.0, 24.0);
        }
        x = std::clamp(m_x + m_draft.random.between(-2.0, 2.0), 4.0, 206.0 - m_width);
        return *m_page;
    }

private:
    Draft &m_draft;
    double m_width;
    double m_height;
    bool m_apart = false;
    double m_x = 0.0;
    double m_y = 0.0;
    Page *m_page = nullptr;
};

QString withoutMarks(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c == u'đ' ? QChar(u'd') : c == u'Đ' ? QChar(u'D') : c;
    }
    return plain.toUpper();
}

/// ICAO 9303: weights 7, 3, 1 on digits and letters.
QString checkDigit(const QString &text)
{
    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const int value = c.isDigit() ? c.digitValue() : c.isLetter() ? c.unicode() - u'A' + 10 : 0;
        sum += value * weights[std::size_t(i % 3)];
    }
    return QString::number(sum % 10);
}

double pair(Page &page, double x, double y, double width, const QString &label,
            const QString &value, const Ink &small, const Ink &large)
{
    return page.paragraph(x, y, width, {{label + u' ', small}, {value, large}}, {.pitch = 1.25});
}

}  // namespace

void drawIdentityCard(Draft &draft)
{
    draft.paperType = u"cccd"_s;
    Random &random = draft.random;
    const Person person = somePerson(random, draft.province);
    const QString family = random.pick({u"Noto Sans", u"Liberation Sans", u"DejaVu Sans"});
    const double f = family.startsWith(u"DejaVu") ? 0.85 : family.startsWith(u"Noto") ? 0.93 : 1.0;
    const auto ink = [&](double pt, bool bold = false, const QColor &c = QColor(30, 32, 40)) {
        return sans(family, pt * f, bold, c);
    };
    const bool newCard = random.chance(0.25);  // Căn cước, from July 2024
    const QDate issued = newCard ? someDate(random, 2024, 2024) : person.idIssued;
    const QDate expires =
        person.born
            .addYears(person.born.year() < 1966 ? 60 : 25 + 15 * ((2024 - person.born.year()) / 15))
            .addYears(15);
    const QString payload = QStringList{person.id,
                                        person.oldId,
                                        person.name,
                                        person.born.toString(u"ddMMyyyy"_s),
                                        person.sex(),
                                        person.address,
                                        issued.toString(u"ddMMyyyy"_s)}
                                .join(u'|') +
                            (newCard ? u"||||"_s : QString());
    Faces faces(draft, cardWidth, cardHeight);
    double x = 0;
    double y = 0;
    Page &front = faces.next(x, y);
    drawFace(front, x, y, cardWidth, cardHeight,
             newCard ? QColor(250, 226, 208) : QColor(206, 232, 230), QColor(240, 228, 218),
             random);
    const QColor red(180, 36, 44);
    front.centred(x + 46, y + 6, 60, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, ink(5.8, true));
    front.centred(x + 46, y + 9, 60, u"Độc lập - Tự do - Hạnh phúc"_s, ink(5.4, true));
    front.centred(x + 43, y + 14.4, 60, newCard ? u"CĂN CƯỚC"_s : u"CĂN CƯỚC CÔNG DÂN"_s,
                  ink(9.5, true, red));
    front.centred(x + 43, y + 17.4, 60, newCard ? u"IDENTITY CARD"_s : u"Citizen Identity Card"_s,
                  ink(5.2, false, red));
    training::drawPortrait(front.painter(), x + 3, y + 16, 20, 27);
    front.ignore(x + 3, y + 16, 20, 27);
    const double c = x + 26;
    const Ink label = ink(5.4);
    const Ink value = ink(7.2, true);
    const QString shown = draft.know(key::ownerName, person.name.toUpper());
    draft.know(key::personalId, person.id);
    draft.know(key::birthDate, slashed(person.born));
    draft.know(key::sex, person.sex());
    draft.know(key::address, person.address);
    draft.know(key::documentDate, slashed(issued));
    draft.know(key::expiryDate, slashed(expires));
    double at = y + 22.5;
    at =
        pair(front, c, at, 56,
             newCard ? u"Số định danh cá nhân / Personal identification number:"_s : u"Số / No.:"_s,
             person.id, label, ink(9, true)) +
        0.6;
    front.text(c, at,
               newCard ? u"Họ, chữ đệm và tên khai sinh / Full name:"_s
                       : u"Họ và tên / Full name:"_s,
               label);
    front.text(c, at += 3.4, shown, ink(7.8, true));
    at = pair(front, c, at + 3.6, 56, u"Ngày sinh / Date of birth:"_s, slashed(person.born), label,
              value);
    const double half = at + 0.3;
    pair(front, c, half, 22, u"Giới tính / Sex:"_s, person.sex(), label, value);
    at = pair(front, c + 26, half, 34, u"Quốc tịch / Nationality:"_s, u"Việt Nam"_s, label, value);
    const auto drawCode = [&](Page &page, double qx, double qy) {
        const double size = random.between(12.5, 15.0);
        page.setQr(training::drawQr(page.painter(), qx, qy, size, payload), size, qx, qy, payload);
    };
    if (newCard) {
        front.text(x + 26, y + 50.5, u"Có giá trị đến / Date of expiry: "_s + slashed(expires),
                   label);
    } else {
        at = pair(front, c, at + 0.2, 57, u"Quê quán / Place of origin:"_s, person.origin, label,
                  ink(6.4, true));
        front.text(c, at, u"Nơi thường trú / Place of residence:"_s, label);
        front.paragraph(c, at + 3, 57, {{person.address, ink(6.2, true)}}, {.pitch = 1.15});
        front.text(x + 3, y + 46.5, u"Có giá trị đến:"_s, ink(4.8));
        front.text(x + 3, y + 49.5, slashed(expires), ink(6, true));
        drawCode(front, x + 69.5, y + 3);
    }

    Page &back = faces.next(x, y);
    drawFace(back, x, y, cardWidth, cardHeight, QColor(214, 234, 226), QColor(236, 230, 214),
             random);
    if (newCard) {
        back.text(x + 4, y + 6, u"Nơi cư trú / Place of residence:"_s, label);
        back.paragraph(x + 4, y + 9.2, 58, {{person.address, ink(6.4, true)}}, {.pitch = 1.15});
        back.text(x + 4, y + 16, u"Nơi đăng ký khai sinh / Place of birth: "_s + person.origin,
                  label);
        back.text(x + 4, y + 20, u"Ngày, tháng, năm cấp / Date of issue: "_s + slashed(issued),
                  label);
        back.text(x + 4, y + 24, u"BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY"_s, ink(5.2, true));
        drawCode(back, x + 68, y + 3);
    } else {
        back.text(x + 4, y + 6, u"Đặc điểm nhận dạng / Personal identification:"_s, label);
        back.text(x + 4, y + 9.4,
                  random.pick({u"Nốt ruồi cách 1 cm dưới mắt trái",
                               u"Sẹo chấm cách 2 cm trên đầu lông mày phải"}),
                  ink(6.2, true));
        back.text(x + 4, y + 14, u"Ngày, tháng, năm / Date, month, year: "_s + slashed(issued),
                  ink(5.8));
        back.text(x + 4, y + 18, u"CỤC TRƯỞNG CỤC CẢNH SÁT"_s, ink(5.2, true));
        back.text(x + 4, y + 20.6, u"QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"_s, ink(5.2, true));
        drawPenStroke(draft, back, x + 10, y + 29, 18, 0.5);
    }
    draft.leaveOpen(key::issuingAgency);
    draft.leaveOpen(key::signer);
    draft.leaveOpen(key::signerTitle);
    draft.leaveOpen(key::subject);
    draft.leaveOpen(key::place);
    draft.leaveOpen(key::documentNumber);
    const Ink machine{.family = u"Liberation Mono"_s, .pt = 9.5, .bold = true};
    const QString born = person.born.toString(u"yyMMdd"_s);
    const QString until = expires.toString(u"yyMMdd"_s);
    const QString number = person.id.right(9);
    const QString first = u"IDVNM"_s + number + checkDigit(number) + person.id + u"<<"_s;
    back.text(x + 4, y + 42, first + checkDigit(first.mid(5)), machine);
    back.text(x + 4, y + 46.4,
              born + checkDigit(born) + (person.woman ? u'F' : u'M') + until + checkDigit(until) +
                  u"VNM<<<<<<<<<<<"_s + checkDigit(born + until),
              machine);
    const QString plain = withoutMarks(person.name);
    const QString name =
        plain.section(u' ', 0, 0) + u"<<"_s + plain.section(u' ', 1).replace(u' ', u'<');
    back.text(x + 4, y + 50.8, name.leftJustified(30, u'<').left(30), machine);
}

void drawDrivingLicence(Draft &draft)
{
    draft.paperType = u"gplx"_s;
    Random &random = draft.random;
    const Person person = somePerson(random, draft.province);
    const QString family = random.pick({u"Noto Sans", u"Liberation Sans", u"Liberation Sans"});
    const double f = family.startsWith(u"Noto") ? 0.92 : 1.0;
    const auto ink = [&](double pt, bool bold = false, const QColor &c = QColor(30, 32, 40)) {
        return sans(family, pt * f, bold, c);
    };
    const QDate passed = someDate(random, std::max(2006, person.born.year() + 18), 2024);
    const QDate issued = passed.addDays(random.between(7, 25));
    const QString number = licenceNumber(random, draft.province, person, passed.year());
    const QString class_ = random.pick({u"A1", u"A2", u"B1", u"B2", u"C", u"D", u"E", u"FC"});
    const bool endless = class_.startsWith(u'A');
    const QDate expires = issued.addYears(
        class_ == u"C" || class_ == u"D" || class_ == u"E" || class_ == u"FC" ? 5 : 10);
    Faces faces(draft, cardWidth, cardHeight);
    double x = 0;
    double y = 0;
    Page &front = faces.next(x, y);
    drawFace(front, x, y, cardWidth, cardHeight, QColor(253, 240, 196), QColor(247, 214, 170),
             random);
    const QColor red(190, 30, 30);
    const bool police = random.chance(0.2);
    front.centred(x + 14, y + 5.5, 26, police ? u"BỘ CÔNG AN"_s : u"BỘ GTVT"_s, ink(6.4, true));
    front.centred(x + 14, y + 8.4, 26, police ? u"MPS"_s : u"MOT"_s, ink(5));
    front.centred(x + 56, y + 5.5, 56, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, ink(6.2, true));
    front.centred(x + 56, y + 8.5, 56, u"Độc lập - Tự do - Hạnh phúc"_s, ink(5.8, true));
    front.centred(
        x + 54, y + 13.6, 60,
        random.pick({u"GIẤY PHÉP LÁI XE/DRIVER'S LICENSE", u"GIẤY PHÉP LÁI XE / DRIVING LICENSE"}),
        ink(7.6, true, red));
    draft.know(key::licenceNumber, number);
    draft.know(key::documentNumber, number);
    front.text(x + 36, y + 18.6, u"Số/No: "_s + number, ink(8.5, true, red));
    training::drawPortrait(front.painter(), x + 3, y + 11, 20, 26.5);
    front.ignore(x + 3, y + 11, 20, 26.5);
    const Ink label = ink(5.6);
    const Ink value = ink(7, true);
    const double c = x + 26;
    double at = y + 23;
    at = pair(front, c, at, 57, u"Họ tên/Full name:"_s,
              draft.know(key::ownerName, person.name.toUpper()), label, value) +
         0.8;
    at = pair(front, c, at, 57, u"Ngày sinh/Date of Birth:"_s,
              draft.know(key::birthDate, slashed(person.born)), label, value) +
         0.8;
    at = pair(front, c, at, 57, u"Quốc tịch/Nationality:"_s, u"VIỆT NAM"_s, label, value) + 0.8;
    at = pair(front, c, at, 57, u"Nơi cư trú/Address:"_s, draft.know(key::address, person.address),
              label, ink(6.6, true)) +
         0.6;
    draft.know(key::place, draft.province.name);
    draft.know(key::documentDate, slashed(issued));
    front.centred(x + 58, y + 43.2, 52, draft.province.name + u", "_s + spokenDate(issued),
                  ink(6).slanted());
    const QString title = random.pick({u"GIÁM ĐỐC", u"PHÓ GIÁM ĐỐC", u"KT. GIÁM ĐỐC"});
    draft.know(key::signerTitle, title);
    front.centred(x + 60, y + 45.8, 40, title, ink(5.6, true));
    draft.know(key::licenceClass, class_);
    front.text(x + 3, y + 42, u"Hạng/Class: "_s + class_, ink(7.4, true, red));
    const QString until = endless ? u"Không thời hạn"_s : slashed(expires);
    draft.know(key::expiryDate, until);
    front.text(x + 3, y + 46.4, u"Có giá trị đến/Expires:"_s, ink(5.4));
    front.text(x + 3, y + 49.8, until, ink(6.8, true));
    drawPenStroke(draft, front, x + 52, y + 50, 16, 0.5);
    front.centred(x + 60, y + 52.4, 40, draft.know(key::signer, someName(random, false)),
                  ink(6.4, true));
    draft.leaveOpen(key::issuingAgency);
    draft.leaveOpen(key::parentAgency);
    draft.leaveOpen(key::subject);

    Page &back = faces.next(x, y);
    drawFace(back, x, y, cardWidth, cardHeight, QColor(253, 243, 210), QColor(250, 224, 186),
             random);
    back.centred(x + 43, y + 6.5, 80, u"CÁC LOẠI XE CƠ GIỚI ĐƯỜNG BỘ ĐƯỢC ĐIỀU KHIỂN"_s,
                 ink(6.2, true));
    back.centred(x + 43, y + 9.8, 80, u"CLASSIFICATION OF MOTOR VEHICLES"_s, ink(5.2));
    draft.know(key::passedDate, slashed(passed));
    const QString what =
        endless ? u"Xe mô tô hai bánh có dung tích xi-lanh từ 50 cm3 đến dưới 175 cm3"_s
                : u"Ô tô chở người đến 9 chỗ ngồi; ô tô tải, máy kéo có trọng tải dưới 3.500 kg"_s;
    back.table(x + 3, y + 12.5,
               {.widths = {12, 46, 21.6},
                .rows = {{u"Hạng"_s, u"Loại xe"_s, u"Ngày trúng tuyển"_s},
                         {class_, what, slashed(passed)}},
                .aligns = {Align::Centre, Align::Left, Align::Centre},
                .ink = ink(5.8),
                .padding = 1.0});
}

void drawVehicleRegistration(Draft &draft)
{
    draft.paperType = u"dang_ky_xe"_s;
    Random &random = draft.random;
    const Person person = somePerson(random, draft.province);
    const Company company = someCompany(random, draft.province);
    const Vehicle vehicle = someVehicle(random, draft.province);
    const bool ofCompany = random.chance(0.35);
    const QDate first = someDate(random, vehicle.year.toInt(), 2024);
    const QString family = random.pick({u"Liberation Serif", u"Liberation Sans", u"Noto Sans"});
    const double f = family.startsWith(u"Noto") ? 0.9 : 1.0;
    const auto ink = [&](double pt, bool bold = false, const QColor &c = QColor(30, 32, 40)) {
        return sans(family, pt * f, bold, c);
    };
    constexpr double w = 120;
    constexpr double h = 84;
    Faces faces(draft, w, h);
    double x = 0;
    double y = 0;
    Page &front = faces.next(x, y);
    drawFace(front, x, y, w, h, QColor(250, 232, 190), QColor(250, 240, 214), random);
    front.centred(x + w / 2, y + 8, w, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, ink(8.5, true));
    front.centred(x + w / 2, y + 12, w, u"Độc lập - Tự do - Hạnh phúc"_s, ink(8.5, true));
    const QString title =
        draft.know(key::subject, random.chance(0.7) ? u"CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s
                                                    : u"GIẤY CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s);
    draft.leaveOpen(key::subject);
    front.centred(x + w / 2, y + 19, w, title, ink(12, true, QColor(180, 30, 30)));
    const QString no = random.digits(6);
    draft.know(key::documentNumber, no);
    front.centred(x + w / 2, y + 24, w, u"Số/Number: "_s + no, ink(9, true));
    const Ink label = ink(8);
    const Ink value = ink(8.6, true);
    const double c = x + 6;
    const QString owner = ofCompany ? company.name.toUpper() : person.name.toUpper();
    draft.know(key::ownerName, owner);
    draft.know(key::address, ofCompany ? company.address : person.address);
    double at = y + 31;
    at = pair(front, c, at, w - 12,
              random.pick({u"Tên chủ xe (Owner's full name):", u"Tên chủ xe:", u"Chủ xe (Owner):"}),
              owner, label, value) +
         1.4;
    at = pair(front, c, at, w - 12,
              random.pick({u"Địa chỉ (Address):", u"Nơi thường trú:", u"Địa chỉ:"}),
              ofCompany ? company.address : person.address, label, value) +
         1.4;
    const bool english = random.chance(0.5);
    const auto l = [&](const char16_t *vietnamese, const char16_t *other) {
        const QString v = QString::fromUtf16(vietnamese);
        return english ? v + u" ("_s + QString::fromUtf16(other) + u"):"_s : v + u':';
    };
    pair(front, c, at, 52, l(u"Nhãn hiệu", u"Brand"), draft.know(key::vehicleBrand, vehicle.brand),
         label, value);
    at = pair(front, x + 62, at, 54, l(u"Loại xe", u"Type"),
              draft.know(key::vehicleKind, vehicle.kind), label, value) +
         1.4;
    pair(front, c, at, 52, l(u"Màu sơn", u"Color"), draft.know(key::paintColour, vehicle.colour),
         label, value);
    at = pair(front, x + 62, at, 54, l(u"Số chỗ ngồi", u"Seat capacity"),
              draft.know(key::seats, vehicle.seats), label, value) +
         1.4;
    at = pair(front, c, at, w - 12, l(u"Số máy", u"Engine N°"),
              draft.know(key::engineNumber, vehicle.engine), label, value) +
         1.4;
    at = pair(front, c, at, w - 12, l(u"Số khung", u"Chassis N°"),
              draft.know(key::chassisNumber, vehicle.chassis), label, value) +
         1.4;

    Page &back = faces.next(x, y);
    drawFace(back, x, y, w, h, QColor(250, 236, 204), QColor(248, 242, 222), random);
    const double d = x + 6;
    at = y + 10;
    pair(back, d, at, 52, l(u"Năm sản xuất", u"Year of manufacture"),
         draft.know(key::madeYear, vehicle.year), label, value);
    at = pair(back, x + 62, at, 54, l(u"Nước SX", u"Country"),
              draft.know(key::madeCountry, vehicle.country), label, value) +
         1.6;
    if (!vehicle.load.isEmpty())
        at = pair(back, d, at, w - 12, random.pick({u"Tải trọng hàng hóa:", u"Tải trọng (Load):"}),
                  vehicle.load + u" kg"_s, label, value) +
             1.6;
    if (!vehicle.load.isEmpty()) {
        draft.know(key::load, vehicle.load);
        draft.leaveOpen(key::load);  // with or without the unit
    }
    draft.know(key::plate, vehicle.plate);
    back.text(d, at + 3,
              random.pick({u"Biển số đăng ký (N° Plate)", u"Biển số đăng ký", u"Biển số"}), label);
    back.text(d + 2, at + 10, vehicle.plate + (random.chance(0.3) ? u" (V)"_s : QString()),
              ink(13, true));
    if (random.chance(0.6)) {
        const QDate limit =
            QDate(vehicle.year.toInt() + (vehicle.load.isEmpty() ? 20 : 25), 12, 31);
        draft.know(key::expiryDate, slashed(limit));
        back.text(d, at + 17,
                  random.pick({u"Giá trị đến ngày: ", u"Đăng ký xe có giá trị đến ngày: "}) +
                      slashed(limit),
                  label);
    }
    const QString place = draft.know(key::place, draft.province.name);
    draft.know(key::documentDate, slashed(first));
    back.centred(x + 86, at + 4, 66, place + u", "_s + spokenDate(first), ink(8).slanted());
    draft.know(key::signerTitle, u"TRƯỞNG PHÒNG"_s);
    back.centred(x + 88, at + 8.5, 60, u"TRƯỞNG PHÒNG"_s, ink(8, true));
    drawPenStroke(draft, back, x + 80, at + 26, 22, 0.5);
    if (random.chance(0.8)) {
        back.painter().save();
        back.painter().setCompositionMode(QPainter::CompositionMode_Multiply);
        training::drawSeal(back.painter(), x + 78, at + 23,
                           u"CÔNG AN "_s + draft.province.full().toUpper() + u" * "_s,
                           u"PHÒNG CSGT\nĐƯỜNG BỘ"_s, 6);
        back.painter().restore();
    }
    back.centred(x + 88, at + 34, 60, draft.know(key::signer, someName(random, false)),
                 ink(8.4, true));
    draft.leaveOpen(key::issuingAgency);
}

void drawInspection(Draft &draft)
{
    draft.paperType = u"kiem_dinh_xe"_s;
    Random &random = draft.random;
    const Vehicle vehicle = someVehicle(random, draft.province);
    Page &page = draft.newSide();
    const Ink ink = draft.style.ink.sized(draft.style.ink.pt - 1.5);
    draft.style.ink = ink;
    draft.style.penned = false;
    draft.style.dotsAfter = draft.style.dotsBelow = false;
    const double middle = draft.style.left + draft.style.width / 2;
    double y = drawMotto(page, middle, 20, ink) + 3;
    const bool old = random.chance(0.5);
    const QString title =
        old ? u"GIẤY CHỨNG NHẬN KIỂM ĐỊNH AN TOÀN KỸ THUẬT VÀ BẢO VỆ MÔI TRƯỜNG PHƯƠNG TIỆN GIAO THÔNG CƠ GIỚI ĐƯỜNG BỘ"_s
            : u"GIẤY CHỨNG NHẬN KIỂM ĐỊNH"_s;
    draft.know(key::subject, title);
    y = page.centred(middle, y, 150, title, ink.sized(13).strong());
    y = page.centred(middle, y, 150, u"(PERIODICAL INSPECTION CERTIFICATE OF MOTOR VEHICLE)"_s,
                     ink.sized(ink.pt - 2));
    const QString no = random.pick({u"EA-", u"KE-", u"DA-"}) + random.digits(7);
    draft.know(key::documentNumber, no);
    page.text(draft.style.left + draft.style.width - 44, y + 3, u"Số: "_s + no, ink.strong());
    draft.style.numbered = false;
    Form form(draft, page, y + 11);
    form.plain(u"1. PHƯƠNG TIỆN (VEHICLE)"_s, Align::Left);
    form.items(
        {{random.pick({u"Biển đăng ký (Registration Number)", u"Biển đăng ký", u"Biển số đăng ký"}),
          vehicle.plate, key::plate},
         {u"Số quản lý"_s, random.digits(4) + u"S-"_s + random.digits(6)}});
    form.items({{u"Loại phương tiện (Type)"_s, vehicle.kind, key::vehicleKind},
                {u"Nhãn hiệu (Mark)"_s, vehicle.brand, key::vehicleBrand}});
    form.items({{u"Số máy (Engine Number)"_s, vehicle.engine, key::engineNumber},
                {u"Số khung (Chassis Number)"_s, vehicle.chassis, key::chassisNumber}});
    form.items({{u"Năm sản xuất"_s, vehicle.year, key::madeYear},
                {u"Nước sản xuất"_s, vehicle.country, key::madeCountry},
                {u"Niên hạn SD"_s, u"31/12/%1"_s.arg(vehicle.year.toInt() + 25)}});
    form.plain(u"2. THÔNG SỐ KỸ THUẬT (SPECIFICATIONS)"_s, Align::Left);
    form.items({{u"Công thức bánh xe"_s, u"4x2"_s},
                {u"Vết bánh xe"_s,
                 u"%1/%2 (mm)"_s.arg(random.between(1300, 1900)).arg(random.between(1300, 1900))}});
    form.items({{u"Kích thước bao"_s, u"%1x1995x2700 (mm)"_s.arg(random.between(4200, 8900))},
                {u"Khối lượng bản thân"_s, u"%1 (kg)"_s.arg(random.between(1400, 9000))}});
    form.items({{u"Số người cho phép chở"_s, vehicle.seats + u" chỗ ngồi"_s},
                {u"Loại nhiên liệu"_s, u"Diesel"_s}});
    draft.know(key::seats, vehicle.seats);
    const QDate date = someDate(random, 2021, 2024);
    const QDate expires = date.addMonths(random.pick(std::vector{6, 12, 24})).addDays(-1);
    form.item(random.pick({u"Có hiệu lực đến hết ngày", u"Giấy chứng nhận có hiệu lực đến ngày",
                           u"Có hiệu lực đến hết ngày (Valid until)"}),
              slashed(expires), key::expiryDate);
    draft.know(key::documentDate, slashed(date));
    const QString place = draft.know(key::place, draft.province.name);
    page.centred(152, form.y() + 3, 90, place + u", "_s + spokenDate(date), ink.slanted());
    const QString unit =
        random.pick({u"TRUNG TÂM ĐĂNG KIỂM XE CƠ GIỚI ", u"CÔNG TY CỔ PHẦN ĐĂNG KIỂM "}) +
        random.pick(draft.province.plates) + random.pick({u"01S", u"02S", u"03D"});
    draft.know(key::issuingAgency, unit);
    Signing signing{.titles = {unit, random.pick({u"GIÁM ĐỐC", u"PHÓ GIÁM ĐỐC"})}};
    draft.know(key::signerTitle, signing.titles.last());
    signing.name = draft.know(key::signer, someName(random, false));
    signing.sealRing = u"CỤC ĐĂNG KIỂM VIỆT NAM * "_s;
    signing.sealCentre = u"TRUNG TÂM\nĐĂNG KIỂM"_s;
    drawSigning(draft, page, 152, form.y() + 9, signing);
    draft.leaveOpen(key::load);
}

}  // namespace station::papers
