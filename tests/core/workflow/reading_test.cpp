#include "tests/core/workflow/counter_world.h"

using namespace station;
using namespace station::workflow;

namespace {
namespace key = dossier::field_key;
const QString gt01 = QStringLiteral("GT01");  // needs the owner's name and a date
}  // namespace

TEST_CASE("values are kept in one form, and wrong ones are named", "[workflow]")
{
    CHECK(normalizedValue(key::birthDate, QStringLiteral("5.3.1985")) ==
          QStringLiteral("05/03/1985"));
    CHECK(normalizedValue(key::subject, QStringLiteral(" a  b ")) == QStringLiteral("a b"));
    const auto wrong = normalizedValue(key::documentDate, QStringLiteral("31/02/2024"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().subject.startsWith(key::documentDate));
    CHECK_FALSE(normalizedValue(key::personalId, QStringLiteral("0261850")));
}

TEST_CASE("a paper is extracted only when every required field has a clerk's word", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    Reading reading(world.context, world.pool);
    CHECK(reading.proposals(dossier.uuid, gt01).error().fault == Fault::WrongOrder);
    CHECK(reading.confirm(dossier.uuid, gt01, {}, true).error().fault == Fault::WrongOrder);
    world.signedCopy(dossier, gt01);

    const auto half = reading.confirm(dossier.uuid, gt01,
                                      {{key::ownerName, QStringLiteral("Trần Thị Thử")}}, true);
    REQUIRE_FALSE(half);
    CHECK(half.error().fault == Fault::FieldMissing);
    CHECK(half.error().subject == QStringLiteral("GT01: document_date"));
    CHECK(std::holds_alternative<dossier::SignedCopy>(world.state(dossier, gt01)));

    // What was entered before is not asked for again.
    const auto whole = reading.confirm(dossier.uuid, gt01,
                                       {{key::documentDate, QStringLiteral("15/7/2024")}}, false);
    REQUIRE(whole);
    REQUIRE(whole->size() == 2);
    for (const auto &field : *whole) {
        CHECK(field.source == dossier::FieldSource::Typed);
        CHECK(field.confirmedAtMs == world.clock.now);
    }
    CHECK(std::holds_alternative<dossier::ExtractedCopy>(world.state(dossier, gt01)));
}

TEST_CASE("a field that nobody knows is refused", "[workflow]")
{
    CounterWorld world;
    const auto dossier = world.open();
    world.signedCopy(dossier, gt01);
    const auto confirmed =
        Reading(world.context, world.pool)
            .confirm(dossier.uuid, gt01, {{QStringLiteral("colour"), QStringLiteral("red")}}, true);
    REQUIRE_FALSE(confirmed);
    CHECK(confirmed.error().fault == Fault::InvalidInput);
}
