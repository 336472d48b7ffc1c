#include "tests/core/workflow/signing_world.h"

using namespace station;
using namespace station::workflow;
using dossier::ViewKind;

namespace {

const QString gt01 = u"GT01"_s;
const QString gt02 = u"GT02"_s;

}  // namespace

TEST_CASE("a page counts as seen until its picture is another one", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01, 2);
    const auto sides = world.sides(world.dossier, gt01);
    const auto reviewing = world.reviewing();
    CHECK(reviewing.unseen(world.dossier.uuid).value() == std::set{sides[0].id, sides[1].id});
    REQUIRE(world.reviewing().seen(world.dossier.uuid, {sides[0].id}, ViewKind::Displayed));
    CHECK(reviewing.unseen(world.dossier.uuid).value() == std::set{sides[1].id});
    world.seeAll();
    CHECK(reviewing.unseen(world.dossier.uuid)->empty());

    REQUIRE(Editing(world.context).turn(world.dossier.uuid, sides[0].id, 90));
    CHECK(reviewing.unseen(world.dossier.uuid).value() == std::set{sides[0].id});
    REQUIRE(world.CounterWorld::capture().finish(world.dossier.uuid));
    CHECK(reviewing.unseen(world.dossier.uuid).value() == std::set{sides[0].id});
}

TEST_CASE("a view counts for the picture that goes into the copy", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01);
    world.seeAll();
    const auto side = world.sides(world.dossier, gt01).front();
    const auto views = world.openStore().views(world.dossier.uuid).value();
    REQUIRE(views.size() == 1);
    const QString picture =
        store::Spool(world.context.dataDir).file(world.dossier.uuid, side.id, u"jpg"_s);
    CHECK(views[0].pictureSha256 == sha256OfFile(picture).value());
    CHECK(views[0].by == world.context.actor);
    CHECK(views[0].kind == ViewKind::Displayed);
}

TEST_CASE("sides without content, of other papers and of no paper", "[workflow]")
{
    SigningWorld world;
    world.capture(gt01, 2);
    const auto sides = world.sides(world.dossier, gt01);
    REQUIRE(Editing(world.context).markBlank(world.dossier.uuid, sides[1].id, true));
    CHECK(world.reviewing().unseen(world.dossier.uuid).value() == std::set{sides[0].id});
    // Seen as blank, it was seen.
    REQUIRE(world.reviewing().seen(world.dossier.uuid, {sides[1].id}, ViewKind::Displayed));
    REQUIRE(Editing(world.context).markBlank(world.dossier.uuid, sides[1].id, false));
    CHECK(world.reviewing().unseen(world.dossier.uuid).value() == std::set{sides[0].id});
    CHECK(world.reviewing()
              .seen(world.dossier.uuid, {u"no-such-side"_s}, ViewKind::Displayed)
              .error()
              .fault == Fault::UnknownComponent);
    CHECK(world.reviewing().seen(u"none"_s, {}, ViewKind::Displayed).error().fault ==
          Fault::UnknownDossier);
    // A side that is not clean has nothing to see yet.
    REQUIRE(Editing(world.context).turn(world.dossier.uuid, sides[0].id, 90));
    REQUIRE(world.reviewing().seen(world.dossier.uuid, {sides[0].id}, ViewKind::Displayed));
    CHECK(world.openStore().views(world.dossier.uuid)->size() == 1);
}

TEST_CASE("where only the window counts, a statement is not enough", "[workflow]")
{
    SigningWorld world;
    world.context.law.profile.signature.displayOnly = true;
    world.capture(gt01);
    world.seeAll(ViewKind::Stated);
    CHECK(world.reviewing().unseen(world.dossier.uuid)->size() == 1);
    world.seeAll(ViewKind::Displayed);
    CHECK(world.reviewing().unseen(world.dossier.uuid)->empty());
    // A later statement does not take away what was displayed.
    world.seeAll(ViewKind::Stated);
    CHECK(world.reviewing().unseen(world.dossier.uuid)->empty());
}

TEST_CASE("a receipt is canonical and says how the pages were seen", "[workflow]")
{
    ReviewReceipt receipt{.documentSha256 = sha256Hex("document"),
                          .views = {{u"s1"_s, sha256Hex("1"), u"tram"_s, 5, ViewKind::Displayed}}};
    CHECK(receipt.toJson() == "{\"document\":\"" + sha256Hex("document").toUtf8() +
                                  "\",\"views\":[{\"at_ms\":5,\"by\":\"tram\",\"kind\":"
                                  "\"displayed\",\"picture\":\"" +
                                  sha256Hex("1").toUtf8() + "\",\"side\":\"s1\"}]}");
    CHECK(receipt.howSeen() == u"displayed");
    const auto before = receipt.sha256();
    receipt.views.push_back({u"s2"_s, sha256Hex("2"), u"tram"_s, 6, ViewKind::Stated});
    CHECK(receipt.howSeen() == u"stated");
    CHECK(receipt.sha256() != before);
}
