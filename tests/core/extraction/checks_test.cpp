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

}  // namespace station::extraction
