#include "core/dossier/component_decision.h"

#include "tests/support/catch.h"

using namespace station::dossier;

TEST_CASE("each row of the decision table decides when no row above it fits", "[dossier]")
{
    const auto [situation, decision] = GENERATE(table<PaperSituation, Decision>({
        {PaperSituation{}, Decision::Digitize},
        {{.secret = true}, Decision::Refuse},
        {{.validCopyStored = true}, Decision::Reuse},
        {{.sharedDatabaseHasIt = true}, Decision::Reuse},
        {{.onlyToBeShown = true}, Decision::ShownOnly},
        {{.origin = Origin::Photocopy}, Decision::Attach},
        {{.origin = Origin::CertifiedPaperCopy}, Decision::Attach},
        {{.mustBeDigitized = false}, Decision::Attach},
        {{.mustBeDigitized = false, .citizenAsked = true}, Decision::Digitize},
    }));
    CHECK(decide(situation) == decision);
}

TEST_CASE("a photocopy gets no code even when the citizen asks", "[dossier]")
{
    CHECK(decide({.origin = Origin::Photocopy, .citizenAsked = true}) == Decision::Attach);
}

TEST_CASE("a secret paper is refused whatever else is true of it", "[dossier]")
{
    CHECK(decide({.secret = true, .validCopyStored = true, .onlyToBeShown = true}) ==
          Decision::Refuse);
}

TEST_CASE("in every situation a row above wins over all rows below it", "[dossier]")
{
    for (int bits = 0; bits < 64; ++bits) {
        for (const auto origin :
             {Origin::Original, Origin::Photocopy, Origin::CertifiedPaperCopy}) {
            const PaperSituation situation{
                .secret = (bits & 1) != 0,
                .validCopyStored = (bits & 2) != 0,
                .sharedDatabaseHasIt = (bits & 4) != 0,
                .onlyToBeShown = (bits & 8) != 0,
                .origin = origin,
                .mustBeDigitized = (bits & 16) != 0,
                .citizenAsked = (bits & 32) != 0,
            };
            const bool held = situation.validCopyStored || situation.sharedDatabaseHasIt;
            const bool wanted = situation.mustBeDigitized || situation.citizenAsked;
            const auto decision = decide(situation);
            CAPTURE(bits, int(origin));
            CHECK((decision == Decision::Refuse) == situation.secret);
            CHECK((decision == Decision::Reuse) == (held && !situation.secret));
            CHECK((decision == Decision::ShownOnly) ==
                  (situation.onlyToBeShown && !held && !situation.secret));
            CHECK((decision == Decision::Digitize) ==
                  (wanted && origin == Origin::Original && !situation.onlyToBeShown && !held &&
                   !situation.secret));
        }
    }
}
