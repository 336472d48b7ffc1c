#include "resources/training/marks.h"
#include "resources/training/papers.h"

namespace station::training {

using namespace Qt::StringLiterals;

namespace {

constexpr double left = 28;
constexpr double textWidth = 162;

struct Finding {
    QString examination;
    QString result;
    QString doctor;
};

void drawFindings(Sheet &sheet, double y, const std::vector<Finding> &findings)
{
    constexpr double row = 11;
    const double columns[] = {left, left + 62, left + 126, left + textWidth};
    const Ink head{.pt = 12, .bold = true};
    sheet.text(columns[0] + 2, y + 7, u"Nội dung khám"_s, head);
    sheet.text(columns[1] + 2, y + 7, u"Kết quả"_s, head);
    sheet.text(columns[2] + 2, y + 7, u"Bác sĩ khám"_s, head);
    const double bottom = y + row * double(findings.size() + 1);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const double base = y + row * double(i + 1);
        sheet.line(left, base, left + textWidth, base);
        sheet.text(columns[0] + 2, base + 7, findings[i].examination, {.pt = 12});
        sheet.text(columns[1] + 2, base + 7, findings[i].result, {.pt = 12});
        sheet.text(columns[2] + 2, base + 7, findings[i].doctor, {.pt = 12});
    }
    sheet.line(left, y, left + textWidth, y);
    sheet.line(left, bottom, left + textWidth, bottom);
    for (const double x : columns)
        sheet.line(x, y, x, bottom);
}

}  // namespace

void drawRequestForm(Sheet &sheet)
{
    drawMotto(sheet, 105, 26);
    sheet.centred(105, 48, u"ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE"_s, {.pt = 15, .bold = true});
    sheet.centred(105, 59, u"Kính gửi: Sở Giao thông vận tải tỉnh Vĩnh Phúc"_s);
    drawPortrait(sheet.painter(), 158, 66, 30, 40);

    double y = 72;
    y = drawField(sheet, left, y, u"Tôi là"_s, person::name);
    y = drawField(sheet, left, y, u"Quốc tịch"_s, u"Việt Nam"_s);
    const double half = sheet.text(left, y, u"Sinh ngày: "_s);
    sheet.text(left + half, y, person::birthDate, {.bold = true});
    drawField(sheet, 92, y, u"Nam, Nữ"_s, person::sex);
    y += 8;
    const double label = sheet.text(left, y, u"Nơi cư trú: "_s);
    y = sheet.paragraph(left, y, textWidth - 38, person::address, {.bold = true}, label);
    y = drawField(sheet, left, y + 2, u"Số Căn cước công dân"_s, person::id);
    y = drawField(sheet, left, y, u"Cấp ngày"_s, person::idIssued);
    y = drawField(sheet, left, y, u"Nơi cấp"_s,
                  u"Cục Cảnh sát quản lý hành chính về trật tự xã hội"_s);
    y = drawField(sheet, left, y, u"Đã học lái xe tại"_s,
                  u"Trung tâm Đào tạo và Sát hạch lái xe Vĩnh Phúc năm 2019"_s);
    const double hasOne = sheet.text(left, y, u"Hiện đã có giấy phép lái xe hạng: "_s);
    sheet.text(left + hasOne, y, u"B2"_s, {.bold = true});
    y = drawField(sheet, left + hasOne + 12, y, u"số"_s, person::licence);
    y = drawField(sheet, left, y, u"do"_s, u"Sở Giao thông vận tải tỉnh Vĩnh Phúc cấp"_s);
    y = drawField(sheet, left, y, u"Đề nghị cho tôi được đổi giấy phép lái xe hạng"_s, u"B2"_s);
    y = drawField(sheet, left, y, u"Lý do"_s, u"Giấy phép lái xe bị hỏng"_s);
    y = sheet.paragraph(left, y, textWidth,
                        u"Vi phạm hành chính trong lĩnh vực giao thông đường bộ với hình thức tước "
                        "quyền sử dụng giấy phép lái xe: Không"_s) +
        2;
    y = sheet.paragraph(left, y, textWidth, u"Xin gửi kèm theo:"_s) + 1;
    for (const QString &item : {u"- 01 giấy khám sức khỏe của người lái xe;"_s,
                                u"- Bản sao giấy phép lái xe, bản sao căn cước công dân;"_s,
                                u"- Hồ sơ gốc lái xe (nếu có)."_s})
        y = sheet.paragraph(left, y, textWidth, item, {}, 8);
    y = sheet.paragraph(
            left, y + 2, textWidth,
            u"Tôi xin cam đoan những điều ghi trên đây là đúng sự thật, nếu sai tôi xin "
            "hoàn toàn chịu trách nhiệm."_s,
            {}, 8) +
        4;

    sheet.centred(148, y, u"Vĩnh Yên, ngày 10 tháng 6 năm 2024"_s, {.italic = true});
    sheet.centred(148, y + 7, u"NGƯỜI LÀM ĐƠN"_s, {.bold = true});
    sheet.centred(148, y + 13, u"(Ký và ghi rõ họ tên)"_s, {.pt = 12, .italic = true});
    drawSignature(sheet.painter(), 130, y + 28, 5);
    sheet.centred(148, y + 42, person::writtenName, {.bold = true});
}

