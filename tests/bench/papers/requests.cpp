#include "tests/bench/papers/kinds.h"
#include "tests/bench/papers/pieces.h"

#include "core/dossier/field.h"
#include "resources/training/marks.h"

namespace station::papers {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

constexpr double rightColumn = 210 - 12 - 46;

/// Motto, title and addressee of a citizen's request; returns the next baseline.
double drawOpening(Draft &draft, Page &page, const QString &title, const QString &recipient)
{
    Random &random = draft.random;
    const Ink ink = draft.style.ink;
    const double middle = draft.style.left + draft.style.width / 2;
    double y = drawMotto(page, middle, random.between(19.0, 27.0), ink) + random.between(3.0, 7.0);
    draft.know(key::subject, title);
    y = page.centred(middle, y, draft.style.width - 10, title,
                     ink.sized(random.between(13.0, 15.0)).strong());
    if (!recipient.isEmpty()) {
        draft.know(key::recipient, recipient);
        y = page.centred(middle, y + 3, 150,
                         random.pick({u"Kính gửi: ", u"Kính gửi : "}) + recipient +
                             (random.chance(0.3) ? u"."_s : QString()),
                         random.chance(0.3) ? ink.strong() : ink);
    }
    return y + 3;
}

/// Place, date and the citizen's name at the end.
void drawClosing(Draft &draft, Page &page, double y, const QDate &date, const QStringList &titles,
                 const QString &name)
{
    Random &random = draft.random;
    const Ink ink = draft.style.ink;
    const QString place =
        random.chance(0.6) ? draft.province.name : random.pick(draft.province.districts);
    if (draft.style.penned) {
        Ink pen = ink.sized(ink.pt * 1.1);
        pen.pen = true;
        pen.color = QColor(30, 48, 150);
        page.paragraph(rightColumn - 45, y, 95,
                       {{place, pen},
                        {u", ngày"_s, ink.slanted()},
                        {u" %1"_s.arg(date.day()), pen},
                        {u" tháng"_s, ink.slanted()},
                        {u" %1"_s.arg(date.month()), pen},
                        {u" năm"_s, ink.slanted()},
                        {u" %1"_s.arg(date.year()), pen}});
    } else {
        page.centred(rightColumn, y, 100, place + u", "_s + spokenDate(date), ink.slanted());
    }
    draft.know(key::place, place, draft.style.penned);
    draft.know(key::documentDate, slashed(date), draft.style.penned);
    Signing signing{.titles = titles};
    if (random.chance(0.8))
        signing.note =
            random.pick({u"(Ký và ghi rõ họ, tên)", u"(Ký, ghi rõ họ tên)", u"(Ký, họ tên)"});
    draft.know(key::signer, name, draft.style.penned);
    if (draft.style.penned) {
        const double below = drawSigning(draft, page, rightColumn, y + 6, signing);
        Ink pen = ink.sized(ink.pt * 1.15);
        pen.pen = true;
        pen.color = QColor(30, 48, 150);
        page.text(rightColumn - page.widthOf(name, pen) / 2, below - 5, name, pen);
    } else {
        signing.name = name;
        drawSigning(draft, page, rightColumn, y + 6, signing);
    }
}

QString office(Draft &draft)
{
    return transportAgency(draft.random, draft.province).spoken;
}

}  // namespace

