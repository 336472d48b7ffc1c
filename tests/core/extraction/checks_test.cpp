#include "core/extraction/propose.h"

#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

WrittenPage form(const QString &id, const QString &birth, const QString &sex,
                 double confidence = 0.96)
{
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
        .line(80, 200, u"Họ và tên: NGUYỄN THỊ A"_s)
        .line(80, 230, u"Sinh ngày: "_s + birth, confidence)
        .line(80, 260, u"Giới tính: "_s + sex)
        .line(80, 290, u"Số CCCD: "_s + id, confidence);
    return page;
}

bool isSure(const dossier::FieldProposals &proposals, const QString &name)
{
    const auto proposal = proposalFor(proposals, name);
    REQUIRE(proposal);
    return proposal->sure;
}

}  // namespace

TEST_CASE("birth date and personal id vouch for each other", "[extraction]")
{
    const auto agreeing =
        propose({form(u"026185001234"_s, u"15/03/1985"_s, u"Nữ"_s, 0.75).page()}, {});
    CHECK(isSure(agreeing, key::birthDate));
    CHECK(isSure(agreeing, key::personalId));

    const auto otherYear = propose({form(u"026185001234"_s, u"15/03/1986"_s, u"Nữ"_s).page()}, {});
    CHECK_FALSE(isSure(otherYear, key::birthDate));
    CHECK_FALSE(isSure(otherYear, key::personalId));
    CHECK(valueOf(otherYear, key::birthDate) == u"15/03/1986"_s);
}

TEST_CASE("a sex that disagrees with the personal id needs a look", "[extraction]")
{
    const auto proposals = propose({form(u"026185001234"_s, u"15/03/1985"_s, u"Nam"_s).page()}, {});
    CHECK_FALSE(isSure(proposals, key::sex));
    CHECK(isSure(proposals, key::personalId));
}

TEST_CASE("a personal id that is not the dossier owner's needs a look", "[extraction]")
{
    const auto page = form(u"026185001234"_s, u"15/03/1985"_s, u"Nữ"_s, 0.6).page();
    CHECK(isSure(propose({page}, {}, {.ownerId = u"026185001234"_s}), key::personalId));
    CHECK_FALSE(isSure(propose({page}, {}, {.ownerId = u"026185001235"_s}), key::personalId));
}

TEST_CASE("a weak reading is proposed but not sure, and noise is left out", "[extraction]")
{
    const auto weak = propose({form(u"026185001234"_s, u"15/03/1986"_s, u"Nữ"_s, 0.6).page()}, {});
    CHECK_FALSE(isSure(weak, key::personalId));
    const auto noise = propose({form(u"026185001234"_s, u"15/03/1985"_s, u"Nữ"_s, 0.2).page()}, {});
    CHECK_FALSE(proposalFor(noise, key::personalId));
}

TEST_CASE("a paper is not dated in the future", "[extraction]")
{
    const auto page = fixturePage(u"decision.json"_s);
    CHECK(isSure(propose({page}, {}, {.today = QDate(2024, 4, 23)}), key::documentDate));
    CHECK_FALSE(isSure(propose({page}, {}, {.today = QDate(2024, 4, 22)}), key::documentDate));
}

TEST_CASE("an agency that nearly has a known name needs a look and is not corrected",
          "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH VĨNH PHÚC"_s)
        .line(60, 84, u"SỞ GIAO THỐNG VẬM TẢI"_s)
        .line(60, 120, u"Số: 12/SGTVT-VP"_s);
    const auto proposals = propose({page.page()}, {});
    CHECK(valueOf(proposals, key::issuingAgency) == u"SỞ GIAO THỐNG VẬM TẢI"_s);
    CHECK_FALSE(isSure(proposals, key::issuingAgency));
    CHECK(isSure(proposals, key::parentAgency));
}

