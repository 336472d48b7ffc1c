#include "core/codes/personal_id.h"
#include "core/codes/wedge_text.h"
#include "core/extraction/identity_qr.h"
#include "core/text/vietnamese.h"
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/pages/rounds.h"
#include "tests/support/catch.h"

namespace station::extraction {

TEST_CASE("a damaged identity code gives values of its own form or none", "[fuzz]")
{
    namespace key = dossier::field_key;
    const QByteArrayList seeds{
        "001158594684|382784847|Đặng Thị Thu Diệu|03111958|Nữ|347, đường Nguyễn Huệ, Hà "
        "Nội|21042023",
        "079066447739||Bùi Quang Cường|21061966|Nam|Quận 1|01032022||Bùi Văn An|Trần Thị Bình|"};
    testing::Mutation mutate(43, {"|", "||", "|||||||", "00000000", "99999999", "31022020", "?",
                                  "\xef\xbf\xbd", "\xc3", "\xe1\xbb", "Ä‘", "\xcc\xa3", "\n",
                                  QByteArray(1, '\0')});
    testing::Rounds rounds(6'000);
    int read = 0;
    while (rounds.next()) {
        const QString text =
            QString::fromUtf8(mutate(seeds[mutate.below(static_cast<int>(seeds.size()))]));
        auto readings = readIdentityQr({recognition::RecognizedPage{
            .size = {100, 100}, .dpi = 300, .barcodes = {{text, QStringLiteral("QRCode"), {}}}}});
        if (!readings)
            continue;
        ++read;
        Reading *id = readings->find(key::personalId);
        REQUIRE(id != nullptr);
        REQUIRE(codes::PersonalId::parse(id->value));
        if (const Reading *birth = readings->find(key::birthDate))
            REQUIRE(QDate::fromString(birth->value, QStringLiteral("dd/MM/yyyy")).isValid());
        if (const Reading *name = readings->find(key::ownerName)) {
            REQUIRE(name->value == text::nfc(name->value));
            if (name->value.contains(QChar::ReplacementCharacter))
                REQUIRE(name->doubtful);
        }
    }
    CHECK(read > 1'000);
    CHECK(read < rounds.done());
    if (testing::Rounds::minutes() > 0)
        WARN(rounds.done() << " codes, " << read << " read");
}

TEST_CASE("what a hand scanner typed is clean text or refused, and stays what it is", "[fuzz]")
{
    const QByteArray card =
        "026185001234|135246789|Nguyễn Thị Hồng Đào|05071985|Nữ|Tổ 4, Đống Đa, Vĩnh Yên|10052021";
    const QByteArrayList seeds{card, QString::fromLatin1(card).toUtf8(), "H62.16-250704-0001\r\n",
                               "TSH1:GT01"};
    testing::Mutation mutate(59, {"|", "?", "\xef\xbf\xbd", "Ã¡", "á»", "Ä‘", "\xcc\xa3", "\r\n",
                                  "\t", "x", "ee", "6", QByteArray(1, '\0'), "\xed\xa0\x80"});
    testing::Rounds rounds(6'000);
    int read = 0;
    while (rounds.next()) {
        const auto wedge =
            codes::wedgeText(QString::fromUtf8(mutate(seeds[mutate.below(seeds.size())])));
        if (!wedge) {
            REQUIRE(wedge.error().fault == Fault::TextDamaged);
            continue;
        }
        ++read;
        REQUIRE(wedge->text == text::nfc(wedge->text));
        REQUIRE_FALSE(wedge->text.contains(QChar::ReplacementCharacter));
        const auto again = codes::wedgeText(wedge->text);
        REQUIRE(again);
        REQUIRE(again->text == wedge->text);
        REQUIRE(again->kind == wedge->kind);
        REQUIRE_FALSE(again->repaired);
    }
    CHECK(read > 1'000);
    CHECK(read < rounds.done());
    if (testing::Rounds::minutes() > 0)
        WARN(rounds.done() << " texts, " << read << " accepted");
}

TEST_CASE("a card that lost a byte of a letter on its way is never completed", "[fuzz]")
{
    const QByteArray card =
        "026185001234|135246789|Nguyễn Thị Hồng Đào|05071985|Nữ|Tổ 4, Đống Đa, Vĩnh Yên|10052021";
    for (qsizetype at = 0; at < card.size(); ++at) {
        if (static_cast<unsigned char>(card[at]) < 0x80)
            continue;
        INFO(at);
        CHECK_FALSE(codes::wedgeText(QString::fromLatin1(QByteArray(card).remove(at, 1))));
    }
}

}  // namespace station::extraction
