#include "core/extraction/identity_qr.h"

#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

TEST_CASE("the QR code of an identity card says who it is", "[extraction]")
{
    const QString payload = GENERATE(
        u"026185001234|135123456|NGUYỄN THỊ A|15031985|Nữ|Thôn 1, Xã B, Vĩnh Phúc|10082021"_s,
        u"026185001234||NGUYỄN THỊ A|15/03/1985|Nữ|Thôn 1, Xã B, Vĩnh Phúc|10/08/2021"_s,
        u"026185001234||NGUYỄN THỊ A|15031985|Nữ|Thôn 1, Xã B, Vĩnh Phúc|10082021||TRẦN B|LÊ C"_s);
    auto readings = readIdentityQr({WrittenPage().qr(payload).page()});
    REQUIRE(readings);
    CHECK(readings->find(key::personalId)->value == u"026185001234"_s);
    CHECK(readings->find(key::ownerName)->value == u"NGUYỄN THỊ A"_s);
    CHECK(readings->find(key::birthDate)->value == u"15/03/1985"_s);
    CHECK(readings->find(key::sex)->value == u"Nữ"_s);
    CHECK(readings->find(key::address)->value == u"Thôn 1, Xã B, Vĩnh Phúc"_s);
    CHECK(readings->find(key::documentDate)->value == u"10/08/2021"_s);
    CHECK(readings->find(key::ownerName)->box == QRect(600, 100, 80, 80));
}

TEST_CASE("a QR code that is no card is not taken for one", "[extraction]")
{
    const QString payload = GENERATE(u"000.00.16.H62-240515-0001"_s, u"https://gplx.gov.vn/?x=1"_s,
                                     u"a|b|c|d|e|f|g"_s, u""_s);
    CHECK_FALSE(readIdentityQr({WrittenPage().qr(payload).page()}));
}

TEST_CASE("a name whose letters were lost in the QR code is doubtful", "[extraction]")
{
    auto readings = readIdentityQr(
        {WrittenPage().qr(u"026185001234||NGUY?N TH? A|15031985|N?|Vinh Phuc|10082021"_s).page()});
    REQUIRE(readings);
    CHECK(readings->find(key::ownerName)->doubtful);
    CHECK_FALSE(readings->find(key::birthDate)->doubtful);
}

TEST_CASE("a code is read wherever its box is, also without one", "[extraction]")
{
    recognition::RecognizedPage page;
    page.barcodes = {{.text = u"026185001234||NGUYỄN THỊ A|15031985|Nữ|Xã B, Vĩnh Phúc|10082021"_s,
                      .format = u"QRCode"_s}};
    CHECK(valueOf(propose({page}, u"cccd"_s), dossier::field_key::personalId) == u"026185001234");
    page.size = {100, 100};
    page.barcodes[0].box = QRect(QPoint(-3, 90), QPoint(20, 140));
    const auto id = proposalFor(propose({page}, u"cccd"_s), dossier::field_key::personalId);
    REQUIRE(id);
    CHECK(id->evidence->box == QRect(QPoint(0, 90), QPoint(20, 99)));
}

}  // namespace station::extraction
