#include "resources/training/marks.h"
#include "resources/training/papers.h"

namespace station::training {

using namespace Qt::StringLiterals;

namespace {

constexpr double left = 32;
constexpr double textWidth = 160;

}  // namespace

void drawDecision(Sheet &sheet)
{
    sheet.centred(62, 24, u"UBND TỈNH VĨNH PHÚC"_s, {.pt = 12});
    sheet.centred(62, 30, u"SỞ GIAO THÔNG VẬN TẢI"_s, {.pt = 12, .bold = true});
    sheet.line(50, 32, 74, 32);
    drawMotto(sheet, 148, 24);
    sheet.centred(62, 41, u"Số: 1587/QĐ-SGTVT"_s);
    sheet.centred(148, 41, u"Vĩnh Yên, ngày 05 tháng 8 năm 2019"_s, {.italic = true});

    sheet.centred(112, 56, u"QUYẾT ĐỊNH"_s, {.pt = 14, .bold = true});
    sheet.centred(112, 63, u"Về việc công nhận thí sinh trúng tuyển kỳ sát hạch lái xe hạng B2"_s,
                  {.pt = 13, .bold = true});
    sheet.centred(112, 69.5, u"ngày 03 tháng 8 năm 2019"_s, {.pt = 13, .bold = true});
    sheet.line(98, 72, 126, 72);
    sheet.centred(112, 82, u"GIÁM ĐỐC SỞ GIAO THÔNG VẬN TẢI"_s, {.pt = 13, .bold = true});

    double y = 94;
    for (const QString &basis :
         {u"Căn cứ Luật Giao thông đường bộ ngày 13 tháng 11 năm 2008;"_s,
          u"Căn cứ Thông tư số 12/2017/TT-BGTVT ngày 15 tháng 4 năm 2017 của Bộ trưởng Bộ Giao "
          "thông vận tải quy định về đào tạo, sát hạch, cấp giấy phép lái xe cơ giới đường bộ;"_s,
          u"Căn cứ biên bản của Hội đồng sát hạch lái xe tổ chức tại Trung tâm Đào tạo và Sát hạch "
          "lái xe Vĩnh Phúc;"_s,
          u"Theo đề nghị của Trưởng phòng Quản lý vận tải, phương tiện và người lái."_s})
        y = sheet.paragraph(left, y, textWidth, basis, {.italic = true}, 10) + 1.5;
    sheet.centred(112, y + 4, u"QUYẾT ĐỊNH:"_s, {.pt = 14, .bold = true});
    y += 13;
    for (const QString &article :
         {u"Điều 1. Công nhận 118 thí sinh có tên trong danh sách kèm theo trúng tuyển kỳ sát hạch "
          "lái xe hạng B2, trong đó có bà "_s +
              person::name + u" (số báo danh 042)."_s,
          u"Điều 2. Phòng Quản lý vận tải, phương tiện và người lái làm thủ tục cấp giấy phép lái "
          u"xe "
          "cho các thí sinh trúng tuyển theo đúng quy định hiện hành."_s,
          u"Điều 3. Chánh Văn phòng, Trưởng phòng Quản lý vận tải, phương tiện và người lái, Giám "
          u"đốc "
          "Trung tâm Đào tạo và Sát hạch lái xe Vĩnh Phúc và các thí sinh có tên tại Điều 1 chịu "
          "trách nhiệm thi hành Quyết định này./."_s})
        y = sheet.paragraph(left, y, textWidth, article, {}, 10) + 2;

    y += 6;
    sheet.text(left, y, u"Nơi nhận:"_s, {.pt = 12, .bold = true, .italic = true});
    double copies = y;
    for (const QString &receiver :
         {u"- Như Điều 3;"_s, u"- Tổng cục Đường bộ Việt Nam (b/c);"_s, u"- Lưu: VT, QLVT."_s})
        sheet.text(left, copies += 5, receiver, {.pt = 11});
    sheet.centred(152, y, u"KT. GIÁM ĐỐC"_s, {.bold = true});
    sheet.centred(152, y + 6, u"PHÓ GIÁM ĐỐC"_s, {.bold = true});
    drawSignature(sheet.painter(), 134, y + 24, 29);
    drawSeal(sheet.painter(), 128, y + 22, u"ỦY BAN NHÂN DÂN TỈNH VĨNH PHÚC * "_s,
             u"SỞ\nGIAO THÔNG\nVẬN TẢI"_s, 5);
    sheet.centred(152, y + 40, u"Lê Quang Minh"_s, {.bold = true});
}

void drawReceipt(Sheet &sheet)
{
    sheet.centred(62, 24, u"TRUNG TÂM PHỤC VỤ"_s, {.pt = 12, .bold = true});
    sheet.centred(62, 30, u"HÀNH CHÍNH CÔNG TỈNH VĨNH PHÚC"_s, {.pt = 12, .bold = true});
    sheet.line(48, 32, 76, 32);
    sheet.centred(62, 39, u"Số: 0827/BL-TTPVHCC"_s);
    drawMotto(sheet, 154, 24);

    sheet.centred(108, 58, u"BIÊN LAI THU LỆ PHÍ"_s, {.pt = 15, .bold = true});
    sheet.centred(108, 65, u"CẤP ĐỔI GIẤY PHÉP LÁI XE"_s, {.pt = 14, .bold = true});
    sheet.centred(108, 73, u"(Liên 2: Giao cho người nộp tiền)"_s, {.pt = 12, .italic = true});

    double y = 86;
    y = drawField(sheet, left, y, u"Họ tên người nộp tiền"_s, person::name);
    const double label = sheet.text(left, y, u"Địa chỉ: "_s);
    y = sheet.paragraph(left, y, textWidth, person::address, {.bold = true}, label) + 2;
    y = drawField(sheet, left, y, u"Lý do thu"_s, u"Lệ phí đổi giấy phép lái xe hạng B2"_s);
    y = drawField(sheet, left, y, u"Số tiền"_s, u"135.000 đồng"_s);
    y = drawField(sheet, left, y, u"Bằng chữ"_s, u"Một trăm ba mươi lăm nghìn đồng chẵn"_s);
    y = drawField(sheet, left, y, u"Hình thức thanh toán"_s, u"Tiền mặt"_s) + 6;

    sheet.centred(150, y, u"Vĩnh Yên, ngày 10 tháng 6 năm 2024"_s, {.italic = true});
    sheet.centred(66, y + 8, u"NGƯỜI NỘP TIỀN"_s, {.bold = true});
    sheet.centred(150, y + 8, u"NGƯỜI THU TIỀN"_s, {.bold = true});
    drawSignature(sheet.painter(), 48, y + 26, 5);
    drawSignature(sheet.painter(), 132, y + 26, 83);
    sheet.centred(66, y + 40, person::writtenName, {.bold = true});
    sheet.centred(150, y + 40, u"Phùng Thị Lan"_s, {.bold = true});
}

}  // namespace station::training
