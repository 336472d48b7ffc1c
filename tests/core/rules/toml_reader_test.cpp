#include "core/rules/toml_reader.h"

#include "tests/core/rules/law_file.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::rules;
using namespace Qt::StringLiterals;

namespace {

enum class Colour { Red, Green };

struct Everything {
    QString name{};
    bool flag = false;
    double size = 1.5;
    int count = 7;
    QDate day{};
    QStringList words{};
    Colour colour = Colour::Red;
    QStringList rows{};
};

Expected<Everything> load(const LawFile &file)
{
    Everything all;
    const auto read = TomlTable::readFile(file.path(), [&all](TomlTable &root) {
        root.read("name", all.name, TomlTable::Required);
        root.read("flag", all.flag);
        root.read("size", all.size, 0.5, 9);
        root.read("count", all.count, 1, 100);
        root.read("day", all.day);
        root.read("words", all.words);
        root.readTable("look", [&all](TomlTable &look) {
            look.readChoice("colour", all.colour,
                            {{u"red"_s, Colour::Red}, {u"green"_s, Colour::Green}});
        });
        root.readTables("row", [&all](TomlTable &row) {
            QString id;
            row.read("id", id, TomlTable::Required);
            all.rows << id;
        });
    });
    if (!read)
        return fail(read.error());
    return all;
}

}  // namespace

TEST_CASE("every kind of value is read and what is absent keeps its default", "[rules]")
{
    const LawFile file(R"(
name = "Đơn đề nghị"
flag = true
day = 2023-05-25
words = ["một", "hai"]
[look]
colour = "green"
[[row]]
id = "a"
[[row]]
id = "b"
)");
    const auto all = load(file);
    REQUIRE(all);
    CHECK(all->name == u"Đơn đề nghị"_s);
    CHECK(all->flag);
    CHECK(all->size == 1.5);
    CHECK(all->count == 7);
    CHECK(all->day == QDate(2023, 5, 25));
    CHECK(all->words == QStringList{u"một"_s, u"hai"_s});
    CHECK(all->colour == Colour::Green);
    CHECK(all->rows == QStringList{u"a"_s, u"b"_s});
}

TEST_CASE("text is NFC once read", "[rules]")
{
    const QString decomposed = u"Vĩnh Phúc"_s.normalized(QString::NormalizationForm_D);
    const auto all = load(LawFile("name = \"" + decomposed.toUtf8() + '"'));
    REQUIRE(all);
    CHECK(all->name == u"Vĩnh Phúc"_s);
}

TEST_CASE("a problem is told with its line, column and key", "[rules]")
{
    const auto [content, problem] = GENERATE(table<QByteArray, QString>({
        {"", u"1:1: name: is missing"_s},
        {"name = 5", u"1:8: name: expected a text of at most 4096 bytes"_s},
        {"name = '  '", u"1:8: name: expected a text that is not empty"_s},
        {"name = 'a'\nflag = 1", u"2:8: flag: expected true or false"_s},
        {"name = 'a'\nsize = 9.5", u"2:8: size: expected a number from 0.5 to 9"_s},
        {"name = 'a'\nsize = nan", u"2:8: size: expected a number from 0.5 to 9"_s},
        {"name = 'a'\nsize = '2'", u"2:8: size: expected a number from 0.5 to 9"_s},
        {"name = 'a'\n count = 0", u"2:10: count: expected a whole number from 1 to 100"_s},
        {"name = 'a'\ncount = 2.0", u"2:9: count: expected a whole number from 1 to 100"_s},
        {"name = 'a'\nday = '2023-05-25'", u"2:7: day: expected a date as 2023-05-25"_s},
        {"name = 'a'\nwords = ['a', 1]", u"2:9: words: expected a list of texts"_s},
        {"name = 'a'\nwords = 'a'", u"2:9: words: expected a list of texts"_s},
        {"name = 'a'\nlook = 1", u"2:8: look: expected a table"_s},
        {"name = 'a'\n[look]\ncolour = 'blue'", u"3:10: look.colour: expected red or green"_s},
        {"name = 'a'\nrow = 1", u"2:7: row: expected tables"_s},
        {"name = 'a'\n[[row]]\nid = 1", u"3:6: row.id: expected a text of at most 4096 bytes"_s},
        {"name = 'a'\nnane = 'b'", u"2:1: nane: unknown key; did you mean name?"_s},
        {"name = 'a'\n[look]\ncolor = 'red'",
         u"3:1: look.color: unknown key; did you mean look.colour?"_s},
        {"name = 'a'\nxyz = 1", u"2:1: xyz: unknown key"_s},
        {"name = 'a'\ntoken_pin = '123456'",
         u"2:1: token_pin: a secret does not belong in a settings file"_s},
        {"name = 'a'\nPassword = 'b'",
         u"2:1: Password: a secret does not belong in a settings file"_s},
    }));
    const LawFile file(content);
    const auto all = load(file);
    REQUIRE_FALSE(all);
    CHECK(all.error().fault == Fault::SettingsInvalid);
    CHECK(all.error().subject == file.at(problem));
}

TEST_CASE("a literal secret is never repeated", "[rules]")
{
    const auto all = load(LawFile("name = 'a'\npin = '482913'"));
    REQUIRE_FALSE(all);
    CHECK_FALSE(all.error().subject.contains(u"482913"));
    CHECK_FALSE(all.error().detail.contains(u"482913"));
}

TEST_CASE("all problems of a file are told in the order of its lines", "[rules]")
{
    const LawFile file("zzz = 1\ncount = 0\nname = 5\n");
    const auto all = load(file);
    REQUIRE_FALSE(all);
    CHECK(all.error().subject ==
          file.at(u"1:1: zzz: unknown key\n"_s) +
              file.at(u"2:9: count: expected a whole number from 1 to 100\n"_s) +
              file.at(u"3:8: name: expected a text of at most 4096 bytes"_s));
}

TEST_CASE("a file that is not TOML is refused at the place where it breaks", "[rules]")
{
    const auto [content, place] = GENERATE(table<QByteArray, QString>({
        {"name = 'a'\nflag = \n", u"2:"_s},
        {"name = 'a'\nname = 'b'\n", u"2:"_s},
        {"name = 'a'\n\n[look\n", u"3:"_s},
        {"name = \"\xff\xfe\"\n", u"1:"_s},
    }));
    const LawFile file(content);
    const auto all = load(file);
    REQUIRE_FALSE(all);
    CHECK(all.error().fault == Fault::SettingsInvalid);
    CHECK(all.error().subject.startsWith(file.at(place)));
}

TEST_CASE("huge, deep and missing files are refused cleanly", "[rules]")
{
    CHECK(load(LawFile("name = 'a'\n#" + QByteArray(256 * 1024 - 12, 'x'))));
    CHECK_FALSE(load(LawFile("name = 'a'\n#" + QByteArray(256 * 1024, 'x'))));
    CHECK(load(LawFile("name = '" + QByteArray(4096, 'x') + '\'')));
    CHECK_FALSE(load(LawFile("name = '" + QByteArray(4097, 'x') + '\'')));
    CHECK_FALSE(load(LawFile("name = " + QByteArray(100'000, '['))));
    const auto missing =
        TomlTable::readFile(u"/nonexistent/law.toml"_s, [](TomlTable &) { FAIL("was read"); });
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::SettingsInvalid);
    CHECK(missing.error().subject == u"/nonexistent/law.toml: cannot be read"_s);
}
