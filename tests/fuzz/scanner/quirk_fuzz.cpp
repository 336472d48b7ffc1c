#include "scanner/quirks/quirk_table.h"
#include "tests/fuzz/mutation.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::scanner;
using testing::Mutation;
using namespace Qt::StringLiterals;

TEST_CASE("a quirk file that is damaged is read or refused with its place", "[fuzz]")
{
    QByteArrayList seeds;
    const QDir shipped(QStringLiteral(STATION_SHARE_DIR "/scanners"));
    for (const auto &name : shipped.entryList({u"*.toml"_s})) {
        QFile file(shipped.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        seeds << file.readAll();
    }
    REQUIRE(seeds.size() > 5);
    Mutation mutate(11, {"\"", "[[scanner]]", "[scanner]", "=", "\n", "'''", "{", "1e999", "*",
                         "busy_tries = 5", "extras = [\"a = b\"]", "\\u0000", "\xff", "#"});
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"maker.toml"_s);
    int refused = 0;
    for (int round = 0; round < 2'000; ++round) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mutate(seeds[mutate.below(static_cast<int>(seeds.size()))]));
        file.close();
        const auto rows = readQuirks(dir.path());
        if (rows) {
            for (const auto &row : *rows) {
                REQUIRE(row.busyTries >= 1);
                REQUIRE(row.pageMarginMm >= 0);
                REQUIRE_FALSE(row.backend.isEmpty());
            }
            (void)quirkFor(*rows,
                           kindOf(QString::fromLatin1(mutate("net:[fe80::1]:fujitsu:fi-7160:1"))));
            continue;
        }
        ++refused;
        REQUIRE(rows.error().fault == Fault::SettingsInvalid);
        REQUIRE(rows.error().subject.startsWith(path));
    }
    CHECK(refused > 200);
    CHECK(refused < 2'000);
}
