#include "core/extraction/propose.h"

#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

dossier::FieldProposals proposed(const QString &fixture)
{
    return propose({fixturePage(fixture)}, {}, {.today = QDate(2025, 1, 1)});
}

}  // namespace

TEST_CASE("a decision is read by its layout", "[extraction]")
{
    const auto proposals = proposed(u"decision.json"_s);
    CHECK(valueOf(proposals, key::documentNumber) == u"924/QĐ-STC"_s);
    CHECK(valueOf(proposals, key::documentDate) == u"23/04/2024"_s);
    CHECK(valueOf(proposals, key::issuingAgency) == u"SỞ TÀI CHÍNH"_s);
    CHECK(valueOf(proposals, key::parentAgency) == u"UBND TỈNH BÌNH DƯƠNG"_s);
    CHECK(valueOf(proposals, key::subject) ==
          u"tăng cường bảo đảm trật tự, an toàn giao thông dịp nghỉ lễ"_s);
    CHECK(valueOf(proposals, key::signer) == u"Đỗ Ngọc Hiếu"_s);
    for (const auto &proposal : proposals) {
        INFO(proposal.key.toStdString());
        CHECK((proposal.sure || proposal.key == key::subject));  // many words, each may be wrong
    }
}

TEST_CASE("an agency's name on two lines is one name", "[extraction]")
{
    const auto proposals = proposed(u"letter_wrapped_agency.json"_s);
    CHECK(valueOf(proposals, key::issuingAgency) == u"SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"_s);
    CHECK(valueOf(proposals, key::parentAgency) == u"UBND TỈNH NGHỆ AN"_s);
    CHECK(valueOf(proposals, key::subject) ==
          u"triển khai thực hiện số hóa hồ sơ, giấy tờ tại bộ phận một cửa"_s);
}

TEST_CASE("an enterprise's name goes on below with whatever word it likes", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"CÔNG TY TNHH VẬN TẢI VÀ DU LỊCH"_s)
        .line(120, 84, u"TRƯỜNG SƠN"_s)
        .line(60, 120, u"Số: 17/GĐN-VTTS"_s)
        .line(250, 160, u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU"_s);
    const auto proposals = propose({page.page()}, u"giay_de_nghi"_s);
    CHECK(valueOf(proposals, key::issuingAgency) == u"CÔNG TY TNHH VẬN TẢI VÀ DU LỊCH TRƯỜNG SƠN");
    CHECK_FALSE(proposalFor(proposals, key::parentAgency));
}

TEST_CASE("a reason of a decision that runs on is not its subject", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH NGHỆ AN"_s)
        .line(60, 84, u"SỞ XÂY DỰNG"_s)
        .line(60, 120, u"Số: 41/QĐ-SXD"_s)
        .line(340, 180, u"QUYẾT ĐỊNH"_s)
        .line(220, 204, u"Về việc rà soát phương tiện hết niên hạn sử dụng"_s)
        .line(80, 250, u"Căn cứ Nghị định số 10/2020/NĐ-CP ngày 17 tháng 01 năm 2020 quy định"_s)
        .line(60, 274, u"về kinh doanh vận tải bằng xe ô tô;"_s);
    CHECK(valueOf(propose({page.page()}, {}), key::subject) ==
          u"rà soát phương tiện hết niên hạn sử dụng");
}

TEST_CASE("what was left for the pen is left to the clerk", "[extraction]")
{
    const auto proposals = proposed(u"letter_pen_number.json"_s);
    CHECK_FALSE(proposalFor(proposals, key::documentNumber));
    CHECK_FALSE(proposalFor(proposals, key::documentDate));
    CHECK(valueOf(proposals, key::issuingAgency) == u"SỞ TÀI CHÍNH"_s);
}

TEST_CASE("a pen number beside its printed symbol is never sure", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH VĨNH PHÚC"_s)
        .line(60, 84, u"SỞ TÀI CHÍNH"_s)
        .line(60, 120, u"Số: 4863 /STC-QLVT"_s);
    const auto number = proposalFor(propose({page.page()}, {}), key::documentNumber);
    REQUIRE(number);
    CHECK(number->value == u"4863/STC-QLVT"_s);
    CHECK_FALSE(number->sure);
}

