#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::extraction;
using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

dossier::FieldProposals letterOf(const QString &parent, const QString &agency, const QString &post)
{
    WrittenPage page;
    page.line(60, 60, parent)
        .line(60, 84, agency)
        .line(60, 120, u"Số: 410/SGTVT-VP"_s)
        .line(480, 120, u"Vinh, ngày 23 tháng 9 năm 2021"_s)
        .line(500, 800, post)
        .line(500, 900, u"Đỗ Bá Sơn"_s);
    return propose({page.page()}, {});
}

}  // namespace

TEST_CASE("an official name whose marks were misread is proposed beside what was read",
          "[extraction]")
{
    const auto fields =
        letterOf(u"UBNDTỈNH NGHỆ ÀN"_s, u"SỞ GIAO THÔNG VẬN TÀI"_s, u"PHO GIẢM ĐỌC"_s);
    const auto agency = proposalFor(fields, key::issuingAgency);
    REQUIRE(agency);
    CHECK(agency->value == u"SỞ GIAO THÔNG VẬN TẢI");
    CHECK(agency->asRead == u"SỞ GIAO THÔNG VẬN TÀI");
    CHECK_FALSE(agency->sure);
    CHECK(valueOf(fields, key::parentAgency) == u"UBND TỈNH NGHỆ AN");
    const auto post = proposalFor(fields, key::signerTitle);
    REQUIRE(post);
    CHECK(post->value == u"PHÓ GIÁM ĐỐC");
    CHECK_FALSE(post->sure);
}

TEST_CASE("a name that was read as it is, or places its tone otherwise, stays as printed",
          "[extraction]")
{
    const auto fields =
        letterOf(u"UBND TỈNH KHÁNH HOÀ"_s, u"SỞ GIAO THÔNG VẬN TẢI"_s, u"GIÁM ĐỐC"_s);
    CHECK(valueOf(fields, key::parentAgency) == u"UBND TỈNH KHÁNH HOÀ");
    for (const auto &field : fields)
        CHECK(field.asRead.isEmpty());
}

TEST_CASE("a word that lost its mark at the beginning of a line is spelled by the line above",
          "[extraction]")
{
    WrittenPage page;
    page.line(60, 60, u"UBND HUYỆN GÒ DẦU"_s)
        .line(60, 84, u"BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT"_s)
        .line(60, 104, u"QUÁ"_s)
        .line(60, 130, u"Số: 410/BPMC"_s)
        .line(480, 130, u"Gò Dầu, ngày 23 tháng 9 năm 2021"_s);
    const auto agency = proposalFor(propose({page.page()}, {}), key::issuingAgency);
    REQUIRE(agency);
    CHECK(agency->value == u"BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ");
    CHECK(agency->asRead == u"BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUÁ");
    CHECK_FALSE(agency->sure);
}

TEST_CASE("the province at the end of an address is spelled by the list and the rest is not",
          "[extraction]")
{
    const auto addressOf = [](const QString &written) {
        WrittenPage page;
        page.line(300, 60, u"ĐƠN ĐỀ NGHỊ"_s).line(60, 200, u"Nơi cư trú: "_s + written);
        return proposalFor(propose({page.page()}, {}), key::address);
    };
    const auto address = addressOf(u"203 Lê Lơi, phường Hội Hợp, Sầm Sơn, tỉnh Thành Hóa"_s);
    REQUIRE(address);
    CHECK(address->value == u"203 Lê Lơi, phường Hội Hợp, Sầm Sơn, tỉnh Thanh Hóa");
    CHECK(address->asRead == u"203 Lê Lơi, phường Hội Hợp, Sầm Sơn, tỉnh Thành Hóa");
    CHECK_FALSE(address->sure);
    const auto district = addressOf(u"Ấp 2, xã Tân Tây, huyện Thạnh Hóa"_s);
    REQUIRE(district);
    CHECK(district->value == u"Ấp 2, xã Tân Tây, huyện Thạnh Hóa");
}

TEST_CASE("a person's name is never taken from a list", "[extraction]")
{
    WrittenPage page;
    page.line(300, 60, u"ĐƠN ĐỀ NGHỊ"_s).line(60, 200, u"Họ và tên: NGUYỄN VÀN AN"_s);
    const auto name = proposalFor(propose({page.page()}, {}), key::ownerName);
    REQUIRE(name);
    CHECK(name->value == u"NGUYỄN VÀN AN");
    CHECK(name->asRead.isEmpty());
}
