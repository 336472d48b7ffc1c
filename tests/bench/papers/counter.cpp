#include "tests/bench/papers/kinds.h"
#include "tests/bench/papers/pieces.h"

#include "core/dossier/field.h"
#include "resources/training/marks.h"

#include <algorithm>

namespace station::papers {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double rightColumn = 210 - 12 - 46;

const QStringList &procedures()
{
    static const QStringList all{
        u"Đổi giấy phép lái xe do ngành Giao thông vận tải cấp"_s,
        u"Cấp lại giấy phép lái xe"_s,
        u"Cấp giấy phép kinh doanh vận tải bằng xe ô tô"_s,
        u"Cấp, cấp lại phù hiệu cho xe ô tô kinh doanh vận tải"_s,
        u"Cấp giấy chứng nhận đăng ký, biển số xe máy chuyên dùng lần đầu"_s,
        u"Cấp giấy phép lưu hành xe quá tải trọng, xe quá khổ giới hạn"_s};
    return all;
}

}  // namespace

void drawSlip(Draft &draft)
{
    draft.paperType = u"bien_nhan"_s;
    draft.style.penned = false;
    Random &random = draft.random;
    const bool half = random.chance(0.25);
    Page &page = draft.newSide(210, half ? 200 : 297);
    const Person person = somePerson(random, draft.province);
    const QDate day = someDate(random, 2021, 2024);
    const QString code = dossierCode(random, draft.province, day);
    const Ink ink = draft.style.ink;
    Agency agency{u"UBND "_s + draft.province.full().toUpper(),
                  u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"_s,
                  {},
                  u"TTPVHCC"_s,
                  u"GIÁM ĐỐC"_s,
                  draft.province.name};
    if (random.chance(0.3)) {
        agency.parent = u"SỞ GIAO THÔNG VẬN TẢI"_s;
        agency.name = u"BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"_s;
        agency.abbreviation = u"BPTNTKQ"_s;
    }
    double y = drawHead(draft, page, random.between(16.0, 22.0),
                        {agency,
                         QString::number(random.between(100, 9800)),
                         u"TN-"_s + agency.abbreviation,
                         day,
                         {},
                         true});
    const double middle = draft.style.left + draft.style.width / 2;
    y = page.centred(middle, y + 3, 120,
                     draft.know(key::subject, u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s),
                     ink.sized(14).strong());
    draft.leaveOpen(key::subject);  // the slip's title or the procedure: both are its subject
    y = page.centred(middle, y, 120, u"Mã hồ sơ: "_s + draft.know(key::dossierCode, code),
                     ink.strong());
    if (random.chance(0.85)) {
        const double size = random.between(17.0, 25.0);
        // TT 01/2023: top left; many portals print it at the right.
        const double x = random.chance(0.5) ? draft.style.left - 4 : 210 - 18 - size;
        const int modules = training::drawQr(page.painter(), x, y - 9, size, code);
        page.setQr(modules, size, x, y - 9, code);
        y = std::max(y, y - 9 + size + 6);
    }
    draft.style.numbered = false;
    Form form(draft, page, y + 2);
    form.item(random.pick({u"Bộ phận tiếp nhận và trả kết quả", u"Nơi tiếp nhận"}),
              u"Quầy số %1 - Sở Giao thông vận tải"_s.arg(random.between(1, 20)));
    form.item(random.pick({u"Tiếp nhận hồ sơ của", u"Đã tiếp nhận hồ sơ của ông/bà",
                           u"Họ và tên người nộp", u"Người nộp hồ sơ"}),
              draft.written(person.name), key::ownerName);
    form.items(
        {{random.pick({u"Số CCCD", u"Số CMND/CCCD", u"Số định danh"}), person.id, key::personalId},
         {random.pick({u"Số điện thoại", u"Điện thoại"}), person.phone, key::phone}});
    form.item(u"Địa chỉ"_s, person.address, key::address);
    const QString procedure = random.pick(procedures());
    form.item(random.pick({u"Nội dung yêu cầu giải quyết", u"Tên thủ tục hành chính", u"Về việc"}),
              procedure);
    const double w = draft.style.width;
    if (random.chance(0.6)) {
        form.plain(u"Thành phần hồ sơ nộp gồm:"_s, Align::Left);
        Page::Table table{.widths = {w * 0.1, w * 0.55, w * 0.15, w * 0.2},
                          .rows = {{u"STT"_s, u"Tên giấy tờ"_s, u"Số lượng"_s, u"Loại bản"_s}},
                          .aligns = {Align::Centre, Align::Left, Align::Centre, Align::Centre},
                          .ink = ink.sized(ink.pt - 1)};
        for (int i = 1; i <= random.between(2, 5); ++i)
            table.rows.push_back(
                {QString::number(i),
                 random.pick({u"Đơn đề nghị theo mẫu", u"Giấy khám sức khỏe của người lái xe",
                              u"Bản sao căn cước công dân", u"Giấy phép lái xe",
                              u"Chứng nhận đăng ký xe", u"Hợp đồng thuê phương tiện"}),
                 u"01"_s, random.pick({u"Bản chính", u"Bản sao", u"Bản điện tử"})});
        form.moveTo(page.table(draft.style.left, form.y() - 2, table) + 8);
    }
    const QDate back = day.addDays(random.between(3, 15));
    form.item(u"Thời gian giải quyết hồ sơ theo quy định"_s,
              u"%1 ngày làm việc"_s.arg(random.between(3, 10), 2, 10, QChar(u'0')));
    form.item(u"Thời gian nhận hồ sơ"_s,
              u"%1 giờ %2 phút, "_s.arg(random.between(8, 16), 2, 10, QChar(u'0'))
                      .arg(random.between(10, 59)) +
                  spokenDate(day));
    form.item(u"Thời gian trả kết quả giải quyết hồ sơ"_s,
              u"16 giờ 30 phút, "_s + spokenDate(back));
    form.item(u"Phí, lệ phí"_s, random.pick({u"135.000 đồng", u"115.000 đồng", u"Không"}));
    const double y2 = form.y() + 5;
    page.centred(draft.style.left + 30, y2, 70, u"NGƯỜI NỘP HỒ SƠ"_s, ink.strong());
    drawPenStroke(draft, page, draft.style.left + 14, y2 + 14, quint32(random.next()), 26);
    page.ignore(draft.style.left, y2 + 2, 64, 18);
    page.centred(draft.style.left + 30, y2 + 26, 70, person.name, ink);
    const QString clerk = someName(random, random.chance(0.5));
    draft.leaveOpen(key::signer);
    draft.leaveOpen(key::signerTitle);
    Signing signing{.titles = {u"NGƯỜI TIẾP NHẬN HỒ SƠ"_s}, .name = draft.know(key::signer, clerk)};
    drawSigning(draft, page, rightColumn, y2, signing);
}

