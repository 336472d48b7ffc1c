#include "core/imaging/page_kind.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("letters, forms, cards, photocopies and photos are told apart", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    CHECK(pageKindOf(letter) == PageKind::Letter);
    CHECK(pageKindOf(fixture("identity_card_300dpi.jpg")) == PageKind::Card);
    CHECK(pageKindOf(faded(letter, 0.7)) == PageKind::Photocopy);

    Image table = withWriting(sheet());
    for (int y = 185; y < 1040; y += 80)
        table = withBox(table, {100, y, 660, 2}, 20);
    CHECK(pageKindOf(table) == PageKind::Form);

    Image dotted = withWriting(sheet());
    for (int y = 1060; y < 1200; y += 20) {
        for (int x = 120; x < 700; x += 6)
            dotted = withBox(dotted, {x, y, 2, 2}, 20);
    }
    CHECK(pageKindOf(dotted) == PageKind::Form);

    Image photo = sheet();
    for (int y = 0; y < 1240; y += 10)
        photo = withBox(photo, {0, y, 874, 10}, static_cast<l_uint32>(70 + y % 170));
    CHECK(pageKindOf(photo) == PageKind::Photo);
}

TEST_CASE("the name of a kind leads back to it", "[imaging]")
{
    for (const auto kind :
         {PageKind::Letter, PageKind::Form, PageKind::Card, PageKind::Photocopy, PageKind::Photo})
        CHECK(pageKindNamed(pageKindName(kind)) == kind);
    CHECK_FALSE(pageKindNamed(QStringLiteral("poster")));
}
