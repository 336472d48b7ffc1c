#include "core/extraction/paper_text.h"

#include "core/extraction/values.h"
#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

namespace station::extraction {

using namespace Qt::StringLiterals;

TEST_CASE("two columns that were read as one line are two pieces of one row", "[extraction]")
{
    const PaperText paper(
        {WrittenPage()
             .line(60, 60, u"UBND TỈNH VĨNH PHÚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s)
             .page()});
    REQUIRE(paper.pieces().size() == 2);
    CHECK(paper.pieces()[0].text() == u"UBND TỈNH VĨNH PHÚC"_s);
    CHECK(paper.rows().size() == 1);
}

TEST_CASE("a label that runs into its value is cut from it", "[extraction]")
{
    const PaperText paper({WrittenPage().line(60, 60, u"CMND/CCCD:026185001234"_s).page()});
    REQUIRE(paper.rows().size() == 1);
    const Line &line = paper.rows()[0];
    REQUIRE(line.tokens.size() == 3);
    CHECK(line.tokens[1].bare == u"cccd"_s);
    CHECK(line.tokens[2].text == u"026185001234"_s);
    CHECK(line.text() == u"CMND/CCCD:026185001234"_s);
    CHECK(line.tokens[2].box.left() > line.tokens[1].box.left());
}

TEST_CASE("a value is no more certain than all of its words are", "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"TRẦN VĂN"_s, 0.97).line(200, 60, u"BÌNH"_s, 0.55);
    const PaperText paper({page.page()});
    const auto name = personNameIn(*shippedRules().data(), paper.rows()[0]);
    REQUIRE(name);
    CHECK(name->value == u"TRẦN VĂN BÌNH"_s);
    CHECK(name->score == Approx(0.97 * 0.97 * 0.55));
}

TEST_CASE("dots that were printed to write on are no part of a name", "[extraction]")
{
    const PaperText paper({WrittenPage().line(60, 60, u"......NGUYỄN VĂN A......"_s).page()});
    CHECK(personNameIn(*shippedRules().data(), paper.rows()[0])->value == u"NGUYỄN VĂN A"_s);
    const PaperText empty({WrittenPage().line(60, 60, u"............ ........"_s).page()});
    CHECK(empty.isEmpty());
}

TEST_CASE("what was read out of dots behind a word is cut off and leaves a doubt", "[extraction]")
{
    const PaperText paper({WrittenPage()
                               .line(60, 60, u"HỒ TIẾN"_s)
                               .line(130, 60, u"KHOA.............-.---c5c22+tcttv"_s, 0.0)
                               .page()});
    const auto name = personNameIn(*shippedRules().data(), paper.rows()[0]);
    REQUIRE(name);
    CHECK(name->value == u"HỒ TIẾN KHOA"_s);
    CHECK(name->doubtful);
}

TEST_CASE("words that dots run through are words, short forms and codes keep theirs",
          "[extraction]")
{
    const auto text = [](const QString &written) {
        return PaperText({WrittenPage().line(60, 60, written).page()}).rows()[0].text();
    };
    CHECK(text(u"CÔNG.TY..TNHH.THƯƠNG.MẠI"_s) == u"CÔNG TY TNHH THƯƠNG MẠI"_s);
    CHECK(text(u"Tổ dân.phố.16"_s) == u"Tổ dân phố 16"_s);
    for (const QString &whole : {u"TP.HCM"_s, u"KT.GIÁM ĐỐC"_s, u"000.00.10.H08-230405-0557"_s,
                                 u"30F-264.49"_s, u"lienhe@vantai.vn"_s, u"3.500 kg"_s})
        CHECK(text(whole) == whole);
}

TEST_CASE("words that were read as one are parted where only one blank can be", "[extraction]")
{
    const auto agencyOf = [](const QString &parent) {
        WrittenPage page;
        page.line(60, 60, parent)
            .line(60, 84, u"TRUNG TÂM PHÁP Y"_s)
            .line(60, 120, u"Số: 410/TTPY"_s)
            .line(480, 120, u"Việt Trì, ngày 23 tháng 9 năm 2021"_s);
        return proposalFor(propose({page.page()}, {}), dossier::field_key::parentAgency);
    };
    const auto parted = agencyOf(u"SỞ Y TẾ TỈNH PHÚTHỌ"_s);
    REQUIRE(parted);
    CHECK(parted->value == u"SỞ Y TẾ TỈNH PHÚ THỌ");
    CHECK_FALSE(parted->sure);
    const auto whole = agencyOf(u"SỞ Y TẾ TỈNH LOGISTICS"_s);  // two words nowhere
    REQUIRE(whole);
    CHECK(whole->value == u"SỞ Y TẾ TỈNH LOGISTICS");
}

}  // namespace station::extraction
