#include "core/sealing/sealer.h"
#include "tests/support/catch.h"

#include <QRegularExpression>
#include <QSet>

using namespace station;
using namespace station::sealing;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Sealer> aSealer(const DataKeys &keys)
{
    return Sealer::with(keys).value();
}

}  // namespace

TEST_CASE("a sealed value opens in its place and with its key alone", "[sealing]")
{
    const auto keys = DataKeys::made().value();
    const auto sealer = aSealer(keys);
    const QByteArray plain = "Nguyễn Thị Hồng Đào";
    const auto sealed = sealer->sealed(plain, "dossiers d-1");
    REQUIRE(sealed);
    CHECK(sealed->size() == plain.size() + 29);
    CHECK_FALSE(sealed->contains("Nguy"));
    CHECK(sealer->opened(*sealed, "dossiers d-1") == plain);
    CHECK_FALSE(sealer->opened(*sealed, "dossiers d-2"));
    CHECK_FALSE(aSealer(DataKeys::made().value())->opened(*sealed, "dossiers d-1"));
    CHECK(sealer->sealed(plain, "dossiers d-1").value() != *sealed);
}

TEST_CASE("a sealed value of which a bit has changed does not open", "[sealing]")
{
    const auto keys = DataKeys::made().value();
    const auto sealer = aSealer(keys);
    const auto sealed = sealer->sealed("026185001234", "place").value();
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(sealer->opened(changed, "place"));
    }
    CHECK_FALSE(sealer->opened(sealed.chopped(1), "place"));
    CHECK_FALSE(sealer->opened({}, "place"));
}

TEST_CASE("a look-up value is the same for the same value and key and kind alone", "[sealing]")
{
    const auto keys = DataKeys::made().value();
    const auto sealer = aSealer(keys);
    const auto lookup = sealer->lookup("owner", u"026185001234"_s);
    CHECK(lookup.size() == 22);
    CHECK(lookup == aSealer(keys)->lookup("owner", u"026185001234"_s));
    CHECK(lookup != sealer->lookup("owner", u"026185001235"_s));
    CHECK(lookup != sealer->lookup("code", u"026185001234"_s));
    CHECK(lookup != aSealer(DataKeys::made().value())->lookup("owner", u"026185001234"_s));
}

TEST_CASE("blind words are words for any tokenizer and differ as their words do", "[sealing]")
{
    const auto sealer = aSealer(DataKeys::made().value());
    QSet<QString> words;
    for (int n = 0; n < 1000; ++n) {
        const auto word = sealer->blindWord(QString::number(n));
        REQUIRE(QRegularExpression(u"^[a-z2-7]{13}$"_s).match(word).hasMatch());
        words.insert(word);
    }
    CHECK(words.size() == 1000);
    CHECK(words.contains(sealer->blindWord(u"7"_s)));
}

TEST_CASE("a sealer seals with the key that it is told or the newest", "[sealing]")
{
    auto keys = DataKeys::made().value();
    const QString newest = keys.keys().back().id;
    keys.adopt(DataKeys::made().value());
    CHECK(Sealer::with(keys).value()->keyId() == newest);
    const QString old = keys.keys().front().id;
    CHECK(Sealer::with(keys, old).value()->keyId() == old);
    CHECK(Sealer::with(keys, u"0123456789abcdef"_s).error().fault == Fault::KeyUnavailable);
}
