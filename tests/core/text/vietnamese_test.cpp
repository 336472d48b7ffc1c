#include "core/text/vietnamese.h"

#include "tests/support/catch.h"

#include <QStringList>

#include <algorithm>

using namespace station::text;
using namespace Qt::StringLiterals;

TEST_CASE("folding makes equal what a search should find", "[text]")
{
    const auto [written, plain] = GENERATE(table<QString, QString>({
        {u"Hòa"_s, u"hoa"_s},
        {u"Hoà"_s, u"hoa"_s},
        {u"thủy"_s, u"thuy"_s},
        {u"thuỷ"_s, u"thuy"_s},
        {u"HỎA"_s, u"hoa"_s},
        {u"Đỗ Đức Được"_s, u"do duc duoc"_s},
        {u"  NGUYỄN \t THỊ\nA "_s, u"nguyen thi a"_s},
        {u"ăâêôơư ẵẫễỗỡữ"_s, u"aaeoou aaeoou"_s},
        {u"Người sử dụng xe ô tô"_s, u"nguoi su dung xe o to"_s},
        {u"88A-123.45"_s, u"88a-123.45"_s},
        {u""_s, u""_s},
    }));
    CHECK(folded(written) == plain);
    CHECK(folded(written.normalized(QString::NormalizationForm_D)) == plain);
}

TEST_CASE("folding keeps marks that are not Vietnamese", "[text]")
{
    CHECK(folded(u"Ärzte"_s) == u"ärzte"_s);
}

TEST_CASE("diacritics go without touching capitals", "[text]")
{
    CHECK(withoutDiacritics(u"Đơn đề nghị GĐN"_s) == u"Don de nghi GDN"_s);
}

TEST_CASE("composed and decomposed input become the same text", "[text]")
{
    const QString decomposed = u"Vĩnh Phúc"_s.normalized(QString::NormalizationForm_D);
    REQUIRE(decomposed != u"Vĩnh Phúc"_s);
    CHECK(nfc(decomposed) == u"Vĩnh Phúc"_s);
}

TEST_CASE("people are listed by given name, then family name, letters before tones", "[text]")
{
    const QStringList expected{
        u"Nguyễn Văn An"_s,
        u"Trần An"_s,
        u"Lê Ánh"_s,
        u"Trần Văn Ân"_s,
        u"Bùi Bảo"_s,
        u"Phạm Dung"_s,
        u"Vũ Dũng"_s,
        u"Đào Đức"_s,
        u"Lê Hoa"_s,
        u"Lê Hoà"_s,
        u"Lê Hoả"_s,
        u"Lê Hoá"_s,
        u"Nguyễn Thị Minh Oanh"_s,
        u"Đỗ Ơn"_s,
        u"Hà Thị Uyên"_s,
        u"Hồ Ước"_s,
    };
    QStringList names = expected;
    std::reverse(names.begin(), names.end());
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return nameSortKey(a) < nameSortKey(b); });
    CHECK(names.join(u", ") == expected.join(u", "));
}

TEST_CASE("a name's key does not depend on case, blanks or composition", "[text]")
{
    const QString key = nameSortKey(u"Nguyễn Thị Ánh"_s);
    CHECK(nameSortKey(u"NGUYỄN  THỊ ÁNH "_s) == key);
    CHECK(nameSortKey(u"Nguyễn Thị Ánh"_s.normalized(QString::NormalizationForm_D)) == key);
    CHECK(nameSortKey(u"Nguyễn Thị Anh"_s) != key);
}