void drawHealthCertificate(Draft &draft)
{
    draft.paperType = u"giay_kham_suc_khoe"_s;
    Random &random = draft.random;
    draft.style.penned = random.chance(0.25);
    Page &page = draft.newSide();
    const Person person = somePerson(random, draft.province);
    const Ink ink = draft.style.ink;
    const QString district = random.pick(draft.province.districts);
    const QDate date = someDate(random, 2021, 2024);
    const QString clinic =
        random.pick({u"TRUNG TÂM Y TẾ HUYỆN ", u"BỆNH VIỆN ĐA KHOA ", u"PHÒNG KHÁM ĐA KHOA "}) +
        district.toUpper();
    const QString parent =
        u"SỞ Y TẾ "_s +
        (random.chance(0.5) ? draft.province.name : draft.province.full()).toUpper();
    const double x = draft.style.left + 33;
    double y = random.between(18.0, 24.0);
    drawMotto(page, rightColumn, y, ink);
    double left = page.centred(x, y, 72, draft.know(key::parentAgency, parent),
                               ink.sized(std::min(12.0, ink.pt - 1)));
    left = page.centred(x, left, 72, draft.know(key::issuingAgency, clinic),
                        ink.sized(std::min(12.0, ink.pt - 1)).strong());
    drawRule(page, x, left, std::min(12.0, ink.pt - 1), 11);
    const QString no = u"%1/%2"_s.arg(random.between(20, 3000))
                           .arg(random.pick({u"GKSKLX", u"GKSKLX-TTYT", u"KSKLX-BV"}));
    draft.know(key::documentNumber, no);
    page.centred(x, left + 3, 80, u"Số: "_s + no, ink);
    y = std::max(left + 14, y + 24);
    const double middle = draft.style.left + draft.style.width / 2;
    y = page.centred(middle, y, 150,
                     draft.know(key::subject, u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s),
                     ink.sized(15).strong()) +
        3;
    const double full = draft.style.width;
    training::drawPortrait(page.painter(), draft.style.left, y - 2, 30, 40);
    page.ignore(draft.style.left, y - 2, 30, 40);
    draft.style.left += 36;
    draft.style.width -= 36;
    draft.style.numbered = false;
    Form form(draft, page, y + 4);
    draft.know(key::birthDate, slashed(person.born), draft.style.penned);
    form.item(random.pick({u"Họ và tên (chữ in hoa)", u"Họ và tên", u"Họ tên"}),
              draft.written(person.name), key::ownerName);
    form.items({{u"Giới"_s, person.sex(), key::sex},
                {random.pick({u"Sinh ngày", u"Ngày sinh", u"Ngày, tháng, năm sinh"}),
                 draft.dated(person.born), key::birthDate}});
    form.item(random.pick({u"Số CMND hoặc Hộ chiếu", u"Số CCCD/Hộ chiếu", u"Số CMND/CCCD"}),
              person.id, key::personalId);
    form.items({{u"cấp ngày"_s, slashed(person.idIssued)}, {u"tại"_s, u"Cục CSQLHC về TTXH"_s}});
    form.item(random.pick({u"Chỗ ở hiện tại", u"Địa chỉ", u"Nơi thường trú"}), person.address,
              key::address);
    draft.style.left -= 36;
    draft.style.width = full;
    form.moveTo(std::max(form.y(), y + 42) + 2);
    const QString class_ = random.pick({u"A1", u"B1", u"B2", u"C", u"D", u"E", u"FC"});
    form.item(
        random.pick({u"Đề nghị khám sức khỏe để lái xe hạng", u"Khám sức khỏe để lái xe hạng"}),
        class_, key::licenceClass);
    form.plain(u"I. TIỀN SỬ BỆNH CỦA ĐỐI TƯỢNG KHÁM SỨC KHỎE"_s, Align::Left);
    form.plain(
        u"Có hay không có các bệnh sau: bệnh hệ thần kinh, bệnh mắt, bệnh tim mạch, đái tháo đường, rối loạn tâm thần, ngất, mất ý thức."_s);
    form.item(u"Trả lời"_s, u"Không"_s);

    const bool twoSides = random.chance(0.6);
    Page &back = twoSides ? draft.newSide() : page;
    Form rest(draft, back, twoSides ? random.between(18.0, 26.0) : form.y() + 2);
    rest.plain(u"II. KHÁM LÂM SÀNG"_s, Align::Left);
    const double w = draft.style.width;
    Page::Table table{.widths = {w * 0.42, w * 0.3, w * 0.28},
                      .rows = {{u"Nội dung khám"_s, u"Kết quả"_s, u"Bác sĩ khám"_s}},
                      .ink = ink.sized(ink.pt - 1)};
    const QStringList parts{u"1. Tâm thần, thần kinh"_s,
                            u"2. Mắt: thị lực nhìn xa từng mắt"_s,
                            u"3. Tai - Mũi - Họng"_s,
                            u"4. Tim mạch"_s,
                            u"5. Hô hấp"_s,
                            u"6. Cơ - Xương - Khớp"_s,
                            u"7. Xét nghiệm ma túy, nồng độ cồn"_s};
    for (qsizetype i = 0; i < (twoSides ? parts.size() : 3); ++i)
        table.rows.push_back({parts[i], random.pick({u"Bình thường", u"10/10", u"Âm tính"}),
                              someName(random, random.chance(0.5))});
    rest.moveTo(back.table(draft.style.left, rest.y() - 2, table) + 8);
    rest.plain(u"III. KẾT LUẬN"_s, Align::Left);
    const bool fit = random.chance(0.9);
    const QString conclusion = fit ? u"Đủ điều kiện sức khỏe để lái xe hạng "_s + class_
                                   : u"Không đủ điều kiện sức khỏe để lái xe hạng "_s + class_;
    draft.know(key::conclusion, conclusion, draft.style.penned);
    rest.item(random.pick({u"Kết luận", u"Kết luận của người khám"}), conclusion, key::conclusion);
    draft.know(key::documentDate, slashed(date));
    draft.know(key::place, district);
    back.centred(rightColumn, rest.y() + 3, 100, district + u", "_s + spokenDate(date),
                 ink.slanted());
    Signing signing{.titles = {random.pick({u"NGƯỜI KẾT LUẬN", u"GIÁM ĐỐC", u"BÁC SĨ KẾT LUẬN"})}};
    draft.know(key::signerTitle, signing.titles.last());
    if (random.chance(0.5))
        signing.note = u"(Ký, ghi rõ họ tên và đóng dấu)"_s;
    signing.name = draft.know(key::signer, random.pick({u"BS. ", u"", u"BSCKI. "}) +
                                               someName(random, random.chance(0.3)));
    if (signing.name.contains(u'.'))
        draft.leaveOpen(key::signer);  // with or without the degree
    signing.sealRing = parent + u" * "_s;
    signing.sealCentre = clinic.section(u' ', 0, 2) + u'\n' + district.toUpper();
    drawSigning(draft, back, rightColumn, rest.y() + 9, signing);
}