void drawLicenceRequest(Draft &draft)
{
    draft.paperType = u"don_doi_gplx"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Person person = somePerson(random, draft.province);
    const QDate passed = someDate(random, person.born.year() + 18, 2023);
    const QString number = licenceNumber(random, draft.province, person, passed.year());
    const QDate date = someDate(random, 2021, 2024);
    const QString title = random.pick({u"ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE",
                                       u"ĐƠN ĐỀ NGHỊ ĐỔI, CẤP LẠI GIẤY PHÉP LÁI XE",
                                       u"ĐƠN ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP LÁI XE"});
    Form form(draft, page, drawOpening(draft, page, title, office(draft)));
    draft.style.numbered = false;
    const QString class_ = random.pick({u"A1", u"B1", u"B2", u"C", u"D", u"E", u"FC", u"B", u"C1"});
    const Form::Item name{random.pick({u"Tôi là", u"Họ và tên", u"Tên tôi là", u"Họ, tên"}),
                          draft.written(person.name), key::ownerName};
    const Form::Item born{random.pick({u"Sinh ngày", u"Ngày, tháng, năm sinh", u"Ngày sinh"}),
                          draft.dated(person.born), key::birthDate};
    draft.know(key::birthDate, slashed(person.born), draft.style.penned);
    const Form::Item sex{random.pick({u"Giới tính", u"Nam, Nữ", u"Giới tính (Nam/Nữ)"}),
                         person.sex(), key::sex};
    const Form::Item nation{u"Quốc tịch"_s, u"Việt Nam"_s};
    const Form::Item id{
        random.pick({u"Số CCCD", u"Số Căn cước công dân", u"Số CMND/CCCD", u"Số định danh cá nhân",
                     u"Số căn cước công dân hoặc hộ chiếu"}),
        person.id, key::personalId};
    const Form::Item issued{random.pick({u"Cấp ngày", u"Ngày cấp"}), slashed(person.idIssued)};
    const Form::Item issuer{
        u"Nơi cấp"_s, random.chance(0.5) ? u"Cục CSQLHC về TTXH"_s
                                         : u"Cục Cảnh sát quản lý hành chính về trật tự xã hội"_s};
    const Form::Item address{random.pick({u"Nơi cư trú", u"Nơi thường trú", u"Địa chỉ",
                                          u"Nơi đăng ký hộ khẩu thường trú"}),
                             person.address, key::address};
    const Form::Item phone{random.pick({u"Số điện thoại", u"Điện thoại liên hệ", u"ĐT"}),
                           person.phone, key::phone};
    const bool photo = random.chance(0.3);
    const double full = draft.style.width;
    if (photo) {
        training::drawPortrait(page.painter(), draft.style.left, form.y() + 1, 30, 40);
        page.ignore(draft.style.left, form.y() + 1, 30, 40);
        draft.style.left += 36;
        draft.style.width -= 36;
    }
    switch (random.between(0, 2)) {
    case 0:
        form.items({name, nation});
        form.items({born, sex});
        form.item(address.label, address.value, address.key);
        form.item(id.label, id.value, id.key);
        form.items({issued, issuer});
        break;
    case 1:
        form.item(name.label, name.value, name.key);
        form.items({born, sex, nation});
        form.items({id, issued});
        form.item(issuer.label, issuer.value);
        form.items({address});
        form.items({phone});
        break;
    default:
        form.items({name, sex});
        form.items({born});
        form.items({phone, nation});
        form.items({address});
        form.items({id});
        form.items({issued, issuer});
    }
    if (photo) {
        draft.style.left -= 36;
        draft.style.width = full;
        form.space(std::max(0.0, 6.0));
    }
    form.item(u"Đã học lái xe tại"_s,
              u"Trung tâm Đào tạo và Sát hạch lái xe %1 năm %2"_s.arg(draft.province.name)
                  .arg(passed.year()));
    form.items(
        {{random.pick({u"Hiện đã có giấy phép lái xe hạng", u"Đã có giấy phép lái xe hạng",
                       u"Tôi đã có GPLX hạng"}),
          class_, key::licenceClass},
         {random.pick({u"số", u"Số GPLX", u"Số giấy phép lái xe"}), number, key::licenceNumber}});
    form.items({{u"do"_s, u"Sở Giao thông vận tải "_s + draft.province.full()},
                {u"cấp ngày"_s, slashed(passed.addDays(14))}});
    if (random.chance(0.5))
        form.item(u"có giá trị đến ngày"_s, slashed(passed.addYears(10)), key::expiryDate);
    form.item(u"Đề nghị cho tôi được đổi, cấp lại giấy phép lái xe hạng"_s, class_);
    form.item(u"Lý do"_s, random.pick({u"Giấy phép lái xe sắp hết hạn", u"Bị mất", u"Bị hỏng",
                                       u"Đổi sang thẻ PET"}));
    if (random.chance(0.5)) {
        page.text(draft.style.left, form.y(), u"Xin đăng ký nhận kết quả:"_s, draft.style.ink);
        const bool post = random.chance(0.5);
        drawChoice(page, draft.style.left + 62, form.y(), u"Trực tiếp"_s, !post, draft.style.ink);
        drawChoice(page, draft.style.left + 100, form.y(), u"Qua bưu điện"_s, post,
                   draft.style.ink);
        form.space(8);
    }
    form.plain(
        u"Xin gửi kèm theo: 01 giấy chứng nhận sức khỏe; bản sao giấy phép lái xe; bản sao thẻ căn cước công dân."_s);
    form.plain(
        u"Tôi xin cam đoan những điều ghi trên đây là đúng sự thật, nếu sai tôi xin hoàn toàn chịu trách nhiệm."_s);
    drawClosing(draft, page, form.y() + 4, date,
                {random.pick({u"NGƯỜI LÀM ĐƠN", u"NGƯỜI ĐỀ NGHỊ"})}, person.name);
}

