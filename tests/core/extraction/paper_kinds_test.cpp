#include "core/extraction/propose.h"

#include "core/extraction/rule_data.h"
#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

#include <limits>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

TEST_CASE("a paper is known by its title, its code or its head", "[extraction]")
{
    const auto [title, type] = GENERATE(table<QString, QString>({
        {u"QUYẾT ĐỊNH"_s, u"quyet_dinh"_s},
        {u"BÁO CÁO"_s, u"van_ban_hanh_chinh"_s},
        {u"ĐƠN ĐỀ NGHỊ ĐỔI, CẤP LẠI GIẤY PHÉP LÁI XE"_s, u"don_doi_gplx"_s},
        {u"ĐƠN XIN XÁC NHẬN"_s, u"don_de_nghi"_s},
        {u"TỜ KHAI ĐĂNG KÝ XE MÁY CHUYÊN DÙNG"_s, u"to_khai"_s},
        {u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU"_s, u"giay_de_nghi"_s},
        {u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s, u"bien_nhan"_s},
        {u"GIẤY KHÁM SỨC KHỎE CỦA NGƯỜI LÁI XE"_s, u"giay_kham_suc_khoe"_s},
        {u"GIẤY PHÉP LÁI XE/DRIVER'S LICENSE"_s, u"gplx"_s},
        {u"CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s, u"dang_ky_xe"_s},
        {u"GIẤY CHỨNG NHẬN ĐĂNG KÝ XE MÁY CHUYÊN DÙNG"_s, u"gcn_xe_may_chuyen_dung"_s},
        {u"GIẤY CHỨNG NHẬN KIỂM ĐỊNH"_s, u"kiem_dinh_xe"_s},
        {u"GIẤY CHỨNG NHẬN ĐĂNG KÝ HỢP TÁC XÃ"_s, u"gcn_dang_ky_doanh_nghiep"_s},
        {u"HỢP ĐỒNG THUÊ XE Ô TÔ"_s, u"hop_dong"_s},
        {u"HÓA ĐƠN GIÁ TRỊ GIA TĂNG"_s, u"hoa_don"_s},
        {u"BIÊN LAI THU PHÍ, LỆ PHÍ"_s, u"chung_tu_le_phi"_s},
    }));
    const auto page = WrittenPage().line(150, 200, title).page();
    const auto proposed = proposeType(shippedRules(), {page});
    CHECK(proposed.key == type);
    CHECK(proposed.confidence > 0.7);
}

TEST_CASE("a title with a misread word is known, and its spelling is not sure", "[extraction]")
{
    const auto page =
        WrittenPage().line(270, 200, u"GLIẤY KHÁM SƯC KHỎE CỦA NGƯỜI LÁI XE"_s).page();
    CHECK(proposeType(shippedRules(), {page}).key == u"giay_kham_suc_khoe"_s);
    const auto subject = proposalFor(propose({page}, {}), key::subject);
    REQUIRE(subject);
    CHECK_FALSE(subject->sure);
}

TEST_CASE("the given kind says how a paper is read, its own words what it is", "[extraction]")
{
    const auto page = fixturePage(u"decision.json"_s);
    const auto proposal = readPaper(shippedRules(), {page}, u"danh_sach"_s);
    CHECK(proposal.type.key == u"quyet_dinh"_s);
    CHECK_FALSE(proposalFor(proposal.fields, key::documentNumber));
    CHECK(proposalFor(proposal.fields, key::documentDate));
}

TEST_CASE("a request of an enterprise is read with its table of vehicles", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"HỢP TÁC XÃ VẬN TẢI AN BÌNH"_s)
        .line(60, 100, u"Số: 05/2024/GĐN-HTXAB"_s)
        .line(450, 100, u"Vĩnh Phúc, ngày 05 tháng 3 năm 2024"_s)
        .line(250, 160, u"GIẤY ĐỀ NGHỊ CẤP LẠI PHÙ HIỆU"_s)
        .line(200, 190, u"Kính gửi: Sở Giao thông vận tải tỉnh Vĩnh Phúc"_s)
        .line(80, 230, u"1. Tên đơn vị: Hợp tác xã Vận tải An Bình"_s)
        .line(80, 260, u"2. Số điện thoại (Fax): 0912 345 678"_s)
        .line(80, 290, u"3. Số lượng phù hiệu nộp lại: 02 phù hiệu"_s)
        .line(80, 350, u"TT"_s)
        .line(150, 350, u"Biển kiểm"_s)
        .line(300, 350, u"Nhãn hiệu"_s)
        .line(480, 350, u"Sức chứa"_s)
        .line(160, 374, u"soát"_s)
        .line(80, 420, u"1"_s)
        .line(140, 420, u"88B-012.34"_s)
        .line(300, 420, u"HYUNDAI"_s)
        .line(500, 420, u"45"_s)
        .line(80, 450, u"2"_s)
        .line(140, 450, u"88F-001.23"_s)
        .line(300, 450, u"ISUZU"_s)
        .line(500, 450, u"7"_s);
    const auto fields = propose({page.page()}, {});
    CHECK(valueOf(fields, key::organisation) == u"Hợp tác xã Vận tải An Bình"_s);
    CHECK(valueOf(fields, key::documentNumber) == u"05/2024/GĐN-HTXAB"_s);
    CHECK(valueOf(fields, key::place) == u"Vĩnh Phúc"_s);
    CHECK(valueOf(fields, key::recipient) == u"Sở Giao thông vận tải tỉnh Vĩnh Phúc"_s);
    CHECK(valueOf(fields, key::requestKind) == u"cấp lại"_s);
    CHECK(valueOf(fields, key::phone) == u"0912345678"_s);
    CHECK(valueOf(fields, key::returnedCount) == u"02"_s);
    CHECK(valueOf(fields, u"vehicles.1.plate"_s) == u"88B-012.34"_s);
    CHECK(valueOf(fields, u"vehicles.1.vehicle_brand"_s) == u"HYUNDAI"_s);
    CHECK(valueOf(fields, u"vehicles.2.seats"_s) == u"7"_s);
    // Cells come last, row by row.
    CHECK(fields.back().key == u"vehicles.2.seats"_s);
}

TEST_CASE("a tax code is trusted by its check digit alone", "[extraction]")
{
    const auto sureOf = [](const QString &code) {
        WrittenPage page;
        page.line(150, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
            .line(80, 200, u"Mã số thuế: "_s + code);
        return proposalFor(propose({page.page()}, {}), key::taxCode)->sure;
    };
    CHECK(sureOf(u"2500410079"_s));
    CHECK_FALSE(sureOf(u"2500410078"_s));
}

TEST_CASE("a slip's code is read from its bar code and print that differs makes it doubtful",
          "[extraction]")
{
    const auto slip = [](const QString &printed) {
        WrittenPage page;
        page.line(150, 100, u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s)
            .line(80, 200, u"Mã hồ sơ: "_s + printed)
            .qr(u"000.00.16.H62-240515-0001"_s);
        return *proposalFor(propose({page.page()}, {}), key::dossierCode);
    };
    const auto agreeing = slip(u"000.00.16.H62-240515-0001"_s);
    CHECK(agreeing.source == dossier::FieldSource::Qr);
    CHECK(agreeing.sure);
    const auto other = slip(u"000.00.16.H62-240515-0007"_s);
    CHECK(other.value == u"000.00.16.H62-240515-0001"_s);
    CHECK_FALSE(other.sure);
}

TEST_CASE("a day that was filled in by pen is never sure", "[extraction]")
{
    WrittenPage printed;
    printed.line(60, 60, u"SỞ TÀI CHÍNH"_s).line(450, 100, u"Huế, ngày 18 tháng 10 năm 2022"_s);
    CHECK(proposalFor(propose({printed.page()}, u"quyet_dinh"_s), key::documentDate)->sure);

    auto penned = printed.page();
    for (auto &word : penned.words) {
        if (word.text == u"18"_s)
            word.box.adjust(0, -5, 0, 0);
    }
    CHECK_FALSE(proposalFor(propose({penned}, u"quyet_dinh"_s), key::documentDate)->sure);
    // Of one height with the print, but above its line.
    for (auto &word : penned.words) {
        if (word.text == u"18"_s)
            word.box.adjust(0, 0, 0, -5);
    }
    CHECK_FALSE(proposalFor(propose({penned}, u"quyet_dinh"_s), key::documentDate)->sure);
}

TEST_CASE("a stroke below a printed day and the word beside it makes no pen of it", "[extraction]")
{
    WrittenPage printed;
    printed.line(60, 60, u"SỞ TÀI CHÍNH"_s).line(450, 100, u"Huế, ngày 18 tháng 10 năm 2022"_s);
    const auto reachesDown = [&](const QStringList &texts) {
        auto page = printed.page();
        for (auto &word : page.words) {
            if (texts.contains(word.text))
                word.box.adjust(0, 0, 0, word.box.height());
        }
        return proposalFor(propose({page}, u"quyet_dinh"_s), key::documentDate)->sure;
    };
    CHECK(reachesDown({u"ngày"_s, u"18"_s}));
    CHECK_FALSE(reachesDown({u"18"_s}));
}

TEST_CASE("the department on an identity card goes on in the line below", "[extraction]")
{
    const auto agency = [](const QString &first, const QString &second) {
        WrittenPage page;
        page.line(60, 60, u"Ngày, tháng, năm / Date, month, year: 01/03/2022"_s)
            .line(60, 90, first)
            .line(60, 112, second)
            .line(60, 240, u"IDVNM1850012345026185001234<<4"_s);
        return proposalFor(propose({page.page()}, u"cccd"_s), key::issuingAgency);
    };
    const QString department = u"CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"_s;
    const auto [first, second] = GENERATE(table<QString, QString>({
        {u"CỤC TRƯỞNG CỤC CẢNH SÁT"_s, u"QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"_s},
        {u"CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ"_s, u"TRẬT TỰ XÃ HỘI"_s},
        {u"CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"_s, u"Tô Văn Huệ"_s},
    }));
    const auto whole = agency(first, second);
    REQUIRE(whole);
    CHECK(whole->value == department);
    CHECK(whole->sure);

    const auto cut = agency(u"CỤC TRƯỞNG CỤC CẢNH SÁT"_s, u"Tô Văn Huệ"_s);
    CHECK(cut->value == u"CỤC CẢNH SÁT"_s);
    CHECK_FALSE(cut->sure);
    CHECK(agency(u"BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY"_s, u""_s)->value == u"BỘ CÔNG AN"_s);
}

TEST_CASE("a blank that a name of the lists was given back leaves no doubt", "[extraction]")
{
    const auto parent = [](const QString &name) {
        WrittenPage page;
        page.line(60, 60, name)
            .line(60, 84, u"SỞ TÀI CHÍNH"_s)
            .line(60, 120, u"Số: 12/QĐ-STC"_s)
            .line(330, 180, u"QUYẾT ĐỊNH"_s);
        return proposalFor(propose({page.page()}, u"quyet_dinh"_s), key::parentAgency);
    };
    const auto known = parent(u"UBNDTỈNH HÀ NAM"_s);
    CHECK(known->value == u"UBND TỈNH HÀ NAM"_s);
    CHECK(known->sure);
    CHECK_FALSE(parent(u"UBNDTỈNH HÀ NAN"_s)->sure);
}

TEST_CASE("the dots of a blank end its value", "[extraction]")
{
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
        .line(80, 200, u"Họ và tên: TRẦN VĂN BÌNH............ --- SEEs ssE"_s)
        .line(80, 230, u"Địa chỉ: Thôn Đông, xã Định Trung, Vĩnh Phúc ........... xs 11"_s);
    const auto fields = propose({page.page()}, {});
    CHECK(valueOf(fields, key::ownerName) == u"TRẦN VĂN BÌNH"_s);
    CHECK(valueOf(fields, key::address) == u"Thôn Đông, xã Định Trung, Vĩnh Phúc"_s);
}

TEST_CASE("a misread post or a name cut short needs a look", "[extraction]")
{
    const auto signing = [](const QString &post, const QString &name) {
        WrittenPage page;
        page.line(60, 60, u"SỞ TÀI CHÍNH"_s)
            .line(60, 100, u"Số: 12/QĐ-STC"_s)
            .line(330, 150, u"QUYẾT ĐỊNH"_s)
            .line(520, 800, post)
            .line(520, 920, name);
        return propose({page.page()}, {});
    };
    const auto good = signing(u"GIÁM ĐỐC"_s, u"Trần Văn Bình"_s);
    CHECK(proposalFor(good, key::signerTitle)->sure);
    CHECK(proposalFor(good, key::signer)->sure);
    // The signer's own post was not read.
    CHECK_FALSE(
        proposalFor(signing(u"KT. GIÁM ĐỐC"_s, u"Trần Văn Bình"_s), key::signerTitle)->sure);
    CHECK_FALSE(
        proposalFor(signing(u"TRƯỜNG PHÒNG"_s, u"Trần Văn Bình"_s), key::signerTitle)->sure);
    CHECK_FALSE(proposalFor(signing(u"GIÁM ĐỐC"_s, u"Trần Văn"_s), key::signer)->sure);
    CHECK_FALSE(proposalFor(signing(u"GIÁM ĐỐC"_s, u"Trấn Văn Bình"_s), key::signer)->sure);
}

TEST_CASE("who decides stands above the bases of a decision and does not sign there",
          "[extraction]")
{
    const auto page = WrittenPage()
                          .line(60, 60, u"SỞ XÂY DỰNG"_s)
                          .line(60, 100, u"Số: 12/QĐ-SXD"_s)
                          .line(330, 150, u"QUYẾT ĐỊNH"_s)
                          .line(330, 220, u"GIÁM ĐỐC SỞ XÂY DỰNG"_s)
                          .line(60, 260, u"Căn cứ Luật Giao thông đường bộ ngày 27 tháng 6;"_s)
                          .page();
    CHECK_FALSE(proposalFor(propose({page}, {}), key::signerTitle));
}

TEST_CASE("an agency's name goes on in the line below, a heading is none", "[extraction]")
{
    const auto page = WrittenPage()
                          .line(60, 60, u"DOANH NGHIỆP TƯ NHÂN"_s)
                          .line(90, 80, u"TRƯỜNG SƠN"_s)
                          .line(60, 110, u"Số: 12/GĐN-TS"_s)
                          .line(300, 150, u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU"_s)
                          .page();
    CHECK(valueOf(propose({page}, {}), key::issuingAgency) == u"DOANH NGHIỆP TƯ NHÂN TRƯỜNG SƠN"_s);
    const auto certificate = WrittenPage()
                                 .line(300, 60, u"GIẤY CHỨNG NHẬN KIỂM ĐỊNH"_s)
                                 .line(60, 120, u"1. PHƯƠNG TIỆN (VEHICLE)"_s)
                                 .line(450, 500, u"TRUNG TÂM ĐĂNG KIỂM XE CƠ GIỚI"_s)
                                 .line(560, 520, u"8803D"_s)
                                 .page();
    CHECK(valueOf(propose({certificate}, {}), key::issuingAgency) ==
          u"TRUNG TÂM ĐĂNG KIỂM XE CƠ GIỚI 8803D"_s);
}

TEST_CASE("an address that does not end with a province needs a look", "[extraction]")
{
    const auto living = [](const QString &where) {
        const auto page = WrittenPage()
                              .line(330, 60, u"ĐƠN ĐỀ NGHỊ"_s)
                              .line(60, 120, u"Nơi cư trú: "_s + where)
                              .line(60, 200, u"Tôi xin chịu trách nhiệm."_s)
                              .page();
        return *proposalFor(propose({page}, {}), key::address);
    };
    CHECK(living(u"Thôn Phú Hậu, xã Phú Xuân, tỉnh Nam Định"_s).sure);
    CHECK_FALSE(living(u"Thôn Phú Hậu, xã Phú Xuân, Nam"_s).sure);
    // "Thôn Đồng"? No neighbour tells.
    CHECK_FALSE(living(u"Thôn Đông, xã Phú Xuân, tỉnh Nam Định"_s).sure);
}

TEST_CASE("which registration it is says no place, and vehicles belong to enterprises, too",
          "[extraction]")
{
    const auto certificate =
        WrittenPage()
            .line(200, 100, u"GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP"_s)
            .line(250, 150, u"Đăng ký lần đầu: ngày 07 tháng 7 năm 2015"_s)
            .line(250, 180, u"Đăng ký thay đổi lần thứ: 5, ngày 28 tháng 8 năm 2019"_s)
            .page();
    const auto fields = propose({certificate}, {});
    CHECK_FALSE(proposalFor(fields, key::place));
    CHECK(valueOf(fields, key::documentDate) == u"28/08/2019"_s);
    const auto registration =
        WrittenPage()
            .line(250, 100, u"CHỨNG NHẬN ĐĂNG KÝ XE Ô TÔ"_s)
            .line(60, 150, u"Chủ xe (Owner): CÔNG TY TNHH THƯƠNG MẠI VÀ VẬN TẢI MINH QUÂN"_s)
            .line(60, 180, u"Nhãn hiệu (Brand): FORD"_s)
            .page();
    CHECK(valueOf(propose({registration}, {}), key::ownerName) ==
          u"CÔNG TY TNHH THƯƠNG MẠI VÀ VẬN TẢI MINH QUÂN"_s);
}

TEST_CASE("a title is known with one misread letter", "[extraction]")
{
    const auto page = WrittenPage().line(300, 100, u"GLẤY KHÁM SỨC KHỎE"_s).page();
    CHECK(proposeType(shippedRules(), {page}).key == u"giay_kham_suc_khoe"_s);
}

TEST_CASE("a confidence that is no number gives no value", "[extraction]")
{
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
        .line(80, 200, u"Họ và tên: TRẦN VĂN BÌNH"_s, std::numeric_limits<double>::quiet_NaN())
        .line(80, 230, u"Sinh ngày: 05/03/1985"_s, 1e308);
    const auto fields = propose({page.page()}, {});
    CHECK_FALSE(proposalFor(fields, key::ownerName));
    CHECK(proposalFor(fields, key::birthDate)->confidence <= 1.0);
}

TEST_CASE("what is measured for the calibration are the proposals themselves", "[extraction]")
{
    const auto page = fixturePage(u"request_form.json"_s);
    const auto fields = propose({page}, {});
    const auto scores = rawScores(shippedRules(), {page}, {});
    REQUIRE(scores.size() == fields.size());
    for (const RawScore &score : scores) {
        const auto proposal = proposalFor(fields, score.key);
        REQUIRE(proposal);
        CHECK(proposal->value == score.value);
        if (score.doubtful)
            CHECK_FALSE(proposal->sure);
    }
}

}  // namespace station::extraction