void drawHealthFront(Sheet &sheet)
{
    sheet.centred(60, 22, u"SỞ Y TẾ VĨNH PHÚC"_s, {.pt = 12});
    sheet.centred(60, 28, u"TRUNG TÂM Y TẾ"_s, {.pt = 12, .bold = true});
    sheet.centred(60, 34, u"THÀNH PHỐ VĨNH YÊN"_s, {.pt = 12, .bold = true});
    sheet.line(48, 36, 72, 36);
    sheet.centred(60, 43, u"Số: 0412/GKSKLX-TTYT"_s);
    drawMotto(sheet, 147, 22);
    sheet.centred(105, 60, u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s, {.pt = 15, .bold = true});
    drawPortrait(sheet.painter(), left, 70, 30, 40);

    constexpr double right = 64;
    double y = 76;
    y = drawField(sheet, right, y, u"Họ và tên (chữ in hoa)"_s, person::name);
    drawField(sheet, right, y, u"Giới tính"_s, person::sex);
    y = drawField(sheet, right + 50, y, u"Tuổi"_s, u"39"_s);
    y = drawField(sheet, right, y, u"Ngày, tháng, năm sinh"_s, person::birthDate);
    y = drawField(sheet, right, y, u"Số CMND/CCCD/Hộ chiếu"_s, person::id);
    drawField(sheet, right, y, u"Cấp ngày"_s, person::idIssued);
    y = drawField(sheet, right + 58, y, u"Tại"_s, u"Cục CSQLHC về TTXH"_s) + 3;
    const double label = sheet.text(left, y, u"Chỗ ở hiện tại: "_s);
    y = sheet.paragraph(left, y, textWidth, person::address, {.bold = true}, label) + 2;
    y = drawField(sheet, left, y, u"Đề nghị khám sức khỏe để lái xe hạng"_s, u"B2"_s) + 4;

    sheet.text(left, y, u"I. TIỀN SỬ BỆNH CỦA ĐỐI TƯỢNG KHÁM SỨC KHỎE"_s, {.bold = true});
    y += 8;
    y = sheet.paragraph(left, y, textWidth,
                        u"1. Tiền sử gia đình: có ai trong gia đình mắc một trong các bệnh truyền "
                        "nhiễm, tim mạch, đái tháo đường, lao, hen phế quản, ung thư, động kinh, "
                        "rối loạn tâm thần hay không: Không."_s) +
        2;
    y = sheet.paragraph(
            left, y, textWidth,
            u"2. Tiền sử bản thân: có bệnh hay bị thương trong 05 năm qua; có bệnh thần "
            "kinh hay bị thương ở đầu; bệnh mắt hoặc giảm thị lực; bệnh ở tai, giảm sức "
            "nghe; bệnh ở tim, nhồi máu cơ tim; tăng huyết áp; khó thở; ngất, chóng mặt; "
            "rối loạn giấc ngủ: Không."_s) +
        2;
    y = sheet.paragraph(left, y, textWidth,
                        u"3. Câu hỏi khác: hiện tại không điều trị bệnh gì và không uống loại "
                        "thuốc nào; không đang mang thai hoặc nuôi con nhỏ dưới 12 tháng."_s) +
        2;
    y = sheet.paragraph(
            left, y, textWidth,
            u"Tôi xin cam đoan những điều khai trên đây hoàn toàn đúng với sự thật theo "
            "sự hiểu biết của tôi."_s,
            {}, 8) +
        6;
    sheet.centred(148, y, u"Người đề nghị khám sức khỏe"_s, {.bold = true});
    drawSignature(sheet.painter(), 130, y + 16, 5);
    sheet.centred(148, y + 29, person::writtenName);
}

