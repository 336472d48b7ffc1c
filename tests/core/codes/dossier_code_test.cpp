#include "core/codes/dossier_code.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

TEST_CASE("a dossier code is read in its old and its new form", "[codes]")
{
    const auto [written, agency, day] = GENERATE(table<QString, QString, QDate>({
        {u"000.00.06.H56-231027-0361"_s, u"000.00.06.H56"_s, QDate(2023, 10, 27)},
        {u"000.17.22.H56-210531-0001"_s, u"000.17.22.H56"_s, QDate(2021, 5, 31)},
        {u"000.00.16.H62-210524-0001"_s, u"000.00.16.H62"_s, QDate(2021, 5, 24)},
        {u"H62.16-250704-0001"_s, u"H62.16"_s, QDate(2025, 7, 4)},
        {u"H62.16-240229-12345"_s, u"H62.16"_s, QDate(2024, 2, 29)},
        {u" h62.16-250704-0001\n"_s, u"H62.16"_s, QDate(2025, 7, 4)},
    }));
    const auto code = DossierCode::parse(written);
    REQUIRE(code);
    CHECK(code->text() == written.trimmed().toUpper());
    CHECK(code->agency().text() == agency);
    CHECK(code->receivedOn() == day);
}

TEST_CASE("a malformed dossier code is refused and the wrong part is named", "[codes]")
{
    const auto [written, part] = GENERATE(table<QString, QString>({
        {u""_s, u"joined by"_s},
        {u"H62.16-250704"_s, u"joined by"_s},
        {u"H62.16-250704-0001-1"_s, u"joined by"_s},
        {u"62.16-250704-0001"_s, u"agency id"_s},
        {u"H62.16 -250704-0001"_s, u"agency id"_s},
        {u"000.00.6.H56-231027-0361"_s, u"agency id"_s},
        {u"H62.16-250231-0001"_s, u"date"_s},
        {u"H62.16-230229-0001"_s, u"date"_s},
        {u"H62.16-20250704-0001"_s, u"date"_s},
        {u"H62.16-250704-001"_s, u"number"_s},
        {u"H62.16-250704-123456"_s, u"number"_s},
        {u"H62.16-250704-00O1"_s, u"number"_s},
    }));
    const auto code = DossierCode::parse(written);
    REQUIRE_FALSE(code);
    CHECK(code.error().fault == Fault::InvalidInput);
    CHECK(code.error().subject.startsWith(u"dossier code: "));
    CHECK(code.error().subject.contains(part));
}

TEST_CASE("a huge text is refused as a dossier code", "[codes]")
{
    CHECK_FALSE(DossierCode::parse(QString(1'000'000, u'-')));
}
