#include "core/rules/receipt_form.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

TEST_CASE("the shipped form holds from the day of its circular on", "[rules]")
{
    const auto forms = loadReceiptForms(shared(u"forms/receipt.toml"_s));
    REQUIRE(forms);
    const auto *form = forms->find(QDate(2026, 11, 26));
    REQUIRE(form);
    CHECK(form->title == u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s);
    CHECK(form->copies.size() == 2);
    CHECK(forms->find(QDate(2018, 11, 22)) == nullptr);
}

TEST_CASE("a line is filled with what is known and leaves room for the rest", "[rules]")
{
    const FormValues values{{u"code"_s, u"7"_s}, {u"empty"_s, {}}};
    CHECK(filledPieces(u"Mã: {code} và {empty}{other}."_s, values, u"…"_s) ==
          QStringList{u"Mã: "_s, u"7"_s, u" và "_s, u"…"_s, {}, u"…"_s, u"."_s});
    CHECK(filledPieces(u"{code}"_s, values, {}) == QStringList{{}, u"7"_s});
}

TEST_CASE("a form that lacks words is refused with their names", "[rules]")
{
    const LawFile file("[[form]]\nvalid_from = 2018-11-23\ncopies = []\ncolumns = ['a']\n");
    const auto forms = loadReceiptForms(file.path());
    REQUIRE_FALSE(forms);
    CHECK(forms.error().subject.contains(u"form.title: is missing"_s));
    CHECK(forms.error().subject.contains(u"form.copies: expected at least one"_s));
    CHECK(forms.error().subject.contains(u"form.columns: expected five"_s));
}
