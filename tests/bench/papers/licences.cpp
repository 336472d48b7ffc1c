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

QString cellKey(int row, const QString &column)
{
    return key::cell(key::vehicles, row, column);
}

}  // namespace

void drawTransportLicence(Draft &draft)
{
    draft.paperType = u"giay_phep_kdvt"_s;
    draft.style.penned = false;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Agency agency = transportAgency(random, draft.province);
    const Company company = someCompany(random, draft.province);
    const QDate date = someDate(random, 2019, 2024);
    const QString sign = random.pick({u"GPKDVT-", u"GP-", u"GPKDVT-"}) + agency.abbreviation;
    double y = drawHead(draft, page, random.between(20.0, 28.0),
                        {agency, QString::number(random.between(12, 980)), sign, date, {}, true});
    const Ink ink = draft.style.ink;
    const double middle = draft.style.left + draft.style.width / 2;
    const QString title = draft.know(key::subject, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s);
    y = page.centred(middle, y + random.between(4.0, 10.0), 160, title, ink.sized(15).strong());
    const QString round = QString::number(random.between(1, 5));
    if (random.chance(0.8)) {
        draft.know(key::issueRound, round.rightJustified(2, u'0'));
        y = page.centred(middle, y, 120,
                         random.pick({u"(Cấp lần thứ: %1)", u"Cấp lần thứ %1", u"(Cấp lần thứ %1)"})
                             .arg(round.rightJustified(2, u'0')),
                         ink.slanted());
    }
    Form form(draft, page, y + 4);
    draft.style.numbered = random.chance(0.6);
    const QString name = random.chance(0.5) ? company.name.toUpper() : company.name;
    form.item(random.pick({u"Tên đơn vị kinh doanh", u"Cấp cho đơn vị",
                           u"Tên doanh nghiệp, hợp tác xã, hộ kinh doanh", u"Tên đơn vị"}),
              name, key::organisation);
    if (random.chance(0.3))
        form.item(u"Tên giao dịch quốc tế (nếu có)"_s, company.abbreviation + u" TRANS"_s);
    form.item(random.pick({u"Giấy chứng nhận đăng ký doanh nghiệp (mã số thuế) số",
                           u"Mã số doanh nghiệp", u"Mã số thuế", u"Mã số doanh nghiệp/Mã số thuế"}),
              company.taxCode, key::taxCode);
    form.item(random.pick({u"Địa chỉ", u"Trụ sở chính", u"Địa chỉ trụ sở"}), company.address,
              key::address);
    const bool leader = random.chance(0.8);
    form.items({{u"Số điện thoại"_s, company.phone, key::phone},
                {random.chance(0.5) ? u"Fax"_s : u"Email"_s,
                 random.chance(0.5) ? u"02113 861 509"_s : u"vanphong@vantai.vn"_s}});
    if (leader)
        form.item(random.pick({u"Người đại diện theo pháp luật",
                               u"Họ và tên người đại diện theo pháp luật", u"Người đại diện"}),
                  company.leader, key::representative);
    QStringList forms;
    for (int i = random.between(1, 3); i > 0; --i)
        forms << random.pick({u"Vận tải hành khách theo hợp đồng", u"Vận tải hàng hóa thông thường",
                              u"Vận tải hành khách bằng xe taxi",
                              u"Vận tải hàng hóa bằng công-ten-nơ",
                              u"Vận tải hành khách theo tuyến cố định"});
    forms.removeDuplicates();
    form.item(random.pick({u"Được phép kinh doanh các loại hình vận tải", u"Hình thức kinh doanh",
                           u"Loại hình kinh doanh vận tải"}),
              forms.join(u"; "_s));
    const int vehicles = random.between(2, 6);
    if (random.chance(0.7)) {
        form.plain(random.pick({u"Danh sách phương tiện:",
                                u"Phương tiện tham gia kinh doanh vận tải gồm:"}),
                   Align::Left);
        const bool detailed = random.chance(0.5);
        const double w = draft.style.width;
        Page::Table table{.ink = ink.sized(ink.pt - 1)};
        table.widths = detailed ? std::vector{w * 0.08, w * 0.22, w * 0.26, w * 0.24, w * 0.20}
                                : std::vector{w * 0.1, w * 0.35, w * 0.35, w * 0.2};
        table.aligns.assign(table.widths.size(), Align::Centre);
        const QString plateHead =
            random.pick({u"Biển kiểm soát", u"Biển số xe", u"Biển số đăng ký"});
        table.rows.push_back(
            detailed ? std::vector<QString>{u"STT"_s, plateHead, u"Loại xe"_s, u"Nhãn hiệu"_s,
                                            u"Số chỗ"_s}
                     : std::vector<QString>{u"TT"_s, plateHead, u"Loại xe"_s, u"Số chỗ"_s});
        for (int i = 1; i <= vehicles; ++i) {
            const Vehicle v = someVehicle(random, draft.province);
            std::vector<QString> row{QString::number(i),
                                     draft.know(cellKey(i, key::plate), v.plate),
                                     draft.know(cellKey(i, key::vehicleKind), v.kind)};
            if (detailed)
                row.push_back(draft.know(cellKey(i, key::vehicleBrand), v.brand));
            row.push_back(draft.know(cellKey(i, key::seats), v.seats));
            table.rows.push_back(row);
        }
        form.moveTo(page.table(draft.style.left, form.y() - 2, table) + 8);
    } else {
        QStringList plates;
        for (int i = 1; i <= vehicles; ++i)
            plates << draft.know(cellKey(i, key::plate), carPlate(random, draft.province));
        form.item(u"Biển kiểm soát phương tiện"_s,
                  plates.join(random.chance(0.7) ? u", "_s : u"; "_s));
    }
    form.plain(u"Giấy phép có hiệu lực kể từ ngày ký./."_s);
    drawReceivers(draft, page, form.y() + 6, {u"Như trên;"_s, u"Lưu: VT, QLVT."_s});
    drawSigning(draft, page, rightColumn, form.y() + 6, someSigning(draft, agency));
}