void drawContract(Draft &draft)
{
    draft.paperType = u"hop_dong"_s;
    Random &random = draft.random;
    draft.style.penned = false;
    Page &page = draft.newSide();
    const Person person = somePerson(random, draft.province);
    const Company company = someCompany(random, draft.province);
    const Vehicle vehicle = someVehicle(random, draft.province);
    const QDate date = someDate(random, 2020, 2024);
    const QDate end = date.addYears(random.between(1, 5));
    const Ink ink = draft.style.ink;
    const double middle = draft.style.left + draft.style.width / 2;
    double y = drawMotto(page, middle, random.between(18.0, 24.0), ink) + 4;
    const int kind = random.between(0, 2);
    const QString title = QStringList{u"HỢP ĐỒNG THUÊ XE Ô TÔ"_s, u"HỢP ĐỒNG DỊCH VỤ VẬN TẢI"_s,
                                      u"HỢP ĐỒNG HỢP TÁC KINH DOANH"_s}[kind];
    draft.know(key::contractKind, QStringList{u"thuê"_s, u"dịch vụ"_s, u"hợp tác"_s}[kind]);
    draft.leaveOpen(key::contractKind);
    draft.know(key::subject, title);
    y = page.centred(middle, y, 150, title, ink.sized(15).strong());
    const QString no = u"%1/%2/%3"_s.arg(random.between(1, 200), 2, 10, QChar(u'0'))
                           .arg(date.year())
                           .arg(QStringList{u"HĐTX"_s, u"HĐDV"_s, u"HĐHTKD"_s}[kind]);
    if (random.chance(0.8)) {
        draft.know(key::documentNumber, no);
        y = page.centred(middle, y, 100, u"Số: "_s + no, ink);
    }
    draft.style.numbered = false;
    Form form(draft, page, y + 3);
    form.plain(u"- Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;"_s);
    form.plain(u"- Căn cứ nhu cầu và khả năng của hai bên."_s);
    draft.know(key::documentDate, slashed(date));
    form.plain(
        u"Hôm nay, %1, tại %2, chúng tôi gồm có:"_s.arg(spokenDate(date), draft.province.name));
    // The law asks for party B, of which either may be the person; whichever party the
    // enterprise is, the paper names only one.
    const bool personIsB = random.chance(0.75);
    const auto drawPerson = [&](const QString &party, bool asked) {
        const auto k = [&](const QString &name) { return asked ? name : QString(); };
        form.plain(party, Align::Left);
        form.items({{random.pick({u"Ông (bà)", u"Ông/Bà", u"Họ và tên"}),
                     draft.written(person.name), k(key::ownerName)},
                    {u"Sinh năm"_s, QString::number(person.born.year())}});
        form.items({{random.pick({u"Số CCCD", u"CMND/CCCD số", u"Căn cước công dân số"}), person.id,
                     k(key::personalId)},
                    {u"Ngày cấp"_s, slashed(person.idIssued)}});
        form.item(u"Nơi cấp"_s, u"Cục Cảnh sát quản lý hành chính về trật tự xã hội"_s);
        form.items({{u"Điện thoại"_s, person.phone, k(key::phone)}});
        form.item(random.pick({u"Địa chỉ", u"Địa chỉ thường trú", u"Hộ khẩu thường trú"}),
                  person.address, k(key::address));
    };
    const auto drawCompany = [&](const QString &party, bool asked) {
        const auto k = [&](const QString &name) { return asked ? name : QString(); };
        form.plain(party, Align::Left);
        form.item(random.pick({u"Tên đơn vị", u"Đơn vị", u"Tên công ty/HTX"}),
                  company.name.toUpper(), key::organisation);
        form.item(random.pick({u"Địa chỉ", u"Trụ sở chính"}), company.address, k(key::address));
        form.items({{u"Mã số thuế"_s, company.taxCode, key::taxCode},
                    {u"Điện thoại"_s, company.phone, k(key::phone)}});
        form.items(
            {{u"Đại diện"_s, company.leader, key::representative}, {u"Chức vụ"_s, u"Giám đốc"_s}});
    };
    const QString a = random.pick({u"BÊN A: (BÊN CHO THUÊ)", u"BÊN A (Bên thuê):", u"BÊN A:",
                                   u"Bên A (sau đây gọi tắt là Bên A):"});
    const QString b = random.pick({u"BÊN B: (BÊN CÓ XE)", u"BÊN B (Bên cho thuê):", u"BÊN B:",
                                   u"Bên B (sau đây gọi tắt là Bên B):"});
    if (personIsB) {
        drawCompany(a, false);
        drawPerson(b, true);
    } else {
        drawPerson(a, false);
        drawCompany(b, true);
    }
    if (form.y() > 205) {
        Page &next = draft.newSide();
        Form rest(draft, next, 24);
        rest.plain(
            u"Điều 1. Bên B cho Bên A thuê xe ô tô biển kiểm soát %1, nhãn hiệu %2, số chỗ ngồi %3."_s
                .arg(vehicle.plate, vehicle.brand, vehicle.seats));
        rest.plain(u"Điều 2. Thời hạn hợp đồng: từ ngày %1 đến ngày %2."_s.arg(slashed(date),
                                                                               slashed(end)));
        for (int i = 3; i < 7; ++i)
            rest.plain(u"Điều %1. "_s.arg(i) + someSentence(random));
        y = rest.y();
        next.centred(draft.style.left + 32, y + 8, 70, u"ĐẠI DIỆN BÊN B"_s, ink.strong());
        drawSigning(draft, next, rightColumn, y + 8,
                    {.titles = {u"ĐẠI DIỆN BÊN A"_s},
                     .name = company.leader,
                     .sealRing = company.name.toUpper() + u" * "_s,
                     .sealCentre = company.abbreviation + u"\n"_s});
        drawPenStroke(draft, next, draft.style.left + 14, y + 24, 28);
        next.centred(draft.style.left + 32, y + 34, 70, person.name, ink.strong());
    } else {
        form.plain(
            u"Điều 1. Bên B cho Bên A thuê xe ô tô biển kiểm soát %1, nhãn hiệu %2, số chỗ ngồi %3."_s
                .arg(vehicle.plate, vehicle.brand, vehicle.seats));
        form.plain(u"Điều 2. Thời hạn hợp đồng: từ ngày %1 đến ngày %2."_s.arg(slashed(date),
                                                                               slashed(end)));
        y = form.y();
        page.centred(draft.style.left + 32, y + 4, 70, u"BÊN B"_s, ink.strong());
        page.centred(rightColumn, y + 4, 70, u"BÊN A"_s, ink.strong());
        page.centred(draft.style.left + 32, y + 26, 70, person.name, ink.strong());
        page.centred(rightColumn, y + 26, 70, company.leader, ink.strong());
        drawPenStroke(draft, page, draft.style.left + 14, y + 19, 28);
        drawPenStroke(draft, page, rightColumn - 14, y + 19, 28);
        page.ignore(draft.style.left, y + 6, 170, 14);
    }
    draft.know(key::plate, vehicle.plate);
    draft.know(key::validFrom, slashed(date));
    draft.know(key::expiryDate, slashed(end));
    for (const QString &open :
         {key::signer, key::signerTitle, key::vehicleBrand, key::seats, key::place, key::sex})
        draft.leaveOpen(open);
}

