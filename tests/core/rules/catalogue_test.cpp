#include "core/rules/catalogue.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2024, 7, 15);

codes::ProcedureCode code(const QString &text)
{
    return *codes::ProcedureCode::parse(text);
}

PaperTypes shippedPapers()
{
    return *loadPaperTypes(shared(u"papers/paper_types.toml"_s));
}

Catalogue shippedCatalogue()
{
    const auto catalogue = loadCatalogue(shared(u"catalogue/transport.toml"_s), shippedPapers());
    if (!catalogue)
        FAIL(catalogue.error().subject.toStdString());
    return *catalogue;
}

}  // namespace

TEST_CASE("every transport procedure with a code is found by it", "[rules]")
{
    const auto catalogue = shippedCatalogue();
    const auto [text, name, components] = GENERATE(table<QString, QString, std::size_t>({
        {u"1.002835"_s, u"Cấp mới Giấy phép lái xe"_s, 4},
        {u"1.002809"_s, u"Đổi Giấy phép lái xe do ngành Giao thông vận tải cấp"_s, 7},
        {u"1.002820"_s, u"Cấp lại Giấy phép lái xe"_s, 4},
        {u"1.002804"_s, u"Đổi Giấy phép lái xe do ngành Công an cấp"_s, 4},
        {u"1.002801"_s, u"Đổi Giấy phép lái xe quân sự do Bộ Quốc phòng cấp"_s, 4},
        {u"1.002796"_s, u"Đổi Giấy phép lái xe hoặc bằng lái xe của nước ngoài"_s, 3},
        {u"1.002300"_s, u"Cấp Giấy phép lái xe quốc tế"_s, 4},
        {u"2.002286"_s, u"Cấp Giấy phép kinh doanh vận tải bằng xe ô tô"_s, 4},
        {u"2.002287"_s, u"Cấp lại Giấy phép kinh doanh vận tải bằng xe ô tô"_s, 3},
        {u"2.002288"_s,
         u"Cấp, cấp lại phù hiệu cho xe ô tô, xe bốn bánh có gắn động cơ kinh doanh vận tải"_s, 3},
        {u"2.002289"_s, u"Cấp lại phù hiệu xe ô tô kinh doanh vận tải"_s, 1},
        {u"2.002285"_s, u"Đăng ký khai thác tuyến vận tải hành khách cố định"_s, 2},
        {u"1.001751"_s, u"Cấp bổ sung xe tập lái, cấp lại Giấy phép xe tập lái"_s, 4},
        {u"1.001777"_s, u"Cấp Giấy phép đào tạo lái xe ô tô"_s, 2},
        {u"1.001765"_s, u"Cấp Giấy chứng nhận giáo viên dạy thực hành lái xe"_s, 4},
        {u"2.000872"_s, u"Cấp Giấy chứng nhận đăng ký, biển số xe máy chuyên dùng lần đầu"_s, 4},
        {u"2.000847"_s, u"Cấp lại Giấy chứng nhận đăng ký, biển số xe máy chuyên dùng bị mất"_s, 1},
        {u"1.002030"_s, u"Sang tên chủ sở hữu xe máy chuyên dùng trong cùng một tỉnh"_s, 3},
        {u"1.000028"_s,
         u"Cấp giấy phép lưu hành xe quá tải trọng, quá khổ giới hạn, xe bánh xích"_s, 4},
        {u"1.004088"_s, u"Đăng ký phương tiện thủy nội địa lần đầu"_s, 5},
        {u"1.004047"_s,
         u"Đăng ký phương tiện thủy nội địa lần đầu đối với phương tiện đang khai thác"_s, 5},
        {u"1.003135"_s,
         u"Cấp, cấp lại, chuyển đổi Giấy chứng nhận khả năng chuyên môn, chứng chỉ chuyên môn đường thủy nội địa"_s,
         4},
        {u"1.002063"_s, u"Gia hạn thời gian lưu hành tại Việt Nam cho phương tiện của Lào"_s, 2},
    }));
    const auto found = catalogue.find(code(text), day);
    REQUIRE(found);
    CHECK((*found)->name == name);
    CHECK((*found)->components.size() == components);
    CHECK((*found)->department->text() == u"H62.16"_s);
    CHECK_FALSE((*found)->results.empty());
    for (const auto &result : (*found)->results) {
        CHECK(result.code->ministry() == u"G04"_s);
        CHECK(result.sample);
    }
}

TEST_CASE("a procedure without a code is listed with the others", "[rules]")
{
    const auto catalogue = shippedCatalogue();
    const auto listed = catalogue.inForce(day);
    CHECK(listed.size() == 24);
    CHECK(std::count_if(listed.begin(), listed.end(),
                        [](const Procedure *procedure) { return !procedure->code; }) == 1);
}

TEST_CASE("a procedure is found by its service and issuing forms as well", "[rules]")
{
    const auto catalogue = shippedCatalogue();
    const auto text = GENERATE(u"1.002809.01"_s, u"1.002809.000.00.00.H62"_s);
    const auto found = catalogue.find(code(text), day);
    REQUIRE(found);
    CHECK((*found)->code->text() == u"1.002809"_s);
}