TEST_CASE("a number whose symbol was misread or cut is not sure", "[extraction]")
{
    const QString number = GENERATE(u"1053/S1111-VP"_s, u"924/SKHĐT-T Tra"_s);
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH VĨNH PHÚC"_s)
        .line(60, 84, u"VĂN PHÒNG"_s)
        .line(60, 120, u"Số: "_s + number);
    const auto read = proposalFor(propose({page.page()}, {}), key::documentNumber);
    REQUIRE(read);
    CHECK_FALSE(read->sure);
}

TEST_CASE("a request form is read by its labels", "[extraction]")
{
    const auto proposals = proposed(u"request_form.json"_s);
    CHECK(valueOf(proposals, key::ownerName) == u"ĐỖ ĐỨC THẮNG"_s);
    CHECK(valueOf(proposals, key::birthDate) == u"10/08/1999"_s);
    CHECK(valueOf(proposals, key::personalId) == u"066099358565"_s);
    CHECK(valueOf(proposals, key::sex) == u"Nam"_s);
    CHECK(valueOf(proposals, key::licenceNumber) == u"716918113653"_s);
    CHECK(valueOf(proposals, key::documentDate) == u"09/09/2021"_s);
    CHECK(valueOf(proposals, key::signer) == u"Đỗ Đức Thắng"_s);
    CHECK(valueOf(proposals, key::address) ==
          u"Số 245, đường Nguyễn Tất Thành, phường Thắng Lợi, Buôn Ma Thuột, Đắk Lắk"_s);
}

TEST_CASE("a receipt names the owner and what was asked for", "[extraction]")
{
    const auto proposals = proposed(u"receipt.json"_s);
    CHECK(valueOf(proposals, key::documentNumber) == u"735/TN-TTPVHCC"_s);
    CHECK(valueOf(proposals, key::issuingAgency) ==
          u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH ĐÀ NẴNG"_s);
    CHECK(valueOf(proposals, key::ownerName) == u"ĐỖ THỊ HỒNG TUYẾT"_s);
    CHECK(valueOf(proposals, key::subject) ==
          u"Cấp lại giấy phép kinh doanh vận tải bằng xe ô tô"_s);
}

TEST_CASE("a licence whose title says it all has the title as its subject", "[extraction]")
{
    const auto proposals = proposed(u"transport_licence.json"_s);
    CHECK(valueOf(proposals, key::subject) == u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s);
    CHECK(valueOf(proposals, key::organisation) ==
          u"CÔNG TY CỔ PHẦN DỊCH VỤ DU LỊCH TRƯỜNG THỊNH"_s);
}

TEST_CASE("a title runs on with a word that only looks like an agency's", "[extraction]")
{
    const auto page = WrittenPage()
                          .line(250, 100, u"TỜ KHAI CẤP GIẤY CHỨNG NHẬN ĐĂNG KÝ, BIỂN"_s)
                          .line(325, 120, u"SỐ XE MÁY CHUYÊN DÙNG"_s)
                          .line(80, 200, u"Tên chủ sở hữu: NGUYỄN VĂN BÌNH"_s)
                          .page();
    CHECK(valueOf(propose({page}, u"to_khai"_s), key::subject) ==
          u"TỜ KHAI CẤP GIẤY CHỨNG NHẬN ĐĂNG KÝ, BIỂN SỐ XE MÁY CHUYÊN DÙNG"_s);
}

TEST_CASE("the QR code of a card wins over its print", "[extraction]")
{
    const auto proposals = proposed(u"identity_card.json"_s);
    const auto name = proposalFor(proposals, key::ownerName);
    REQUIRE(name);
    CHECK(name->value == u"ĐẶNG THỊ THU DIỆU"_s);  // as it is printed
    CHECK(name->source == dossier::FieldSource::Qr);
    CHECK(name->sure);
    CHECK(name->evidence == dossier::FieldEvidence{0, {100, 100, 300, 300}});
}

TEST_CASE("a card without a readable QR code is read from its print", "[extraction]")
{
    auto page = fixturePage(u"identity_card.json"_s);
    page.barcodes.clear();
    const auto proposals = propose({page}, u"cccd"_s);
    CHECK(valueOf(proposals, key::personalId) == u"001158594684"_s);
    CHECK(valueOf(proposals, key::ownerName) == u"ĐẶNG THỊ THU DIỆU"_s);
    CHECK(valueOf(proposals, key::birthDate) == u"03/11/1958"_s);
    CHECK(valueOf(proposals, key::sex) == u"Nữ"_s);
    CHECK(valueOf(proposals, key::address) ==
          u"347, đường Nguyễn Huệ, phường Thắng Lợi, Ba Đình, Hà Nội"_s);
    CHECK(valueOf(proposals, key::expiryDate) == u"03/11/2050"_s);
    CHECK(proposalFor(proposals, key::ownerName)->source == dossier::FieldSource::Ocr);
}

TEST_CASE("an address on a card runs on below its label, whatever stands beside it", "[extraction]")
{
    WrittenPage card;
    card.line(300, 100, u"CĂN CƯỚC CÔNG DÂN"_s)
        .line(300, 200, u"Nơi thường trú / Place of residence:"_s)
        .line(60, 210, u"Có giá trị đến:"_s)
        .line(290, 222, u"|"_s, 0.9)
        .line(300, 222, u"Thôn Đông, xã Định Trung, thành"_s)
        .line(60, 232, u"15/03/2045"_s)
        .line(290, 244, u"|"_s, 0.9)
        .line(300, 244, u"phố Vĩnh Yên"_s);
    const auto proposals = propose({card.page()}, {});
    CHECK(valueOf(proposals, key::address) == u"Thôn Đông, xã Định Trung, thành phố Vĩnh Yên"_s);
    CHECK(valueOf(proposals, key::expiryDate) == u"15/03/2045"_s);
}

TEST_CASE("an address that breaks off is not sure", "[extraction]")
{
    WrittenPage page;
    page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s).line(80, 200, u"Địa chỉ: Thôn Đông, xã Định Trung,"_s);
    const auto address = proposalFor(propose({page.page()}, {}), key::address);
    REQUIRE(address);
    CHECK(address->value == u"Thôn Đông, xã Định Trung"_s);
    CHECK_FALSE(address->sure);
}