void drawRegistration(Draft &draft)
{
    draft.paperType = u"gcn_dang_ky_doanh_nghiep"_s;
    draft.style.penned = false;
    Random &random = draft.random;
    Page &page = draft.newSide();
    const Company company = someCompany(random, draft.province);
    const Person person = somePerson(random, draft.province);
    const Ink ink = draft.style.ink;
    const bool household = random.chance(0.3);
    const QString district = random.pick(draft.province.districts);
    const bool union_ = !household && company.form == u"Hợp tác xã";

    const double x = draft.style.left + 33;
    double y = random.between(20.0, 26.0);
    drawMotto(page, rightColumn, y, ink);
    const Ink caps = ink.sized(std::min(12.0, ink.pt - 1));
    QString parent;
    QString agency;
    if (household || union_) {
        parent = u"UBND HUYỆN "_s + district.toUpper();
        agency = u"PHÒNG TÀI CHÍNH - KẾ HOẠCH"_s;
    } else {
        parent = random.chance(0.5) ? u"SỞ KẾ HOẠCH VÀ ĐẦU TƯ"_s
                                    : u"SỞ KẾ HOẠCH VÀ ĐẦU TƯ "_s + draft.province.full().toUpper();
        agency = u"PHÒNG ĐĂNG KÝ KINH DOANH"_s;
    }
    y = page.centred(x, y, 76, draft.know(key::parentAgency, parent), caps);
    y = page.centred(x, y, 76, draft.know(key::issuingAgency, agency), caps.strong());
    drawRule(page, x, y, caps.pt, 12);

    const double middle = draft.style.left + draft.style.width / 2;
    const QString title = household ? u"GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH"_s
                          : union_  ? u"GIẤY CHỨNG NHẬN ĐĂNG KÝ HỢP TÁC XÃ"_s
                                    : u"GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP"_s;
    draft.know(key::subject, title);
    y = page.centred(middle, y + random.between(12.0, 18.0), 170, title, ink.sized(15).strong());
    if (!household && !union_)
        y = page.centred(middle, y, 150, company.form.toUpper(), ink.strong());
    const QString no =
        household ? u"%1A8%2"_s.arg(random.between(10, 99)).arg(random.digits(6)) : company.taxCode;
    draft.know(key::documentNumber, no);
    if (!household)
        draft.know(key::taxCode, no);
    y = page.centred(
        middle, y + 1, 150,
        (household ? u"Số: "_s
         : union_  ? u"Mã số hợp tác xã: "_s
                  : random.pick({u"Mã số doanh nghiệp: ", u"Mã số doanh nghiệp/Mã số thuế: "})) +
            no,
        ink.strong());
    const QDate first = someDate(random, 2009, 2018);
    draft.know(key::firstIssueDate, slashed(first));
    y = page.centred(middle, y, 160, u"Đăng ký lần đầu: "_s + spokenDate(first), ink.slanted());
    QDate date = first;
    if (random.chance(0.7)) {
        date = someDate(random, 2019, 2024);
        const int round = random.between(1, 9);
        draft.know(key::issueRound, QString::number(round));
        y = page.centred(middle, y, 160,
                         u"Đăng ký thay đổi lần thứ: %1, %2"_s.arg(round).arg(spokenDate(date)),
                         ink.slanted());
    }
    draft.know(key::documentDate, slashed(date));
    if (!household && !union_)
        draft.know(key::enterpriseForm, company.form.toUpper());

    draft.style.numbered = false;
    Form form(draft, page, y + 4);
    int n = 0;
    const auto head = [&](const QString &text) { return u"%1. "_s.arg(++n) + text; };
    const bool caps_ = random.chance(0.8);
    const QString name = household ? u"Hộ kinh doanh "_s + person.name : company.name;
    form.item(head(household ? u"Tên hộ kinh doanh"_s
                   : union_  ? u"Tên hợp tác xã viết bằng tiếng Việt"_s
                            : random.pick({u"Tên công ty viết bằng tiếng Việt", u"Tên công ty"})),
              caps_ ? name.toUpper() : name, key::organisation);
    if (!household && random.chance(0.6)) {
        form.item(u"Tên công ty viết bằng tiếng nước ngoài"_s,
                  company.abbreviation + u" TRANSPORT COMPANY LIMITED"_s);
        form.item(u"Tên công ty viết tắt"_s, company.abbreviation + u" TRANS"_s);
    }
    form.item(head(household ? u"Địa điểm kinh doanh"_s : u"Địa chỉ trụ sở chính"_s),
              company.address, key::address);
    form.items({{random.pick({u"Điện thoại", u"Số điện thoại"}), company.phone, key::phone},
                {u"Fax"_s, u""_s}});
    form.item(head(household ? u"Vốn kinh doanh"_s : u"Vốn điều lệ"_s),
              u"%1.000.000.000 đồng"_s.arg(random.between(1, 40)));
    form.plain(head(household ? u"Họ và tên đại diện hộ kinh doanh"_s
                              : u"Người đại diện theo pháp luật của "_s +
                                    (union_ ? u"hợp tác xã"_s : u"công ty"_s)),
               Align::Left);
    form.items({{random.pick({u"* Họ và tên", u"Họ và tên", u"- Họ và tên"}),
                 draft.written(person.name), key::representative},
                {u"Giới tính"_s, person.sex(), key::sex}});
    if (!household)
        form.item(u"Chức danh"_s,
                  random.pick({u"Giám đốc", u"Chủ tịch Hội đồng quản trị", u"Tổng giám đốc"}));
    form.items({{u"Sinh ngày"_s, slashed(person.born), key::birthDate},
                {u"Dân tộc"_s, u"Kinh"_s},
                {u"Quốc tịch"_s, u"Việt Nam"_s}});
    form.item(u"Loại giấy tờ chứng thực cá nhân"_s, u"Thẻ căn cước công dân"_s);
    form.item(u"Số giấy chứng thực cá nhân"_s, person.id, key::personalId);
    form.items({{u"Ngày cấp"_s, slashed(person.idIssued)},
                {u"Nơi cấp"_s, u"Cục Cảnh sát quản lý hành chính về trật tự xã hội"_s}});
    form.item(u"Địa chỉ thường trú"_s, person.address);
    if (random.chance(0.4))
        training::drawQr(page.painter(), draft.style.left, form.y() + 4, 22, no);
    Signing signing;
    signing.titles << random.pick({u"TRƯỞNG PHÒNG", u"KT. TRƯỞNG PHÒNG"});
    if (signing.titles.first().startsWith(u"KT."))
        signing.titles << u"PHÓ TRƯỞNG PHÒNG"_s;
    draft.know(key::signerTitle, signing.titles.last());
    signing.name = draft.know(key::signer, someName(random, random.chance(0.4)));
    signing.sealRing = parent + u" * "_s;
    signing.sealCentre = household || union_ ? u"PHÒNG\nTC-KH"_s : u"PHÒNG ĐĂNG KÝ\nKINH DOANH"_s;
    drawSigning(draft, page, rightColumn, form.y() + 8, signing);
}

}  // namespace station::papers