void drawOtherRequest(Draft &draft)
{
    draft.paperType = u"don_de_nghi"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Person person = somePerson(random, draft.province);
    const QDate date = someDate(random, 2021, 2024);
    const QString title =
        random.pick({u"ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP LƯU HÀNH XE QUÁ KHỔ GIỚI HẠN",
                     u"ĐƠN ĐỀ NGHỊ CẤP CHỨNG CHỈ CHUYÊN MÔN", u"ĐƠN XIN XÁC NHẬN",
                     u"ĐƠN ĐỀ NGHỊ HỌC, SÁT HẠCH ĐỂ CẤP GIẤY PHÉP LÁI XE",
                     u"ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP LÁI XE QUỐC TẾ", u"ĐƠN ĐỀ NGHỊ"});
    Form form(draft, page, drawOpening(draft, page, title, office(draft)));
    draft.know(key::birthDate, slashed(person.born), draft.style.penned);
    form.items({{random.pick({u"Họ và tên", u"Tôi là", u"Họ và tên (chữ in hoa)"}),
                 draft.written(person.name), key::ownerName},
                {u"Nam/Nữ"_s, person.sex(), key::sex}});
    form.items({{random.pick({u"Ngày, tháng, năm sinh", u"Sinh ngày"}), draft.dated(person.born),
                 key::birthDate},
                {u"Dân tộc"_s, u"Kinh"_s}});
    form.items({{random.pick({u"Số CCCD/CMND", u"Số thẻ căn cước", u"Căn cước công dân số"}),
                 person.id, key::personalId},
                {u"Ngày cấp"_s, slashed(person.idIssued)}});
    form.item(random.pick({u"Nơi thường trú", u"Chỗ ở hiện nay", u"Địa chỉ"}), person.address,
              key::address);
    form.item(u"Điện thoại"_s, person.phone, key::phone);
    form.item(u"Nội dung đề nghị"_s, someSubject(random));
    for (int i = random.between(1, 2); i > 0; --i)
        form.plain(someSentence(random));
    form.plain(
        u"Tôi cam đoan nội dung trên là đúng sự thật và chịu trách nhiệm trước pháp luật."_s);
    drawClosing(draft, page, form.y() + 4, date,
                {random.pick({u"NGƯỜI LÀM ĐƠN", u"NGƯỜI VIẾT ĐƠN"})}, person.name);
}

void drawDeclaration(Draft &draft)
{
    draft.paperType = u"to_khai"_s;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Person person = somePerson(random, draft.province);
    const Vehicle vehicle = someVehicle(random, draft.province);
    const QDate date = someDate(random, 2021, 2024);
    const QString title = random.pick(
        {u"TỜ KHAI CẤP GIẤY CHỨNG NHẬN ĐĂNG KÝ, BIỂN SỐ XE MÁY CHUYÊN DÙNG",
         u"TỜ KHAI ĐĂNG KÝ XE MÁY CHUYÊN DÙNG", u"TỜ KHAI SANG TÊN CHỦ SỞ HỮU XE MÁY CHUYÊN DÙNG"});
    Form form(draft, page,
              drawOpening(draft, page, title, random.chance(0.6) ? office(draft) : QString()));
    form.item(random.pick({u"Tên chủ sở hữu", u"Họ và tên chủ xe", u"Chủ sở hữu"}),
              draft.written(person.name), key::ownerName);
    form.items({{random.pick({u"Số CCCD", u"Số CMND hoặc Căn cước công dân", u"Mã số định danh"}),
                 person.id, key::personalId},
                {u"Ngày cấp"_s, slashed(person.idIssued)}});
    form.item(random.pick({u"Địa chỉ thường trú", u"Trụ sở/Nơi cư trú", u"Địa chỉ"}),
              person.address, key::address);
    form.item(u"Số điện thoại"_s, person.phone, key::phone);
    form.item(random.pick({u"Loại xe máy chuyên dùng", u"Tên xe máy chuyên dùng", u"Loại xe"}),
              random.pick({u"Máy xúc bánh lốp", u"Xe lu rung", u"Máy ủi", u"Cần trục bánh lốp"}),
              key::vehicleKind);
    form.items({{random.pick({u"Nhãn hiệu (mác, kiểu)", u"Nhãn hiệu"}),
                 random.pick({u"KOMATSU PC200", u"HITACHI ZX130", u"SAKAI SV512", u"CAT 320D"}),
                 key::vehicleBrand},
                {random.pick({u"Màu sơn", u"Mầu sơn"}), vehicle.colour, key::paintColour}});
    form.items({{u"Nước sản xuất"_s, vehicle.country, key::madeCountry},
                {u"Năm sản xuất"_s, vehicle.year, key::madeYear}});
    form.items({{u"Số động cơ"_s, vehicle.engine, key::engineNumber},
                {u"Số khung"_s, vehicle.chassis, key::chassisNumber}});
    form.item(u"Kích thước bao (dài x rộng x cao)"_s,
              u"%1 x 2490 x 3150 mm"_s.arg(random.between(5000, 9500)));
    form.plain(random.pick({u"Nay tôi làm tờ khai đề nghị được cấp giấy chứng nhận đăng ký và biển "
                            u"số cho xe máy chuyên dùng nói trên.",
                            u"Tôi xin chịu trách nhiệm về các nội dung đã kê khai."}));
    drawClosing(draft, page, form.y() + 4, date,
                {random.pick({u"NGƯỜI KHAI", u"CHỦ SỞ HỮU", u"NGƯỜI KÊ KHAI"})}, person.name);
}