TEST_CASE("the machine-readable lines of a card confirm or question its number", "[extraction]")
{
    const auto sureWith = [](const QString &line) {
        WrittenPage card;
        card.line(300, 100, u"CĂN CƯỚC CÔNG DÂN"_s)
            .line(300, 150, u"Số / No.: 026185001234"_s, 0.65)
            .line(100, 600, line);
        return proposalFor(propose({card.page()}, {}), key::personalId)->sure;
    };
    CHECK(sureWith(u"IDVNM1850012345026185001234<<8"_s));
    CHECK_FALSE(sureWith(u"IDVNM1850012345026185001235<<8"_s));
    CHECK_FALSE(sureWith({}));
}

TEST_CASE("evidence is the box of the words on the side they stand on", "[extraction]")
{
    const auto front = fixturePage(u"decision.json"_s);
    const auto proposals = propose({{.size = front.size, .dpi = front.dpi}, front}, {});
    CHECK(valueOf(proposals, key::documentNumber) == u"924/QĐ-STC"_s);
    const auto signer = proposalFor(proposals, key::signer);
    REQUIRE(signer);
    REQUIRE(signer->evidence);
    CHECK(signer->evidence->side == 1);
    QRect words;
    for (const auto &word : front.words) {
        if (word.text == u"Ngọc"_s || word.text == u"Hiếu"_s)
            words |= word.box;
    }
    CHECK(signer->evidence->box.contains(words));
}

TEST_CASE("the kind of paper is proposed by its own words", "[extraction]")
{
    const auto typeOf = [](const QString &fixture) {
        return proposeType(shippedRules(), {fixturePage(fixture)}).key;
    };
    CHECK(typeOf(u"identity_card.json"_s) == u"cccd"_s);
    CHECK(typeOf(u"letter_pen_number.json"_s) == u"van_ban_hanh_chinh"_s);
}

TEST_CASE("a page without words proposes nothing", "[extraction]")
{
    CHECK(propose({}, {}).empty());
    CHECK(propose({{.size = {2480, 3508}, .dpi = 300}}, {}).empty());
}

}  // namespace station::extraction
