#include "resources/training/marks.h"
#include "resources/training/papers.h"

#include <QLinearGradient>

namespace station::training {

using namespace Qt::StringLiterals;

namespace {

constexpr double cardWidth = 85.6;
constexpr double cardHeight = 54.0;
const QString sans = u"Noto Sans"_s;
const QColor ink(30, 32, 40);

void drawCard(Sheet &sheet, double x, double y, const QColor &from, const QColor &to)
{
    const QRectF card(Sheet::px(x), Sheet::px(y), Sheet::px(cardWidth), Sheet::px(cardHeight));
    QLinearGradient tint(card.topLeft(), card.bottomRight());
    tint.setColorAt(0, from);
    tint.setColorAt(1, to);
    sheet.painter().setPen(QPen(QColor(150, 150, 150), 2));
    sheet.painter().setBrush(tint);
    sheet.painter().drawRoundedRect(card, Sheet::px(3), Sheet::px(3));
}

Ink small(double pt, bool bold = false, const QColor &color = ink)
{
    return {.pt = pt, .bold = bold, .color = color, .family = sans};
}

void drawPair(Sheet &sheet, double x, double y, const QString &label, const QString &value)
{
    const double width = sheet.text(x, y, label + u" "_s, small(5.6));
    sheet.text(x + width, y, value, small(7, true));
}

}  // namespace

void drawDrivingLicence(Sheet &sheet)
{
    constexpr double x = 62;
    constexpr double y = 60;
    drawCard(sheet, x, y, QColor(253, 240, 196), QColor(247, 214, 170));
    sheet.centred(x + 16, y + 6, u"BỘ GTVT"_s, small(6.5, true));
    sheet.centred(x + 16, y + 9, u"MOT"_s, small(5));
    sheet.centred(x + 56, y + 5.5, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, small(6.4, true));
    sheet.centred(x + 56, y + 8.6, u"Độc lập - Tự do - Hạnh phúc"_s, small(5.8, true));
    const QColor red(190, 30, 30);
    sheet.centred(x + 55, y + 14, u"GIẤY PHÉP LÁI XE/DRIVER'S LICENSE"_s, small(8, true, red));
    sheet.text(x + 36, y + 19, u"Số/No: "_s + person::licence, small(8.5, true, red));
    drawPortrait(sheet.painter(), x + 3, y + 12, 20, 26.5);
    drawPair(sheet, x + 26, y + 24, u"Họ tên/Full name:"_s, person::name);
    drawPair(sheet, x + 26, y + 28, u"Ngày sinh/Date of birth:"_s, person::birthDate);
    drawPair(sheet, x + 26, y + 32, u"Quốc tịch/Nationality:"_s, u"VIỆT NAM"_s);
    drawPair(sheet, x + 26, y + 36, u"Nơi cư trú/Address:"_s, u"Thôn Đông, xã Định Trung,"_s);
    sheet.text(x + 26, y + 39.4, u"thành phố Vĩnh Yên, tỉnh Vĩnh Phúc"_s, small(7, true));
    sheet.text(x + 40, y + 43.4, u"Vĩnh Phúc, ngày 12 tháng 08 năm 2019"_s, small(6));
    sheet.centred(x + 61, y + 46.4, u"PHÓ GIÁM ĐỐC"_s, small(6, true));
    sheet.text(x + 3, y + 43, u"Hạng/Class: B2"_s, small(7.5, true, red));
    sheet.text(x + 3, y + 47, u"Có giá trị đến/Expires:"_s, small(5.6));
    sheet.text(x + 3, y + 50.5, person::licenceExpires, small(7, true));
    sheet.centred(x + 61, y + 52, u"Lê Quang Minh"_s, small(6.6, true));

    constexpr double back = y + 66;
    drawCard(sheet, x, back, QColor(253, 243, 210), QColor(250, 224, 186));
    sheet.centred(x + 43, back + 7, u"CÁC LOẠI XE CƠ GIỚI ĐƯỜNG BỘ ĐƯỢC ĐIỀU KHIỂN"_s,
                  small(6.4, true));
    sheet.centred(x + 43, back + 10.5, u"CLASSIFICATION OF MOTOR VEHICLES"_s, small(5.4));
    sheet.box(x + 4, back + 14, cardWidth - 8, 22, 0.12);
    sheet.line(x + 4, back + 20, x + cardWidth - 4, back + 20, 0.12);
    sheet.line(x + 62, back + 14, x + 62, back + 36, 0.12);
    sheet.text(x + 6, back + 18.4, u"Hạng B2"_s, small(6.4, true));
    sheet.text(x + 64, back + 18.4, u"Ngày trúng tuyển"_s, small(4.8));
    sheet.text(x + 6, back + 25, u"Ô tô chở người đến 9 chỗ ngồi; ô tô tải,"_s, small(6.2));
    sheet.text(x + 6, back + 29, u"máy kéo có trọng tải dưới 3.500 kg"_s, small(6.2));
    sheet.text(x + 64, back + 27, u"03/08/2019"_s, small(6.6, true));
}

void drawIdentityCard(Sheet &sheet)
{
    constexpr double x = 60;
    constexpr double y = 50;
    drawCard(sheet, x, y, QColor(214, 236, 232), QColor(240, 228, 222));
    sheet.centred(x + 43, y + 6, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, small(5.6, true));
    sheet.centred(x + 43, y + 9, u"Độc lập - Tự do - Hạnh phúc"_s, small(5.4, true));
    const QColor red(180, 36, 44);
    sheet.centred(x + 43, y + 14.2, u"CĂN CƯỚC CÔNG DÂN"_s, small(9.5, true, red));
    sheet.centred(x + 43, y + 17, u"Citizen Identity Card"_s, small(5.4, false, red));
    drawQr(sheet.painter(), x + 70.5, y + 3.5, 12.5,
           QStringList{person::id, person::oldId, person::name, u"15031985"_s, person::sex,
                       person::address, u"20042023"_s}
               .join(u'|'));
    drawPortrait(sheet.painter(), x + 3, y + 17, 20, 26.5);
    sheet.text(x + 26, y + 22.4, u"Số / No.:"_s, small(5.6));
    sheet.text(x + 36, y + 22.4, person::id, small(9, true));
    sheet.text(x + 26, y + 26.4, u"Họ và tên / Full name:"_s, small(5.4));
    sheet.text(x + 26, y + 30, person::name, small(7.6, true));
    drawPair(sheet, x + 26, y + 34, u"Ngày sinh / Date of birth:"_s, person::birthDate);
    drawPair(sheet, x + 26, y + 37.6, u"Giới tính / Sex:"_s, person::sex);
    drawPair(sheet, x + 50, y + 37.6, u"Quốc tịch / Nationality:"_s, u"Việt Nam"_s);
    drawPair(sheet, x + 26, y + 41.2, u"Quê quán / Place of origin:"_s, u"Định Trung, Vĩnh Yên"_s);
    sheet.text(x + 26, y + 44.8, u"Nơi thường trú / Place of residence:"_s, small(5.4));
    sheet.text(x + 26, y + 48, u"Thôn Đông, xã Định Trung,"_s, small(6.6, true));
    sheet.text(x + 26, y + 51, u"thành phố Vĩnh Yên, tỉnh Vĩnh Phúc"_s, small(6.6, true));
    sheet.text(x + 3, y + 46.6, u"Có giá trị đến:"_s, small(4.8));
    sheet.text(x + 3, y + 49.6, person::idExpires, small(6, true));

    constexpr double back = y + 66;
    drawCard(sheet, x, back, QColor(222, 238, 228), QColor(236, 232, 218));
    sheet.text(x + 4, back + 6, u"Đặc điểm nhận dạng / Personal identification:"_s, small(5.4));
    sheet.text(x + 4, back + 9.6, u"Nốt ruồi cách 1 cm dưới mắt trái"_s, small(6.4, true));
    sheet.text(x + 4, back + 14, u"Ngày, tháng, năm / Date, month, year: "_s + person::idIssued,
               small(5.8));
    sheet.text(x + 4, back + 18, u"CỤC TRƯỞNG CỤC CẢNH SÁT"_s, small(5.2, true));
    sheet.text(x + 4, back + 20.6, u"QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"_s, small(5.2, true));
    drawSignature(sheet.painter(), x + 10, back + 29, 71, 18);
    const Ink machine{.pt = 9.5, .bold = true, .color = ink, .family = u"Liberation Mono"_s};
    sheet.text(x + 5, back + 42, u"IDVNM1850012345026185001234<<8"_s, machine);
    sheet.text(x + 5, back + 46.4, u"8503153F4503157VNM<<<<<<<<<<<4"_s, machine);
    sheet.text(x + 5, back + 50.8, u"NGUYEN<<THI<THU<HUONG<<<<<<<<<"_s, machine);
}

}  // namespace station::training