TEST_CASE("a procedure is unknown before and after it was in force", "[rules]")
{
    const auto catalogue = shippedCatalogue();
    CHECK(catalogue.find(code(u"2.002289"_s), QDate(2024, 12, 31)));
    CHECK(catalogue.inForce(QDate(2025, 1, 1)).size() == 23);
    const auto [text, when] = GENERATE(table<QString, QDate>({
        {u"2.002289"_s, QDate(2025, 1, 1)},
        {u"1.002809"_s, QDate(2020, 12, 31)},
        {u"9.999999"_s, day},
    }));
    const auto found = catalogue.find(code(text), when);
    REQUIRE_FALSE(found);
    CHECK(found.error().fault == Fault::UnknownProcedure);
    CHECK(found.error().subject == text);
}

TEST_CASE("a licence exchange has papers to digitize, to reuse and to be shown", "[rules]")
{
    const auto catalogue = shippedCatalogue();
    const auto *exchange = catalogue.find(code(u"1.002809"_s), day).value();
    const auto [component, paper, mustBeDigitized, shown] =
        GENERATE(table<QString, QString, bool, bool>({
            {u"GT01"_s, u"don_doi_gplx"_s, true, false},
            {u"GT02"_s, u"giay_kham_suc_khoe"_s, true, false},
            {u"GT03"_s, u"gplx"_s, true, false},
            {u"GT04"_s, u"cccd"_s, true, false},
            {u"GT05"_s, u"anh_chan_dung"_s, false, true},
            {u"GT06"_s, u"quyet_dinh"_s, true, false},
            {u"GT07"_s, u"chung_tu_le_phi"_s, false, false},
        }));
    const auto *row = exchange->component(component);
    REQUIRE(row);
    CHECK(row->paperType == paper);
    CHECK(row->mustBeDigitized() == mustBeDigitized);
    CHECK(row->onlyToBeShown == shown);
    CHECK(exchange->component(u"GT03"_s)->replaceableBy->text() == u"KQ.G04.000001"_s);
    CHECK(exchange->component(u"GT08"_s) == nullptr);
}

TEST_CASE("a procedure may follow itself in time but not overlap", "[rules]")
{
    const auto entry = [](const QByteArray &name, const QByteArray &validity) {
        return "[[procedure]]\ncode = '1.000001'\nname = '" + name + "'\nsector = 's'\n" +
               validity +
               "\n[[procedure.component]]\ncode = 'GT01'\nname = 'n'\npaper = 'cccd'\nclass = "
               "'C'\n";
    };
    const QByteArray head = "department = 'H62.16'\n";
    const QByteArray first = entry("old", "valid_from = 2020-01-01\nvalid_until = 2022-12-31");

    const LawFile following(head + first + entry("new", "valid_from = 2023-01-01"));
    const auto catalogue = loadCatalogue(following.path(), shippedPapers());
    REQUIRE(catalogue);
    CHECK(catalogue->find(code(u"1.000001"_s), QDate(2022, 12, 31)).value()->name == u"old"_s);
    CHECK(catalogue->find(code(u"1.000001"_s), QDate(2023, 1, 1)).value()->name == u"new"_s);

    const auto overlap = GENERATE("valid_from = 2022-12-31", "valid_from = 2019-01-01",
                                  "valid_from = 2019-01-01\nvalid_until = 2020-01-01",
                                  "valid_from = 2021-01-01\nvalid_until = 2021-12-31");
    const LawFile overlapping(head + first + entry("new", overlap));
    const auto refused = loadCatalogue(overlapping.path(), shippedPapers());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject.contains(u"procedure.code: appears twice for the same day"));
}

TEST_CASE("a catalogue that cannot be worked with is refused with the place", "[rules]")
{
    const QByteArray good = "department = 'H62.16'\n"
                            "[[procedure]]\n"
                            "code = '1.000001'\n"
                            "name = 'n'\n"
                            "sector = 's'\n"
                            "valid_from = 2020-01-01\n"
                            "[[procedure.component]]\n"
                            "code = 'GT01'\n"
                            "name = 'n'\n"
                            "paper = 'cccd'\n"
                            "class = 'C'\n"
                            "[[procedure.result]]\n"
                            "code = 'KQ.G04.000001'\n"
                            "name = 'n'\n";
    const auto [before, after, problem] = GENERATE(table<QByteArray, QByteArray, QString>({
        {"'cccd'", "'cmnd'", u"10:9: procedure.component.paper: no such paper type"_s},
        {"'C'", "'G'", u"11:9: procedure.component.class: expected A or B or C or D or E or F"_s},
        {"code = '1.000001'\n", "", u"2:1: procedure.code: is missing"_s},
        {"code = '1.000001'", "code = '1.000001'\ncode_unknown = true",
         u"3:8: procedure.code: contradicts code_unknown"_s},
        {"'1.000001'", "'1000001'",
         u"3:8: procedure.code: procedure code: one digit, a dot and six digits expected"_s},
        {"'KQ.G04.000001'", "'KQ1'",
         u"13:8: procedure.result.code: result code: KQ, ministry and six digits expected, as KQ.G04.000012"_s},
        {"[[procedure.result]]",
         "[[procedure.component]]\ncode='GT01'\nname='m'\npaper='cccd'\nclass='C'\n[[procedure."
         "result]]",
         u"13:6: procedure.component.code: appears twice in the procedure"_s},
    }));
    QByteArray content = good;
    const LawFile file(content.replace(before, after));
    const auto catalogue = loadCatalogue(file.path(), shippedPapers());
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().fault == Fault::SettingsInvalid);
    CHECK(catalogue.error().subject == file.at(problem));
}
