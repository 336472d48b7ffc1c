#include "core/dossier/field.h"

#include "tests/support/catch.h"

#include <QSet>

using namespace station::dossier;
using namespace Qt::StringLiterals;

TEST_CASE("every field key is there once")
{
    const QStringList keys = field_key::all();
    CHECK(QSet<QString>(keys.begin(), keys.end()).size() == keys.size());
}

TEST_CASE("a cell of a table is known by its column")
{
    const QString plate = field_key::cell(field_key::vehicles, 12, field_key::plate);
    CHECK(plate == u"vehicles.12.plate");
    CHECK(field_key::isKnown(plate));
    CHECK(fieldKindOf(plate) == FieldKind::Plate);
    CHECK_FALSE(field_key::isKnown(u"vehicles.0.plate"_s));
    CHECK_FALSE(field_key::isKnown(u"vehicles.1.horn"_s));
    CHECK_FALSE(field_key::isKnown(u"people.1.plate"_s));
}