void drawHealthBack(Sheet &sheet)
{
    sheet.text(left, 26, u"II. KHÁM LÂM SÀNG"_s, {.bold = true});
    drawFindings(sheet, 30,
                 {{u"1. Tâm thần"_s, u"Bình thường"_s, u"Ngô Văn Hải"_s},
                  {u"2. Thần kinh"_s, u"Bình thường"_s, u"Ngô Văn Hải"_s},
                  {u"3. Mắt"_s, u"Phải 10/10, trái 10/10"_s, u"Bùi Thu Hà"_s},
                  {u"4. Tai - Mũi - Họng"_s, u"Nghe nói thường 8 m"_s, u"Bùi Thu Hà"_s},
                  {u"5. Tim mạch"_s, u"72 lần/phút, 115/70 mmHg"_s, u"Đỗ Mạnh Tuấn"_s},
                  {u"6. Hô hấp"_s, u"Bình thường"_s, u"Đỗ Mạnh Tuấn"_s},
                  {u"7. Cơ - Xương - Khớp"_s, u"Bình thường"_s, u"Đỗ Mạnh Tuấn"_s},
                  {u"8. Nội tiết"_s, u"Bình thường"_s, u"Đỗ Mạnh Tuấn"_s}});
    sheet.text(left, 142, u"III. KHÁM CẬN LÂM SÀNG"_s, {.bold = true});
    double y = sheet.paragraph(left, 150, textWidth,
                               u"Xét nghiệm ma túy: Test Morphin/Heroin, Test Amphetamin, Test "
                               "Methamphetamin, Test Marijuana: Âm tính."_s);
    y = sheet.paragraph(left, y + 2, textWidth, u"Xét nghiệm nồng độ cồn: Âm tính."_s) + 4;
    sheet.text(left, y, u"IV. KẾT LUẬN"_s, {.bold = true});
    y = sheet.paragraph(
            left, y + 8, textWidth,
            u"Đủ điều kiện sức khỏe lái xe hạng B2. Giấy này có giá trị trong 12 tháng kể "
            "từ ngày kết luận."_s,
            {.bold = true}) +
        6;
    sheet.centred(145, y, u"Vĩnh Yên, ngày 05 tháng 6 năm 2024"_s, {.italic = true});
    sheet.centred(145, y + 7, u"NGƯỜI KẾT LUẬN"_s, {.bold = true});
    sheet.centred(145, y + 13, u"(Ký, ghi rõ họ tên và đóng dấu)"_s, {.pt = 12, .italic = true});
    drawSignature(sheet.painter(), 128, y + 30, 17);
    drawSeal(sheet.painter(), 119, y + 31, u"SỞ Y TẾ TỈNH VĨNH PHÚC * "_s,
             u"TRUNG TÂM\nY TẾ\nVĨNH YÊN"_s, -4);
    sheet.centred(145, y + 45, u"BS. Trần Đức Long"_s, {.bold = true});
}

}  // namespace station::training