TEST_CASE("a number whose letters nearly are the agency's initials needs a look", "[extraction]")
{
    const auto numberSure = [](const QString &number) {
        WrittenPage page;
        page.line(60, 60, u"UBND TỈNH VĨNH PHÚC"_s)
            .line(60, 84, u"SỞ KẾ HOẠCH VÀ ĐẦU TƯ"_s)
            .line(60, 120, u"Số: "_s + number);
        return isSure(propose({page.page()}, {}), key::documentNumber);
    };
    CHECK(numberSure(u"12/SKHĐT-VP"_s));
    CHECK_FALSE(numberSure(u"12/SKHDT-VP"_s));
}

TEST_CASE("a known symbol that lost a letter is no short form of itself", "[extraction]")
{
    const auto numberIsSure = [](const QString &number) {
        WrittenPage page;
        page.line(60, 60, u"SỞ GIAO THÔNG VẬN TẢI"_s)
            .line(60, 100, u"Số: "_s + number)
            .line(330, 150, u"QUYẾT ĐỊNH"_s);
        return isSure(propose({page.page()}, {}), key::documentNumber);
    };
    CHECK(numberIsSure(u"831/QĐ-SGTVT"_s));
    CHECK_FALSE(numberIsSure(u"831/QĐ-SGTV"_s));
}

TEST_CASE("a subject that ends where a number must follow is not sure", "[extraction]")
{
    const auto subjectIsSure = [](const QString &quarter) {
        WrittenPage page;
        page.line(60, 60, u"SỞ GIAO THÔNG VẬN TẢI"_s)
            .line(60, 100, u"Số: 12/BC-SGTVT"_s)
            .line(330, 150, u"BÁO CÁO"_s)
            .line(200, 175, u"Về việc báo cáo kết quả công tác "_s + quarter);
        return isSure(propose({page.page()}, u"van_ban_hanh_chinh"_s), key::subject);
    };
    CHECK(subjectIsSure(u"quý I"_s));
    CHECK_FALSE(subjectIsSure(u"quý"_s));
}

