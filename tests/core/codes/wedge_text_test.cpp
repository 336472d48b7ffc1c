#include "core/codes/wedge_text.h"

#include "core/codes/identity_payload.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::codes;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"Nguyễn Thị Hồng Đào"_s;

QString card(const QString &ofName, const QString &sex = u"Nữ"_s,
             const QString &address = u"Tổ 4, Đống Đa, Vĩnh Yên, Vĩnh Phúc"_s)
{
    return u"026185001234|135246789|%1|05071985|%2|%3|10052021"_s.arg(ofName, sex, address);
}

/// UTF-8 that a reader types byte by byte, as the code page has them.
QString readAsLatin1(const QString &text)
{
    return QString::fromLatin1(text.toUtf8());
}

QString readAsWindows1252(const QString &text)
{
    static const QString upper = u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"_s;
    QString result;
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        result += byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : QChar(byte);
    }
    return result;
}

}  // namespace

TEST_CASE("a card that came through whole is taken as it is", "[codes]")
{
    const auto wedge = wedgeText(card(name) + u"\r\n"_s);
    REQUIRE(wedge);
    CHECK(*wedge == WedgeText{card(name), WedgeKind::IdentityCard, false});
    const auto payload = identityPayload(wedge->text);
    REQUIRE(payload);
    CHECK(payload->id.text() == u"026185001234");
    CHECK(payload->name == name);
    CHECK(payload->sex == u"Nữ");
    CHECK(payload->issuedOn == u"10052021");
}

TEST_CASE("bytes that were read in the wrong code page are put right", "[codes]")
{
    const QString typed = GENERATE(readAsLatin1(card(name)), readAsWindows1252(card(name)),
                                   readAsWindows1252(card(u"LÊ ĐỨC ANH"_s, u"Nam"_s)),
                                   readAsWindows1252(readAsWindows1252(card(name))));
    CAPTURE(typed);
    const auto wedge = wedgeText(typed);
    REQUIRE(wedge);
    CHECK(wedge->repaired);
    CHECK(wedge->kind == WedgeKind::IdentityCard);
    CHECK((wedge->text == card(name) || wedge->text == card(u"LÊ ĐỨC ANH"_s, u"Nam"_s)));
}

TEST_CASE("the code page of a Vietnamese system is known, too", "[codes]")
{
    // C3, the first byte of à, is Ă there.
    const auto repaired = wedgeText(u"026185001234||H\u0102\u00A0 An|05071985|Nam|An Giang|"_s);
    REQUIRE(repaired);
    CHECK(identityPayload(repaired->text)->name == u"Hà An");
}

TEST_CASE("decomposed letters and mixed line ends come as one form", "[codes]")
{
    const auto wedge = wedgeText(card(name).normalized(QString::NormalizationForm_D) + u"\r"_s);
    REQUIRE(wedge);
    CHECK(wedge->text == card(name));
    CHECK(wedgeText(u" a\r\nb\rc\n"_s)->text == u"a\nb\nc");
}

TEST_CASE("a text whose letters were lost is refused, and the reason is said", "[codes]")
{
    const auto [typed, reason] = GENERATE(table<QString, QString>({
        {card(u"Nguy?n Th? H?ng ?ào"_s), u"letters were lost"_s},
        {card(u"Nguy\uFFFDn Thị Hồng"_s), u"letters were lost"_s},
        // A byte without a letter in the code page was swallowed.
        {readAsWindows1252(card(name)).remove(QChar(0x90)), u"letters were lost"_s},
        {readAsWindows1252(card(name)).replace(QChar(0xA0), u' ').remove(QChar(0x90)),
         u"letters were lost"_s},
        {card(u"Nguyen Thi Hong Dao"_s, u"Nu"_s, u"To 4, Dong Da"_s),
         u"the marks of letters were lost"_s},
        {card(u"NGUYEN VAN AN"_s, u"Nam"_s), u"the marks of letters were lost"_s},
        {card(u"Nguyen Thị Hồng"_s), u"the marks of letters were lost"_s},
        {card(u"Mai Thi Hoa"_s), u"the marks of letters were lost"_s},
        {card(name, u"N"_s), u"the marks of letters were lost"_s},
        {card(u"NGUYEENX THIJ HOONGF DDAOF"_s), u"an input method was switched on"_s},
        {card(u"NGUYE6N4 THI5 HO6NG2"_s), u"an input method was switched on"_s},
        {card(u"LEE VAWN AN"_s, u"Nam"_s), u"an input method was switched on"_s},
        // Đ as the Icelandic letter of Latin-1: ă, ơ and ư went without a trace then.
        {card(u"LÊ VAN \u00D0ÀO"_s, u"Nam"_s), u"letters were read in the wrong code page"_s},
    }));
    CAPTURE(typed);
    const auto wedge = wedgeText(typed);
    REQUIRE_FALSE(wedge);
    CHECK(wedge.error().fault == Fault::TextDamaged);
    CHECK(wedge.error().subject == u"hand scanner: "_s + reason);
}

TEST_CASE("names that do without marks, and the signs of other peoples, are taken", "[codes]")
{
    const QString whole = GENERATE(u"Cao Minh Anh"_s, u"Phan Thanh Long"_s, u"Y Tut"_s,
                                   u"Siu Blek"_s, u"Ksor Phúc"_s, u"H’Hen Niê"_s, u"Giàng A Páo"_s,
                                   u"Trần Xưa"_s, u"Mã Văn Khải"_s, u"MÃ THỊ BÀNG"_s);
    CAPTURE(whole);
    const auto wedge = wedgeText(card(whole, u"Nam"_s));
    REQUIRE(wedge);
    CHECK(identityPayload(wedge->text)->name == whole);
    CHECK_FALSE(wedge->repaired);
}

TEST_CASE("what was scanned is told apart", "[codes]")
{
    CHECK(wedgeText(u"000.00.16.H62-210524-0001\r"_s)->kind == WedgeKind::DossierCode);
    CHECK(wedgeText(u"TSH1:GIAY:GT01"_s)->kind == WedgeKind::OwnSheet);
    CHECK(wedgeText(u"PATCHT"_s)->kind == WedgeKind::OwnSheet);
    CHECK(wedgeText(u"https://example.vn/tra-cuu?id=5"_s)->kind == WedgeKind::Other);
    CHECK(wedgeText({})->text.isEmpty());
}
