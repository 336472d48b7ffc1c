#include "core/extraction/spelling.h"

#include "core/extraction/rule_data.h"
#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

dossier::FieldProposals letterAbout(const QString &subject, double confidence = 0.96)
{
    WrittenPage page;
    page.line(60, 60, u"UBND TỈNH NGHỆ AN"_s)
        .line(60, 84, u"SỞ XÂY DỰNG"_s)
        .line(60, 120, u"Số: 410/SXD-VP"_s)
        .line(60, 150, u"V/v "_s + subject, confidence);
    return propose({page.page()}, {});
}

}  // namespace

TEST_CASE("Vietnamese syllables are told from other words", "[extraction]")
{
    for (const QString &word : {u"nghiêng"_s, u"quyết"_s, u"giêng"_s, u"gì"_s, u"yêu"_s, u"Khuya"_s,
                                u"ở"_s, u"quốc"_s, u"thuở"_s, u"hoà"_s, u"hòa"_s, u"băng"_s}) {
        INFO(word.toStdString());
        CHECK(isSyllable(word));
    }
    for (const QString &word : {u"Hữự"_s, u"LOGISTICS"_s, u"cđửa"_s, u"quyêt"_s, u"Írưng"_s,
                                u"STTTT"_s, u"w"_s, u"nghànk"_s}) {
        INFO(word.toStdString());
        CHECK_FALSE(isSyllable(word));
    }
}

TEST_CASE("a word and its neighbour confirm or contradict each other", "[extraction]")
{
    Spelling spelling;
    spelling.add(u"điều chỉnh kế hoạch"_s);
    spelling.add(u"khoa học"_s);
    spelling.add(u"khóa học"_s);
    spelling.add(u"Bình Định"_s, true);
    const auto kinds = [&](const QString &text) {
        std::vector<WordKind> found;
        for (const JudgedWord &word : spelling.judged(text.split(u' ')))
            found.push_back(word.kind);
        return found;
    };
    using enum WordKind;
    CHECK(kinds(u"điều chỉnh"_s) == std::vector{Confirmed, Confirmed});
    CHECK(kinds(u"điêu chỉnh"_s) == std::vector{Contradicted, Listed});
    CHECK(spelling.judged({u"điêu"_s, u"chỉnh"_s})[0].listed == u"điều"_s);
    // Two spellings of the same letters, and names, contradict nothing.
    CHECK(kinds(u"khoá học"_s) == std::vector{Syllable, Listed});
    CHECK(kinds(u"bình đỉnh"_s) == std::vector{Listed, Syllable});
    CHECK(kinds(u"hoạch TNHH 2024"_s) == std::vector{Listed, Other, Number});
}

TEST_CASE("common words that confirm each other are sure however little the engine trusts them",
          "[extraction]")
{
    const auto known =
        proposalFor(letterAbout(u"điều chỉnh kế hoạch bảo trì đường bộ"_s, 0.6), key::subject);
    REQUIRE(known);
    CHECK(known->sure);
    const auto unknown = proposalFor(letterAbout(u"trồng hoa sen quanh hồ"_s, 0.6), key::subject);
    REQUIRE(unknown);
    CHECK_FALSE(unknown->sure);
}

TEST_CASE("a common word that lost its marks is proposed as it is spelled, beside what was read",
          "[extraction]")
{
    const auto subject =
        proposalFor(letterAbout(u"điêu chỉnh kế hoạch bảo trì đường bộ"_s, 0.86), key::subject);
    REQUIRE(subject);
    CHECK(subject->value == u"điều chỉnh kế hoạch bảo trì đường bộ");
    CHECK(subject->asRead == u"điêu chỉnh kế hoạch bảo trì đường bộ");
    CHECK_FALSE(subject->sure);
}

TEST_CASE("a name that stands in the lists with other marks is doubted and stays", "[extraction]")
{
    Spelling spelling;
    spelling.add(u"Đại Đồng"_s, true);
    spelling.add(u"Tân Thanh"_s, true);
    spelling.add(u"Tân Thành"_s, true);
    const auto judged = [&](const QString &text) { return spelling.judged(text.split(u' ')); };
    CHECK(judged(u"đai đồng"_s)[0].isRivalled);
    CHECK(judged(u"đai đồng"_s)[0].listed.isEmpty());
    CHECK_FALSE(judged(u"đai đồng"_s)[1].isRivalled);
    CHECK(judged(u"đại đồng"_s)[0].kind == WordKind::Confirmed);
    // Which of the two it is, nobody knows.
    CHECK(judged(u"tân thanh"_s)[1].kind == WordKind::Listed);
    CHECK_FALSE(judged(u"tân thanh"_s)[1].isRivalled);
}

