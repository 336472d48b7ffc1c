#include "core/repository/layout.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

TEST_CASE("each object has its place and no key tells a person or a code", "[repository]")
{
    const QTemporaryDir folder;
    const auto key = ProvinceKey::loadOrCreate(folder.filePath(u"key"_s));
    REQUIRE(key);
    const QString owner = u"026185001234"_s;
    const QString code = u"026185001234.KQ.G04.000012.88-0123.01"_s;
    const QString dossierCode = u"000.00.16.H62-240715-0001"_s;
    const QString uuid = u"0190b6d2-0000-7000-8000-000000000001"_s;
    const QDate day(2024, 7, 15);

    CHECK(layout::blob(u"ab12"_s) == u"doc/v1/ab/ab12");
    CHECK(layout::manifest(2024, u"H62.16"_s, uuid, u"cd"_s) ==
          u"doc/man/v1/2024/H62.16/"_s + uuid + u"/cd.json"_s);
    CHECK(layout::event(u"H62.16"_s, day, uuid) ==
          u"ctl/evt/H62.16/20240715/"_s + uuid + u".json"_s);
    CHECK(layout::acknowledgement(u"H62.16"_s, uuid) == u"ctl/ack/H62.16/"_s + uuid + u".json"_s);
    const QString entry = layout::ownerIndexEntry(*key, owner, day, code, u"ab12"_s);
    CHECK(entry != layout::ownerIndexEntry(*key, owner, day, code, u"cd34"_s));
    CHECK(entry.startsWith(layout::ownerIndex(*key, owner) + u"20240715-"_s));

    for (const auto &hidden :
         {layout::dossierPointer(*key, dossierCode), layout::codeClaim(*key, code), entry}) {
        CHECK(layout::isKey(hidden));
        CHECK_FALSE(hidden.contains(owner));
        CHECK_FALSE(hidden.contains(u"KQ"_s));
        CHECK_FALSE(hidden.contains(u"H62"_s));
    }
}
