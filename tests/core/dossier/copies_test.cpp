#include "core/dossier/copies.h"

#include "tests/support/catch.h"

#include <vector>

using namespace station;
using namespace station::dossier;
using namespace Qt::StringLiterals;

namespace {

const Side front{.id = u"side-1"_s};
const Side back{.id = u"side-2"_s, .face = Face::Back};
const Sides bothSides{front, back};

codes::DigitizationCode aCode()
{
    return *codes::DigitizationCode::parse(u"026185001234.1.002809.GT03.01"_s);
}

const CapturedPaper captured = capture(capture(DigitizeSlot{}, front), back);
const SignedCopy signedCopy =
    sign(captured, {u"abc"_s, 1000}, {.name = u"Hà Thị Minh Nguyệt"_s}, 1721007012000);
const ExtractedCopy extracted =
    extract(signedCopy, {{.key = field_key::ownerName, .value = u"Nguyễn Thị A"_s}});
const CodedCopy coded = assignCode(extracted, aCode());
const StoredCopy stored = store(coded, u"def"_s);
const HandedOverCopy handedOver = handOver(stored, u"event"_s);
const AttachedPaper attached = attach(attach(AttachedPaper{}, front), back);
const ReusedCopy reused{.pdf = {u"abc"_s, 1000}, .code = aCode()};

struct Row {
    PaperState state;
    QString name;
    Sides sides;
};

std::vector<Row> everyState()
{
    return {
        {OpenSlot{}, u"open"_s, {}},
        {DigitizeSlot{}, u"decided"_s, {}},
        {captured, u"captured"_s, bothSides},
        {signedCopy, u"signed"_s, bothSides},
        {extracted, u"extracted"_s, bothSides},
        {coded, u"coded"_s, bothSides},
        {stored, u"stored"_s, bothSides},
        {handedOver, u"handed_over"_s, bothSides},
        {reused, u"reused"_s, {}},
        {AttachedPaper{}, u"attached"_s, {}},
        {attached, u"attached"_s, bothSides},
        {ShownPaper{}, u"shown"_s, {}},
        {RefusedPaper{}, u"refused"_s, {}},
    };
}

}  // namespace

TEST_CASE("a state has its word and its sides", "[dossier]")
{
    for (const auto &[state, name, sides] : everyState()) {
        CHECK(stateName(state) == name);
        CHECK(sidesOf(state) == sides);
    }
}

TEST_CASE("each step keeps what the steps before it made", "[dossier]")
{
    CHECK(handedOver.eventId == u"event"_s);
    CHECK(handedOver.copy.manifestSha256 == u"def"_s);
    CHECK(handedOver.copy.copy.code == aCode());
    CHECK(handedOver.copy.copy.copy.fields.front().value == u"Nguyễn Thị A"_s);
    CHECK(handedOver.copy.copy.copy.copy == signedCopy);
    CHECK(signedCopy.pdf == Blob{u"abc"_s, 1000});
    CHECK(signedCopy.signer.name == u"Hà Thị Minh Nguyệt"_s);
    CHECK(signedCopy.signedAtMs == 1721007012000);
}

TEST_CASE("a file that came in signed is a signed copy and says so", "[dossier]")
{
    const auto copy = receive(DigitizeSlot{}, {u"abc"_s, 1000}, bothSides,
                              {.name = u"Hà Thị Minh Nguyệt"_s}, 1721007012000);
    auto ours = signedCopy;
    CHECK_FALSE(ours.received);
    ours.received = true;
    CHECK(copy == ours);
    CHECK(stateName(copy) == u"signed");
}

TEST_CASE("what an earlier step made is found in every later state", "[dossier]")
{
    for (const auto &row : everyState()) {
        INFO(row.name.toStdString());
        const bool isSigned =
            row.sides == bothSides && row.name != u"captured"_s && row.name != u"attached"_s;
        const auto *copy = signedCopyOf(row.state);
        CHECK((copy != nullptr) == isSigned);
        CHECK((copy == nullptr || *copy == signedCopy));
        const auto *fields = extractedCopyOf(row.state);
        CHECK((fields != nullptr) == (isSigned && row.name != u"signed"_s));
        CHECK((fields == nullptr || *fields == extracted));
        const bool isFinal = row.name == u"coded"_s || row.name == u"stored"_s ||
                             row.name == u"handed_over"_s || row.name == u"reused"_s;
        CHECK(finalCodeOf(row.state) == (isFinal ? aCode().text() : QString()));
    }
}

TEST_CASE("a slot without sides takes any decision, also after another one", "[dossier]")
{
    const std::vector<std::pair<Decision, QString>> decisions{
        {Decision::Digitize, u"decided"_s},
        {Decision::Attach, u"attached"_s},
        {Decision::ShownOnly, u"shown"_s},
        {Decision::Refuse, u"refused"_s},
    };
    const std::vector<PaperState> undecided{OpenSlot{}, DigitizeSlot{}, AttachedPaper{},
                                            ShownPaper{}, RefusedPaper{}};
    for (const auto &slot : undecided) {
        for (const auto &[decision, name] : decisions) {
            const auto next = decided(slot, decision);
            CAPTURE(stateName(slot));
            REQUIRE(next);
            CHECK(stateName(*next) == name);
        }
        const auto reuse = decided(slot, Decision::Reuse);
        REQUIRE_FALSE(reuse);
        CHECK(reuse.error().fault == Fault::NoReusableCopy);
    }
}

TEST_CASE("a decision that would lose captured sides is refused", "[dossier]")
{
    for (const PaperState &state : {PaperState(captured), PaperState(attached)}) {
        for (const auto decision : {Decision::Digitize, Decision::Attach, Decision::ShownOnly,
                                    Decision::Refuse, Decision::Reuse}) {
            const auto next = decided(state, decision);
            const bool same =
                decision == (std::holds_alternative<CapturedPaper>(state) ? Decision::Digitize
                                                                          : Decision::Attach);
            CAPTURE(stateName(state), int(decision));
            if (same) {
                CHECK(next == state);
            } else {
                REQUIRE_FALSE(next);
                CHECK(next.error().fault == Fault::WrongOrder);
            }
        }
    }
}

TEST_CASE("no decision changes what is signed or linked", "[dossier]")
{
    const std::vector<PaperState> settled{signedCopy, extracted, coded, stored, handedOver, reused};
    for (const auto &state : settled) {
        for (const auto decision : {Decision::Digitize, Decision::Attach, Decision::ShownOnly,
                                    Decision::Refuse, Decision::Reuse}) {
            const auto next = decided(state, decision);
            REQUIRE_FALSE(next);
            CHECK(next.error().fault == Fault::WrongOrder);
        }
    }
}

TEST_CASE("a signed paper gets more proof without leaving its step", "[dossier]")
{
    const Blob better{u"better"_s, 2000};
    for (const auto &row : everyState()) {
        CAPTURE(row.name);
        const auto next = upgraded(row.state, better, SignatureLevel::LT, 5);
        const bool inStation =
            row.name == u"signed" || row.name == u"extracted" || row.name == u"coded";
        REQUIRE(next.has_value() == inStation);
        if (!next) {
            CHECK(next.error().fault == Fault::WrongOrder);
            continue;
        }
        CHECK(stateName(*next) == row.name);
        auto expected = signedCopy;
        expected.pdf = better;
        expected.level = SignatureLevel::LT;
        expected.provenAtMs = 5;
        CHECK(*signedCopyOf(*next) == expected);
        CHECK(finalCodeOf(*next) == finalCodeOf(row.state));
    }
}