TEST_CASE("words of two phrases do not speak against each other", "[extraction]")
{
    Spelling spelling;
    spelling.add(u"trụ sở"_s);
    CHECK_FALSE(spelling.judged({u"trú"_s, u"số"_s})[1].listed.isEmpty());
    CHECK(spelling.judged({u"trú"_s, u"số"_s}, {false, true})[1].listed.isEmpty());

    // "trụ sở" and "phương án" are common words, the former on this page, too.
    const auto address = [](const QString &text) {
        WrittenPage page;
        page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
            .line(60, 160, u"Nơi nộp: trụ sở của bộ phận một cửa"_s)
            .line(60, 220, u"Nơi cư trú: "_s + text, 0.966);
        return proposalFor(propose({page.page()}, u"don_de_nghi"_s), key::address);
    };
    const auto right = address(u"Số 12, đường Mê Linh, phường An Khánh, Nha Trang, Khánh Hòa"_s);
    REQUIRE(right);
    CHECK(right->sure);
    CHECK_FALSE(address(u"Số 12, đường Mê Linh, phường An Khanh, Nha Trang, Khánh Hòa"_s)->sure);
}

TEST_CASE("what a part of an address begins with needs no trust of the engine", "[extraction]")
{
    const auto isSure = [](const QString &kind) {
        WrittenPage page;
        page.line(250, 100, u"ĐƠN ĐỀ NGHỊ"_s)
            .line(60, 220, u"Địa chỉ: Ngõ 12, phố Mê Linh, "_s + kind + u" Hòa Bình, Khánh Hòa"_s,
                  0.966);
        auto read = page.page();
        for (auto &word : read.words) {
            if (word.text == kind)
                word.confidence = 0.7;
        }
        return proposalFor(propose({read}, u"don_de_nghi"_s), key::address)->sure;
    };
    CHECK(isSure(u"P."_s));
    CHECK(isSure(u"phường"_s));
    CHECK_FALSE(isSure(u"phương"_s));
    CHECK_FALSE(isSure(u"F."_s));
}

TEST_CASE("a word with marks that is no syllable is not sure and a foreign word may be",
          "[extraction]")
{
    const auto nameIsSure = [](const QString &name) {
        WrittenPage page;
        page.line(250, 100, u"GIẤY PHÉP KINH DOANH VẬN TẢI BẰNG XE Ô TÔ"_s)
            .line(60, 220, u"1. Tên đơn vị kinh doanh: DOANH NGHIỆP TƯ NHÂN "_s + name, 0.97);
        const auto field =
            proposalFor(propose({page.page()}, u"giay_phep_kdvt"_s), key::organisation);
        REQUIRE(field);
        return field->sure;
    };
    CHECK(nameIsSure(u"VIỆT HÙNG"_s));
    CHECK(nameIsSure(u"LOGISTICS HÙNG"_s));
    CHECK_FALSE(nameIsSure(u"VIÊT HÙNG"_s));
    CHECK_FALSE(nameIsSure(u"ĐẦU TƯ-XÂY DỰNG"_s));
}

TEST_CASE("what a paper spells in two ways is not sure", "[extraction]")
{
    const auto headIsSure = [](const QString &below) {
        WrittenPage page;
        page.line(60, 60, u"HỢP TÁC XÃ VẬN TẢI TOÀN THẮNG"_s)
            .line(60, 120, u"Số: 12/2023/GĐN"_s)
            .line(300, 160, u"GIẤY ĐỀ NGHỊ CẤP PHÙ HIỆU"_s)
            .line(60, 220, below);
        const auto head =
            proposalFor(propose({page.page()}, u"giay_de_nghi"_s), key::issuingAgency);
        REQUIRE(head);
        return head->sure;
    };
    CHECK(headIsSure(u"Hợp tác xã Toàn Thắng cam kết"_s));
    CHECK_FALSE(headIsSure(u"Hợp tác xã Toàn Thăng cam kết"_s));
}

}  // namespace station::extraction