TEST_CASE("an engine number with an E may have an F there and is not sure", "[extraction]")
{
    const auto numberIsSure = [](const QString &number) {
        WrittenPage page;
        page.line(250, 100, u"CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s)
            .line(80, 200, u"Số máy (Engine N°): "_s + number, 0.968);
        return isSure(propose({page.page()}, u"dang_ky_xe"_s), key::engineNumber);
    };
    CHECK(numberIsSure(u"MFF68786907"_s));
    CHECK_FALSE(numberIsSure(u"MEE68786907"_s));
}

TEST_CASE("a plate with an E may have an F there and is not sure", "[extraction]")
{
    const auto plateIsSure = [](const QString &plate) {
        WrittenPage page;
        page.line(250, 100, u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU"_s)
            .line(80, 200, u"Biển kiểm soát: "_s + plate, 0.968);
        return isSure(propose({page.page()}, u"dang_ky_xe"_s), key::plate);
    };
    CHECK(plateIsSure(u"65F-635.68"_s));
    CHECK_FALSE(plateIsSure(u"65E-635.68"_s));
}

TEST_CASE("a symbol that is known but for strokes is proposed beside what was read", "[extraction]")
{
    const auto [read, meant] = GENERATE(table<QString, QString>({
        {u"234/QĐ-SILIL"_s, u"234/QĐ-STTTT"_s},
        {u"747/BC-SILLLL"_s, u"747/BC-STTTT"_s},
        {u"226/QĐĐ-STTTT"_s, u"226/QĐ-STTTT"_s},
        {u"53/S1'111-VP"_s, u"53/STTTT-VP"_s},
    }));
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH KHÁNH HÒA"_s)
        .line(60, 84, u"SỞ THÔNG TIN VÀ TRUYỀN THÔNG"_s)
        .line(60, 120, u"Số: "_s + read, 0.5);
    const auto number = proposalFor(propose({page.page()}, {}), key::documentNumber);
    REQUIRE(number);
    CHECK(number->value == meant);
    CHECK(number->asRead == read);
    CHECK_FALSE(number->sure);
}

TEST_CASE("a symbol of known parts is sure though the engine trusts no symbols", "[extraction]")
{
    const auto isSureOf = [](const QString &agency, const QString &number) {
        WrittenPage page;
        page.line(60, 60, u"UBND TỈNH KHÁNH HÒA"_s)
            .line(60, 84, agency)
            .line(60, 120, u"Số: "_s + number, 0.7);
        return isSure(propose({page.page()}, {}), key::documentNumber);
    };
    CHECK(isSureOf(u"SỞ THÔNG TIN VÀ TRUYỀN THÔNG"_s, u"234/QĐ-STTTT"_s));
    CHECK(isSureOf(u"CÔNG TY TNHH VẬN TẢI TRƯỜNG SƠN"_s, u"17/GĐN-VTTS"_s));
    CHECK_FALSE(isSureOf(u"CÔNG TY TNHH VẬN TẢI TRƯỜNG SƠN"_s, u"17/GĐN-VFBX"_s));
}

TEST_CASE("the same person read better at another place is proposed beside what was read",
          "[extraction]")
{
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
        .line(80, 200, u"Họ và tên: LỆ THỊ YẾN"_s)
        .line(500, 800, u"NGƯỜI LÀM ĐƠN"_s)
        .line(500, 900, u"Lê Thị Yến"_s);
    const auto proposals = propose({page.page()}, u"don_de_nghi"_s);
    const auto owner = proposalFor(proposals, key::ownerName);
    REQUIRE(owner);
    CHECK(owner->value == u"LÊ THỊ YẾN");
    CHECK(owner->asRead == u"LỆ THỊ YẾN");
    CHECK_FALSE(owner->sure);
    CHECK(valueOf(proposals, key::signer) == u"Lê Thị Yến");
}

TEST_CASE("a name with a syllable that no list of names has is not sure", "[extraction]")
{
    const auto isSureOf = [](const QString &name) {
        WrittenPage page;
        page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s).line(80, 200, u"Họ và tên: "_s + name);
        return isSure(propose({page.page()}, u"don_de_nghi"_s), key::ownerName);
    };
    CHECK(isSureOf(u"MAI THỊ THU LAN"_s));
    CHECK_FALSE(isSureOf(u"MAI THỊ THỦ LAN"_s));
}

TEST_CASE("strokes among the digits of a date are digits, to be looked at", "[extraction]")
{
    const auto [read, meant] = GENERATE(table<QString, QString>({
        {u"ngày I1 tháng 01 năm 2024"_s, u"11/01/2024"_s},
        {u"ngày 25 tháng 11 năm 2921"_s, u"25/11/2021"_s},
        {u"ngùy 05 tháng 02 năm 2023"_s, u"05/02/2023"_s},
    }));
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH KHÁNH HÒA"_s)
        .line(60, 84, u"SỞ XÂY DỰNG"_s)
        .line(60, 120, u"Số: 311/BC-SXD"_s)
        .line(480, 120, u"Nha Trang, "_s + read);
    const auto date = proposalFor(propose({page.page()}, {}), key::documentDate);
    REQUIRE(date);
    CHECK(date->value == meant);
    CHECK(date->sure == read.startsWith(u"ngùy"_s));
    CHECK(date->asRead.isEmpty() == read.startsWith(u"ngùy"_s));
}

TEST_CASE("a birth date beside its label is no date of the paper", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"SỞ Y TẾ TỈNH THANH HÓA"_s)
        .line(60, 84, u"BỆNH VIỆN ĐA KHOA TỈNH"_s)
        .line(250, 120, u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s)
        .line(480, 200, u"Sinh ngày: 22 tháng 02 năm 1986"_s);
    CHECK_FALSE(proposalFor(propose({page.page()}, u"giay_kham_suc_khoe"_s), key::documentDate));
}