void drawInvoice(Draft &draft)
{
    draft.paperType = u"hoa_don"_s;
    Random &random = draft.random;
    draft.style.penned = false;
    Page &page = draft.newSide();
    const Company seller = someCompany(random, draft.province);
    const Person buyer = somePerson(random, draft.province);
    const QDate date = someDate(random, 2022, 2024);
    const Ink ink = draft.style.ink.sized(draft.style.ink.pt - 1);
    const double middle = 105;
    double y =
        page.centred(middle, 24, 160, draft.know(key::subject, u"HÓA ĐƠN GIÁ TRỊ GIA TĂNG"_s),
                     ink.sized(17).strong());
    draft.know(key::documentDate, slashed(date));
    y = page.centred(middle, y, 100, spokenDate(date).replace(0, 1, u"N"_s), ink.slanted());
    const QString no = u"%1"_s.arg(random.between(1, 9000), 8, 10, QChar(u'0'));
    draft.know(key::documentNumber, no);
    page.text(150, 34, u"Ký hiệu: 1C%1T%2"_s.arg(date.year() % 100).arg(seller.abbreviation), ink);
    page.text(150, 40, u"Số: "_s + no, ink.strong());
    Style &style = draft.style;
    style.ink = ink;
    style.numbered = false;
    Form form(draft, page, std::max(y + 6, 50.0));
    form.item(u"Đơn vị bán hàng"_s, seller.name.toUpper());
    form.item(u"Mã số thuế"_s, seller.taxCode);
    form.item(u"Địa chỉ"_s, seller.address);
    form.item(u"Điện thoại"_s, seller.phone);
    page.line(style.left, form.y() - 2, style.left + style.width, form.y() - 2);
    form.space(3);
    form.item(u"Họ tên người mua hàng"_s, buyer.name);
    form.item(u"Địa chỉ"_s, buyer.address);
    form.item(u"Hình thức thanh toán"_s, u"TM/CK"_s);
    for (const QString &open :
         {key::organisation, key::taxCode, key::address, key::phone, key::ownerName, key::signer,
          key::signerTitle, key::issuingAgency, key::representative, key::chassisNumber,
          key::engineNumber, key::vehicleBrand})
        draft.leaveOpen(open);
    const Vehicle v = someVehicle(random, draft.province);
    const double w = style.width;
    const QString price = u"%1.%2.000"_s.arg(random.between(300, 990)).arg(random.digits(3));
    y = page.table(
            style.left, form.y(),
            {.widths = {w * 0.07, w * 0.45, w * 0.1, w * 0.08, w * 0.15, w * 0.15},
             .rows = {{u"STT"_s, u"Tên hàng hóa, dịch vụ"_s, u"ĐVT"_s, u"SL"_s, u"Đơn giá"_s,
                       u"Thành tiền"_s},
                      {u"1"_s,
                       u"%1 %2, số khung %3, số máy %4"_s.arg(v.kind, v.brand, v.chassis, v.engine),
                       u"Chiếc"_s, u"1"_s, price, price}},
             .aligns = {Align::Centre, Align::Left, Align::Centre, Align::Centre, Align::Centre,
                        Align::Centre},
             .ink = ink.sized(ink.pt - 1)}) +
        8;
    page.text(style.left, y, u"Thuế suất GTGT: 10%"_s, ink);
    page.centred(style.left + 36, y + 12, 60, u"NGƯỜI MUA HÀNG"_s, ink.strong());
    drawSigning(
        draft, page, rightColumn, y + 12,
        {.titles = {u"NGƯỜI BÁN HÀNG"_s}, .note = u"(Ký, ghi rõ họ tên)"_s, .name = seller.leader});
}

