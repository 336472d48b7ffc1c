#include "core/workflow/receipt.h"

#include "core/pdf/printed_pdf.h"
#include "core/recognition/barcodes.h"
#include "tests/core/workflow/counter_world.h"

#include <QProcess>

#include <algorithm>

using namespace station;
using namespace station::workflow;
using namespace Qt::StringLiterals;

namespace {

const QString code = u"000.00.16.H62-240715-0007"_s;

/// Received on Monday 15 July 2024 at 8:30.
dossier::Dossier someDossier()
{
    return {.uuid = u"0190b4b6-7f2e-7000-8000-000000000001"_s,
            .code = codes::DossierCode::parse(code).value(),
            .procedure = codes::ProcedureCode::parse(u"1.002809"_s).value(),
            .owner = {.id = Pii(u"026185001234"_s), .name = Pii(u"Trần Thị Thử"_s)},
            .receivedAtMs = FixedClock().now,
            .components = {{.code = u"GT01"_s, .state = dossier::DigitizeSlot{}},
                           {.code = u"GT02"_s, .state = dossier::AttachedPaper{}},
                           {.code = u"GT03"_s, .state = dossier::OpenSlot{}},
                           {.code = u"GT05"_s, .state = dossier::ShownPaper{}},
                           {.code = u"GT06"_s, .state = dossier::RefusedPaper{}}}};
}

/// Text of each page as poppler reads it, spaces simplified.
QStringList textOf(const Receipt &receipt)
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"slip.pdf"_s);
    REQUIRE(pdf::writePrintedPdf(file, receipt.pages));
    QProcess tool;
    tool.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    REQUIRE(tool.waitForFinished());
    QStringList pages;
    for (const QString &page : QString::fromUtf8(tool.readAllStandardOutput()).split(u'\f')) {
        if (!page.trimmed().isEmpty())
            pages << page.simplified();
    }
    return pages;
}

}  // namespace

TEST_CASE("a receipt says who brought what and when the result is due", "[workflow]")
{
    const auto law = CounterWorld::law();
    const auto paper = GENERATE(ReceiptPaper::A4, ReceiptPaper::A5);
    const auto receipt = receiptOf(law, someDossier(), {.paper = paper});
    REQUIRE(receipt);
    REQUIRE(receipt->due);
    CHECK(isoVietnam(receipt->due->toMSecsSinceEpoch()) == u"2024-07-22T08:30:00+07:00"_s);
    const auto pages = textOf(*receipt);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].contains(u"(Liên 1: Lưu)"_s));
    CHECK(pages[1].contains(u"(Liên 2: Giao khách hàng)"_s));
    const auto words = GENERATE(values<QString>({
        u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s,
        u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s,
        u"Mã hồ sơ: 000.00.16.H62-240715-0007"_s,
        u"Vĩnh Phúc, ngày 15 tháng 7 năm 2024"_s,
        u"Tiếp nhận hồ sơ của: Trần Thị Thử"_s,
        u"Nội dung yêu cầu giải quyết: Đổi Giấy phép lái xe do ngành Giao thông vận tải cấp"_s,
        u"3. Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc"_s,
        u"4. Thời gian nhận hồ sơ: 08 giờ 30 phút, ngày 15 tháng 7 năm 2024"_s,
        u"5. Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 30 phút, ngày 22 tháng 7 năm 2024"_s,
        u"NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ"_s,
    }));
    CHECK(pages[1].contains(words));
}

TEST_CASE("only papers that were taken in stand on a receipt", "[workflow]")
{
    const auto law = CounterWorld::law();
    const QString page = textOf(receiptOf(law, someDossier(), {}).value()).front();
    CHECK(page.contains(u"Số hóa"_s));
    CHECK(page.contains(u"Nộp kèm"_s));
    CHECK(page.contains(u"Đối chiếu, trả lại"_s));
    CHECK(page.contains(u"Giấy khám sức khỏe của người lái xe"_s));
    CHECK_FALSE(page.contains(u"Giấy phép lái xe đã cấp"_s));  // open
    CHECK_FALSE(page.contains(u"Quyết định công nhận"_s));     // refused
}

TEST_CASE("a receipt's code can be scanned and begins with the dossier's", "[workflow]")
{
    const auto law = CounterWorld::law();
    const auto paper = GENERATE(ReceiptPaper::A4, ReceiptPaper::A5);
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"slip.pdf"_s);
    const auto receipt = receiptOf(law, someDossier(), {.paper = paper});
    REQUIRE(receipt);
    REQUIRE(pdf::writePrintedPdf(file, receipt->pages));
    REQUIRE(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"200"_s, u"-singlefile"_s, file,
                                              dir.filePath(u"slip"_s)}) == 0);
    const auto picture = imaging::loadImage(dir.filePath(u"slip.ppm"_s), 200);
    REQUIRE(picture);
    const auto found = recognition::readBarcodes(*picture);
    REQUIRE(found.size() == 1);
    CHECK(found.front().text ==
          code + u"|1.002809|026185001234|GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ|Trạm Số hóa|"
                 "2024-07-15T08:30:12+07:00|2024-07-22T08:30:00+07:00"_s);
}

TEST_CASE("what a station does not know is left open on the paper", "[workflow]")
{
    auto law = CounterWorld::law();
    auto dossier = someDossier();
    dossier.code.reset();
    law.calendar = {};
    const auto receipt = receiptOf(law, dossier, {});
    REQUIRE(receipt);
    CHECK_FALSE(receipt->due);
    const QString page = textOf(*receipt).front();
    CHECK(page.contains(u"5. Thời gian trả kết quả giải quyết hồ sơ: ……"_s));
    CHECK(page.contains(u"Mã hồ sơ: ……"_s));
    // A code of modules would be hundreds of bars.
    CHECK(receipt->pages.front().bars.size() < 100);
    law.receiptForms = {};
    CHECK(receiptOf(law, dossier, {}).error().fault == Fault::SettingsInvalid);
}

TEST_CASE("a long list goes on overleaf and training says so on the paper", "[workflow]")
{
    const auto law = CounterWorld::law();
    auto dossier = someDossier();
    for (int i = 0; i < 60; ++i)
        dossier.components.push_back(dossier.components.front());
    const auto receipt = receiptOf(law, dossier, {.training = true});
    REQUIRE(receipt);
    CHECK(receipt->pages.size() > 2);
    for (const auto &page : receipt->pages) {
        CHECK(std::ranges::all_of(page.texts, [&](const auto &text) {
            return text.baselineMm < page.heightMm - 14 && text.leftMm > 10;
        }));
    }
    for (const QString &text : textOf(*receipt))
        CHECK(text.contains(u"TẬP HUẤN"_s));
    const ReceiptWish small{.paper = ReceiptPaper::A5, .training = true};
    CHECK(receiptOf(law, someDossier(), small)->pages.size() == 2);
}
