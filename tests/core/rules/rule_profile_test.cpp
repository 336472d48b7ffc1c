#include "core/rules/rule_profile.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

namespace {

const QByteArray leastProfile = R"(
id = "x"
name = "x"
legal_base = ["x"]
valid_from = 2023-05-25
[mark]
corner = "top-right"
lines = ["{clerk}"]
[digitization_code]
component = "{owner}.{paper}.{seq:2}"
result = "{owner}.{result}.{seq:2}"
)";

}  // namespace

TEST_CASE("the shipped profile of 2023 says what TT 01 of 2023 asks for", "[rules]")
{
    const auto profile = loadRuleProfile(shared(u"rules/2023.toml"_s));
    REQUIRE(profile);
    CHECK(profile->id == u"2023"_s);
    CHECK(profile->legalBase.contains(u"Thông tư 01/2023/TT-VPCP"_s));
    CHECK_FALSE(profile->validity.contains(QDate(2023, 5, 24)));
    CHECK(profile->validity.contains(QDate(2023, 5, 25)));
    CHECK(profile->validity.contains(QDate(2026, 11, 25)));
    CHECK(profile->mark.corner == Corner::TopLeft);
    CHECK(profile->mark.fontPt == 10.0);
    CHECK(profile->mark.filledLines(u"Hà Thị Minh Nguyệt"_s, u"2024-07-15T08:30:12+07:00"_s) ==
          QStringList{u"Người sao chụp: Hà Thị Minh Nguyệt"_s,
                      u"Thời gian sao chụp: 2024-07-15T08:30:12+07:00"_s});
    REQUIRE(profile->agencyMark);
    CHECK(profile->agencyMark->corner == Corner::TopRight);
    CHECK(profile->agencyMark->fontPt == 10.0);
    CHECK(profile->agencyMark->filledLines(u"Sở Giao thông vận tải"_s, u"08:30"_s) ==
          QStringList{u"Sở Giao thông vận tải"_s, u"08:30"_s});
    CHECK(profile->signature == SignatureRule{SignatureLevel::LTA, SignatureLevel::B, false});
    CHECK(profile->minimumDpi == 200);
    CHECK(profile->defaultDpi == 300);
    CHECK(profile->textLayer == TextLayer::Sidecar);
    CHECK(profile->copy == CopyRule{CopyForm::Reference, 200, 70});
    CHECK(profile->storedPaperMonths == 6);
    CHECK(profile->componentCode
              ->code({.owner = u"026185001234"_s, .procedure = u"1.002809"_s, .paper = u"GT03"_s})
              ->text() == u"026185001234.1.002809.GT03.01"_s);
    CHECK(
        profile->resultCode
            ->code(
                {.owner = u"026185001234"_s, .result = u"KQ.G04.000012"_s, .number = u"88-0123"_s})
            ->text() == u"026185001234.KQ.G04.000012.88-0123.01"_s);
}

TEST_CASE("a copier whose name looks like a placeholder is printed as it is", "[rules]")
{
    const MarkRule mark{.lines = {u"{clerk} {time}"_s}};
    CHECK(mark.filledLines(u"{time}"_s, u"08:30"_s) == QStringList{u"{time} 08:30"_s});
    CHECK(mark.filledLines(u"{agency}"_s, u"08:30"_s) == QStringList{u"{agency} 08:30"_s});
}

TEST_CASE("a profile with only what it must say has the defaults of the law", "[rules]")
{
    const LawFile file(leastProfile);
    const auto loaded = loadRuleProfile(file.path());
    REQUIRE(loaded);
    CHECK(loaded->mark.corner == Corner::TopRight);
    CHECK(loaded->minimumDpi == 200);
    CHECK(loaded->textLayer == TextLayer::Sidecar);
    CHECK_FALSE(loaded->agencyMark);
    CHECK(loaded->signature == SignatureRule{});
}

TEST_CASE("a profile says how much proof a signature has to carry", "[rules]")
{
    const LawFile file(leastProfile +
                       "[signature]\nwanted = 'LT'\nrequired = 'T'\ndisplay_only = true\n");
    const auto loaded = loadRuleProfile(file.path());
    REQUIRE(loaded);
    CHECK(loaded->signature == SignatureRule{SignatureLevel::LT, SignatureLevel::T, true});
}

TEST_CASE("a profile that breaks a rule of its own is refused with the place", "[rules]")
{
    const auto [before, after, problem] = GENERATE(table<QByteArray, QByteArray, QString>({
        {"valid_from = 2023-05-25", "valid_from = 2023-05-25\nvalid_until = 2023-05-24",
         u"6:15: valid_until: is before valid_from"_s},
        {"top-right", "bottom", u"7:10: mark.corner: expected top-left or top-right"_s},
        {"[\"{clerk}\"]", "[]", u"8:9: mark.lines: expected at least one line"_s},
        {"{owner}.{paper}.{seq:2}", "{owner}.{paper}",
         u"10:13: digitization_code.component: code template: as {owner}.{procedure}.{paper}.{seq:2} expected"_s},
        {"[mark]", "[scan]\nminimum_dpi = 400\ndefault_dpi = 300\n[mark]",
         u"8:15: scan.default_dpi: expected a whole number from 400 to 600"_s},
        {"[mark]", "[marks]", u"1:1: mark: is missing"_s},
        {"[mark]", "[copy]\npicture_dpi = 150\n[mark]",
         u"7:15: copy.picture_dpi: expected a whole number from 200 to 600"_s},
        {"[mark]", "[signature]\nwanted = 'XL'\n[mark]",
         u"7:10: signature.wanted: expected B or T or LT or LTA"_s},
        {"[mark]", "[signature]\nwanted = 'T'\nrequired = 'LT'\n[mark]",
         u"8:12: signature.required: asks for more than wanted"_s},
        {"[mark]", "[signature]\nrequired = 'T'\n[mark]",
         u"7:12: signature.required: asks for more than wanted"_s},
        {"[mark]", "[agency_mark]\ncorner = 'top-right'\n[mark]",
         u"6:1: agency_mark.lines: is missing"_s},
    }));
    QByteArray content = leastProfile;
    const LawFile file(content.replace(before, after));
    const auto profile = loadRuleProfile(file.path());
    REQUIRE_FALSE(profile);
    CHECK(profile.error().fault == Fault::SettingsInvalid);
    CHECK(profile.error().subject.section(u'\n', 0, 0) == file.at(problem));
}