TEST_CASE("a licence that has expired may be exchanged", "[extraction]")
{
    WrittenPage page;
    page.line(200, 100, u"ĐƠN ĐỀ NGHỊ ĐỔI GIẤY PHÉP LÁI XE"_s)
        .line(80, 200, u"có giá trị đến ngày 28/11/2014"_s)
        .line(480, 700, u"Hà Nội, ngày 17 tháng 4 năm 2022"_s);
    const auto proposals = propose({page.page()}, u"don_doi_gplx"_s);
    CHECK(isSure(proposals, key::documentDate));
}

TEST_CASE("an address is proposed with the signs and common words of addresses", "[extraction]")
{
    const auto [read, written] = GENERATE(table<QString, QString>({
        {u"Ngõ 97, phố Trần Phú, P, Trung Mỹ, TP. Huế, Thừa Thiên Huế"_s,
         u"Ngõ 97, phố Trần Phú, P. Trung Mỹ, TP. Huế, Thừa Thiên Huế"_s},
        {u"Tổ. dân phố 17. phường Hội Hợp, huyên Tam Đảo, tỉnh Vĩnh Phúc"_s,
         u"Tổ dân phố 17, phường Hội Hợp, huyện Tam Đảo, tỉnh Vĩnh Phúc"_s},
        {u"Khu 1 xã Tam Hợp; thị xã Phú Thọ, tỉnh Phú Thọ"_s,
         u"Khu 1, xã Tam Hợp, thị xã Phú Thọ, tỉnh Phú Thọ"_s},
    }));
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s).line(80, 200, u"Địa chỉ: "_s + read);
    const auto address = proposalFor(propose({page.page()}, u"don_de_nghi"_s), key::address);
    REQUIRE(address);
    CHECK(address->value == written);
    CHECK(address->asRead == read);
    CHECK_FALSE(address->sure);
}

