#include "core/sealing/data_keys.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::sealing;

namespace {

QByteArray textOf(const DataKeys &ring)
{
    const auto text = ring.text();
    return {text.view().data(), static_cast<qsizetype>(text.size())};
}

}  // namespace

TEST_CASE("keys are written and read again", "[sealing]")
{
    auto ring = DataKeys::made().value();
    ring.adopt(DataKeys::made().value());
    const auto again = DataKeys::parse(ring.text());
    REQUIRE(again);
    REQUIRE(again->keys().size() == 2);
    for (std::size_t n = 0; n < 2; ++n) {
        CHECK(again->keys()[n].id == ring.keys()[n].id);
        CHECK(again->keys()[n].bytes.view() == ring.keys()[n].bytes.view());
    }
    CHECK(again->contains(ring.keys()[0].id));
    CHECK_FALSE(again->contains(QStringLiteral("0000000000000000")));
}

TEST_CASE("adopted keys open old data and do not seal new data", "[sealing]")
{
    auto mine = DataKeys::made().value();
    const QString current = mine.keys().back().id;
    auto restored = DataKeys::made().value();
    const auto copy = DataKeys::parse(restored.text()).value();
    const QString old = restored.keys().front().id;
    mine.adopt(std::move(restored));
    mine.adopt(DataKeys::parse(copy.text()).value());
    REQUIRE(mine.keys().size() == 2);
    CHECK(mine.keys().front().id == old);
    CHECK(mine.keys().back().id == current);
}

TEST_CASE("a damaged key is never used", "[sealing]")
{
    const QByteArray text = textOf(DataKeys::made().value());
    REQUIRE(text.size() == 16 + 1 + 64 + 1);
    const auto fault = [](QByteArray changed) {
        const auto ring = DataKeys::parse(Secret(std::move(changed)));
        return ring ? Fault::Cancelled : ring.error().fault;
    };
    auto flipped = text;
    flipped[40] = flipped[40] == '0' ? '1' : '0';
    CHECK(fault(flipped) == Fault::SettingsInvalid);
    auto notHex = text;
    notHex[40] = 'x';
    CHECK(fault(notHex) == Fault::SettingsInvalid);
    CHECK(fault(text.left(60)) == Fault::SettingsInvalid);
    CHECK(fault(text + "and more\n") == Fault::SettingsInvalid);
    CHECK(fault({}) == Fault::SettingsInvalid);
    CHECK(fault(text) == Fault::Cancelled);
    CHECK(fault("\n" + text + "\n") == Fault::Cancelled);
}