void drawFeeReceipt(Draft &draft)
{
    draft.paperType = u"chung_tu_le_phi"_s;
    Random &random = draft.random;
    Page &page = draft.newSide(210, 148);
    const Person person = somePerson(random, draft.province);
    const QDate date = someDate(random, 2021, 2024);
    const Ink ink = draft.style.ink.sized(draft.style.ink.pt - 1);
    draft.style.ink = ink;
    draft.style.numbered = false;
    const double x = draft.style.left + 33;
    const QString agency =
        draft.know(key::issuingAgency,
                   random.pick({u"SỞ GIAO THÔNG VẬN TẢI", u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"}));
    double y = page.centred(
        x, 15, 70, draft.know(key::parentAgency, u"UBND "_s + draft.province.full().toUpper()),
        ink.sized(ink.pt - 1));
    page.centred(x, y, 70, agency, ink.sized(ink.pt - 1).strong());
    const QString no = u"%1"_s.arg(random.between(1, 99999), 7, 10, QChar(u'0'));
    draft.know(key::documentNumber, no);
    page.text(145, 15, u"Mẫu số: 01BLP2-001"_s, ink);
    page.text(145, 21, u"Ký hiệu: VP-%1P"_s.arg(date.year() % 100), ink);
    page.text(145, 27, u"Số: "_s + no, ink.strong());
    y = page.centred(105, 38, 150,
                     draft.know(key::subject, random.pick({u"BIÊN LAI THU PHÍ, LỆ PHÍ",
                                                           u"BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ",
                                                           u"PHIẾU THU LỆ PHÍ"})),
                     ink.sized(15).strong());
    Form form(draft, page, y + 3);
    form.item(
        random.pick({u"Tên đơn vị hoặc người nộp tiền", u"Họ và tên người nộp tiền", u"Người nộp"}),
        draft.written(person.name), key::ownerName);
    form.item(u"Địa chỉ"_s, person.address, key::address);
    form.item(u"Lý do thu"_s, u"Lệ phí cấp giấy phép lái xe"_s);
    form.item(u"Số tiền"_s, u"135.000 đồng"_s);
    form.item(u"Hình thức thanh toán"_s, u"Tiền mặt"_s);
    draft.know(key::documentDate, slashed(date));
    page.centred(rightColumn, form.y() + 1, 90, spokenDate(date).replace(0, 1, u"N"_s),
                 ink.slanted());
    Signing signing{.titles = {u"NGƯỜI THU TIỀN"_s},
                    .name = draft.know(key::signer, someName(random, true))};
    draft.leaveOpen(key::signerTitle);
    drawSigning(draft, page, rightColumn, form.y() + 7, signing);
}

}  // namespace station::papers