TEST_CASE("a row whose plate was not read leaves the cells of its neighbours alone", "[extraction]")
{
    WrittenPage page;
    page.line(200, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
        .line(80, 200, u"STT"_s)
        .line(200, 200, u"Biển số xe"_s)
        .line(400, 200, u"Số chỗ"_s);
    const auto row = [&](int y, const QString &number, const QString &plate, const QString &seats) {
        page.line(80, y, number).line(200, y, plate).line(400, y, seats);
    };
    row(240, u"1"_s, u"51D-720.00"_s, u"5"_s);
    row(279, u"2"_s, u"B1LD-753.81"_s, u"29"_s);
    row(320, u"3"_s, u"50F-696.13"_s, u"45"_s);
    const auto proposals = propose({page.page()}, u"giay_phep_kdvt"_s);
    CHECK(valueOf(proposals, key::cell(key::vehicles, 1, key::seats)) == u"5");
    CHECK(valueOf(proposals, key::cell(key::vehicles, 3, key::seats)) == u"45");
    CHECK(valueOf(proposals, key::cell(key::vehicles, 3, key::plate)) == u"50F-696.13");
}

TEST_CASE("an F that was read as E and F is one letter", "[extraction]")
{
    WrittenPage page;
    page.line(200, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
        .line(80, 200, u"STT Biển số xe Số chỗ"_s)
        .line(80, 240, u"1 30FE-264.49 29"_s)
        .line(80, 280, u"2 30G-447.39 29"_s);
    const auto plate = proposalFor(propose({page.page()}, u"giay_phep_kdvt"_s),
                                   key::cell(key::vehicles, 1, key::plate));
    REQUIRE(plate);
    CHECK(plate->value == u"30F-264.49");
    CHECK(plate->asRead == u"30FE-264.49");
    CHECK_FALSE(plate->sure);
}

TEST_CASE("a chassis number is proposed with the signs that there are", "[extraction]")
{
    const auto numberOf = [](const QString &read) {
        WrittenPage page;
        page.line(200, 100, u"GIẤY CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s)
            .line(80, 200, u"Số khung: "_s + read);
        return proposalFor(propose({page.page()}, u"dang_ky_xe"_s), key::chassisNumber);
    };
    for (const QString &read : {u"RLOEX8024W3374827"_s, u"RL0EX.8024W3374827"_s}) {
        const auto number = numberOf(read);
        REQUIRE(number);
        CHECK(number->value == u"RL0EX8024W3374827");
        CHECK(number->asRead == read);
        CHECK_FALSE(number->sure);
    }
    const auto old = numberOf(u"KNAO12345"_s);  // of a time before there was a rule
    REQUIRE(old);
    CHECK(old->value == u"KNAO12345");
    CHECK(old->asRead.isEmpty());
}

TEST_CASE("a plate of a list that was misread keeps its place and leaves the next in doubt",
          "[extraction]")
{
    const auto listOf = [](const QString &second) {
        WrittenPage page;
        page.line(200, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
            .line(80, 200, u"7. Biển kiểm soát phương tiện: 34G-303.96, "_s + second)
            .line(80, 220, u"34H-749.55"_s);
        return propose({page.page()}, u"giay_phep_kdvt"_s);
    };
    const auto plateOf = [](const dossier::FieldProposals &proposals, int row) {
        return proposalFor(proposals, key::cell(key::vehicles, row, key::plate));
    };
    const auto whole = listOf(u"34D-592.94,"_s);
    REQUIRE(plateOf(whole, 3));
    CHECK(plateOf(whole, 3)->sure);
    const auto lost = listOf(u"34D-592,94,"_s);
    CHECK_FALSE(plateOf(lost, 2));
    REQUIRE(plateOf(lost, 3));
    CHECK(plateOf(lost, 3)->value == u"34H-749.55");
    CHECK_FALSE(plateOf(lost, 3)->sure);
    CHECK(plateOf(lost, 1)->sure);
}

TEST_CASE("a cell whose second line was left out is not sure", "[extraction]")
{
    const auto countryOf = [](int secondLineY) {
        WrittenPage page;
        page.line(200, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
            .line(80, 200, u"STT"_s)
            .line(200, 200, u"Biển số xe"_s)
            .line(400, 200, u"Nước sản xuất"_s)
            .line(80, 240, u"1"_s)
            .line(200, 240, u"51D-720.00"_s)
            .line(420, 240, u"Trung"_s)
            .line(420, secondLineY, u"Quốc"_s);
        return proposalFor(propose({page.page()}, u"giay_phep_kdvt"_s),
                           key::cell(key::vehicles, 1, key::madeCountry));
    };
    const auto cut = countryOf(262);
    REQUIRE(cut);
    CHECK(cut->value == u"Trung");
    CHECK_FALSE(cut->sure);
    CHECK(countryOf(300)->sure);  // another paragraph
}

TEST_CASE("a plate that stands alone in its column is print", "[extraction]")
{
    WrittenPage page;
    page.line(200, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
        .line(80, 200, u"STT"_s)
        .line(160, 200, u"Biển số xe"_s)
        .line(360, 200, u"Nước sản xuất"_s)
        .line(560, 200, u"Loại xe"_s);
    for (const int row : {0, 1})
        page.line(160, 240 + 40 * row, u"51D-720.0%1"_s.arg(row))
            .line(376, 240 + 40 * row, u"Việt Nam"_s)
            .line(560, 240 + 40 * row, u"Xe khách giường nằm"_s);
    const auto proposals = propose({page.page()}, u"giay_phep_kdvt"_s);
    const auto plate = proposalFor(proposals, key::cell(key::vehicles, 2, key::plate));
    REQUIRE(plate);
    CHECK(plate->value == u"51D-720.01");
    CHECK(plate->sure);
}

}  // namespace station::extraction