void drawBadgeRequest(Draft &draft)
{
    draft.paperType = u"giay_de_nghi"_s;
    draft.style.penned = false;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Company company = someCompany(random, draft.province);
    const QDate date = someDate(random, 2020, 2024);
    const Ink ink = draft.style.ink;
    const Agency unit{{},
                      company.name.toUpper(),
                      company.name,
                      company.abbreviation,
                      company.leaderTitle,
                      random.chance(0.6) ? draft.province.name
                                         : random.pick(draft.province.districts)};
    const QString no = u"%1"_s.arg(random.between(1, 180), 2, 10, QChar(u'0')) +
                       (random.chance(0.4) ? u"/%1"_s.arg(date.year()) : QString());
    const QString sign = random.pick({u"GĐN-", u"ĐN-", u"GĐN-"}) +
                         random.pick({u"VT", u"HTX", u"CT"}) + company.abbreviation;
    double y = drawHead(draft, page, random.between(18.0, 24.0), {unit, no, sign, date});
    const bool again = random.chance(0.35);
    draft.know(key::requestKind, again ? u"cấp lại"_s : u"cấp"_s);
    draft.leaveOpen(key::requestKind);
    const QString title =
        draft.know(key::subject, again ? u"GIẤY ĐỀ NGHỊ CẤP LẠI PHÙ HIỆU"_s
                                       : random.pick({u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU",
                                                      u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU XE Ô TÔ",
                                                      u"GIẤY ĐỀ NGHỊ CẤP, CẤP LẠI PHÙ HIỆU"}));
    const double middle = draft.style.left + draft.style.width / 2;
    y = page.centred(middle, y + 3, 160, title, ink.sized(14).strong());
    const QString recipient = draft.know(key::recipient, office(draft));
    y = page.centred(middle, y + 2, 150, u"Kính gửi: "_s + recipient, ink);
    Form form(draft, page, y + 2);
    const QString name = random.chance(0.6) ? company.name.toUpper() : company.name;
    form.item(random.pick({u"Tên đơn vị kinh doanh vận tải", u"Tên đơn vị", u"Tên đơn vị vận tải"}),
              name, key::organisation);
    form.item(random.pick({u"Địa chỉ", u"Địa chỉ trụ sở", u"Trụ sở"}), company.address,
              key::address);
    form.items({{random.pick({u"Số điện thoại (Fax)", u"Điện thoại", u"Số điện thoại"}),
                 company.phone, key::phone},
                {u"Email"_s, u"lienhe@vantai.vn"_s}});
    if (random.chance(0.7))
        form.item(random.pick({u"Người đại diện theo pháp luật", u"Người đại diện"}),
                  company.leader, key::representative);
    if (random.chance(0.6))
        form.item(random.pick({u"Giấy phép kinh doanh vận tải bằng xe ô tô số",
                               u"Số Giấy phép kinh doanh vận tải"}),
                  u"%1 ngày %2"_s.arg(random.between(10, 900))
                      .arg(slashed(someDate(random, 2018, 2019))));
    const int vehicles = random.between(1, 7);
    const QString returned = u"%1"_s.arg(random.between(0, 6), 2, 10, QChar(u'0'));
    const QString wanted = u"%1"_s.arg(vehicles, 2, 10, QChar(u'0'));
    draft.know(key::returnedCount, returned);
    draft.know(key::requestedCount, wanted);
    const QString after = random.pick({u" phù hiệu", u""});
    form.item(
        random.pick({u"Số lượng phù hiệu nộp lại", u"Số lượng nộp lại", u"Số phù hiệu nộp lại"}),
        returned + after);
    form.item(random.pick({u"Đề nghị được cấp", u"Số lượng phù hiệu đề nghị cấp", u"Đề nghị cấp"}),
              wanted + after);
    form.plain(u"Danh sách xe đề nghị cấp phù hiệu như sau:"_s, Align::Left);

    const double w = draft.style.width;
    const int layout = random.between(0, 2);
    Page::Table table{.ink = ink.sized(ink.pt - random.between(1.0, 2.0))};
    const QString plateHead = random.pick({u"Biển kiểm soát", u"Biển số xe", u"Biển số đăng ký"});
    const QString badge = random.pick({u"XE HỢP ĐỒNG", u"XE TẢI", u"XE TAXI", u"XE TUYẾN CỐ ĐỊNH"});
    if (layout == 0) {
        table.widths = {w * 0.07, w * 0.17, w * 0.14, w * 0.17, w * 0.13, w * 0.14, w * 0.18};
        table.rows = {{u"TT"_s, plateHead, u"Sức chứa (chỗ)"_s, u"Nhãn hiệu xe"_s,
                       u"Nước sản xuất"_s, u"Năm sản xuất"_s, u"Loại phù hiệu"_s}};
    } else if (layout == 1) {
        table.widths = {w * 0.08, w * 0.2, w * 0.22, w * 0.16, w * 0.16, w * 0.18};
        table.rows = {
            {u"STT"_s, plateHead, u"Loại xe"_s, u"Nhãn hiệu"_s, u"Số chỗ"_s, u"Năm sản xuất"_s}};
    } else {
        table.widths = {w * 0.08, w * 0.22, w * 0.36, w * 0.34};
        table.rows = {{u"Số TT"_s, plateHead, u"Số khung"_s, u"Số máy"_s}};
    }
    table.aligns.assign(table.widths.size(), Align::Centre);
    for (int i = 1; i <= vehicles; ++i) {
        const Vehicle v = someVehicle(random, draft.province);
        const auto cell = [&](const QString &column, const QString &value) {
            return draft.know(key::cell(key::vehicles, i, column), value);
        };
        const QString n = QString::number(i);
        if (layout == 0)
            table.rows.push_back({n, cell(key::plate, v.plate), cell(key::seats, v.seats),
                                  cell(key::vehicleBrand, v.brand),
                                  cell(key::madeCountry, v.country), cell(key::madeYear, v.year),
                                  badge});
        else if (layout == 1)
            table.rows.push_back({n, cell(key::plate, v.plate), cell(key::vehicleKind, v.kind),
                                  cell(key::vehicleBrand, v.brand), cell(key::seats, v.seats),
                                  cell(key::madeYear, v.year)});
        else
            table.rows.push_back({n, cell(key::plate, v.plate), cell(key::chassisNumber, v.chassis),
                                  cell(key::engineNumber, v.engine)});
    }
    y = page.table(draft.style.left, form.y() - 2, table) + 9;
    Signing signing{.titles = {u"ĐẠI DIỆN ĐƠN VỊ"_s, company.leaderTitle}};
    if (random.chance(0.5))
        signing.titles.removeFirst();
    draft.know(key::signerTitle, signing.titles.last());
    signing.name = draft.know(key::signer, company.leader);
    signing.sealRing =
        u"M.S.D.N: "_s + company.taxCode + u" * "_s + draft.province.full().toUpper() + u" * "_s;
    signing.sealCentre = company.form.toUpper() + u'\n' + company.abbreviation;
    drawReceivers(draft, page, y, {u"Như trên;"_s, u"Lưu: VP."_s});
    drawSigning(draft, page, rightColumn, y, signing);
    if (random.chance(0.2))
        drawReceivedStamp(draft, page, 26, 68);
}

}  // namespace station::papers
