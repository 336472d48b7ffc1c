#include "core/extraction/extraction_rules.h"

#include "core/extraction/rule_data.h"
#include "core/rules/paper_types.h"
#include "tests/core/extraction/written_page.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace station::extraction {

using namespace Qt::StringLiterals;

namespace {

/// The shipped rules in a folder of their own, to be broken.
class RuleFolderCopy {
public:
    RuleFolderCopy()
    {
        const QString shipped = QStringLiteral(STATION_SHARE_DIR "/extraction");
        QDir(m_folder.path()).mkpath(u"papers"_s);
        for (const QString &part : {QString(), u"papers/"_s}) {
            const QDir from(shipped + u'/' + part);
            for (const QString &name : from.entryList({u"*.toml"_s}, QDir::Files))
                QFile::copy(from.filePath(name), m_folder.filePath(part + name));
        }
    }

    QString path() const { return m_folder.path(); }

    void write(const QString &name, const QByteArray &text, QIODevice::OpenModeFlag mode)
    {
        QFile file(m_folder.filePath(name));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        REQUIRE(file.open(QIODevice::WriteOnly | mode));
        file.write(text);
    }

private:
    QTemporaryDir m_folder{};
};

QString problemsOf(const RuleFolderCopy &folder)
{
    const auto rules = loadExtractionRules(folder.path());
    REQUIRE_FALSE(rules);
    CHECK(rules.error().fault == Fault::SettingsInvalid);
    return rules.error().subject;
}

}  // namespace

TEST_CASE("the shipped rules can be read, and each kind of paper is one of the catalogue's",
          "[extraction]")
{
    const auto types =
        rules::loadPaperTypes(QStringLiteral(STATION_SHARE_DIR "/papers/paper_types.toml"));
    REQUIRE(types);
    REQUIRE(shippedRules().data() != nullptr);
    for (const PaperRule &paper : shippedRules().data()->papers) {
        INFO(paper.key.toStdString());
        const auto *type = types->find(paper.key);
        REQUIRE(type != nullptr);
        for (const QString &field : type->requiredFields)
            CHECK(paper.fields.contains(field));
    }
}

TEST_CASE("a broken rule is named by file, line and column", "[extraction]")
{
    RuleFolderCopy folder;
    folder.write(u"papers/broken.toml"_s,
                 "key = \"broken\"\ntitles = [\"GIẤY\"]\nfields = [\"no_such_field\"]\n"
                 "subject = \"above\"\ncolour = 3\n",
                 QIODevice::Truncate);
    const QString problems = problemsOf(folder);
    CHECK(problems.contains(u"papers/broken.toml:3:"_s));
    CHECK(problems.contains(u"no_such_field: no such field"_s));
    CHECK(problems.contains(u"papers/broken.toml:4:"_s));
    CHECK(problems.contains(u"colour: unknown key"_s));
}

TEST_CASE("rules that contradict themselves are refused", "[extraction]")
{
    const auto [file, text, what] = GENERATE(table<QString, QByteArray, QString>({
        {u"patterns.toml"_s, "\n[[row]]\nname = \"x\"\nfield = \"plate\"\npattern = '([a-z'\n",
         u"pattern: "_s},
        {u"patterns.toml"_s, "\n[[row]]\nname = \"x\"\nfield = \"plate\"\npattern = 'abc'\n",
         u"expected a group for the value"_s},
        {u"confidence.toml"_s,
         "\n[[calibration]]\nfields = [\"plate\"]\nsure = 0.9\n"
         "point = [{ raw = 0.5, right = 0.5 }, { raw = 0.4, right = 0.6 }]\n",
         u"points have to rise"_s},
        {u"labels.toml"_s, "\n[[label]]\nfield = \"plate\"\nvalue = \"none\"\nwords = [\"Biển\"]\n",
         u"contradicts value"_s},
        {u"labels.toml"_s, "\n[[label]]\nfield = \"plate\"\nvalue = \"plate\"\nwords = [\"...\"]\n",
         u"a text without letters"_s},
        {u"papers/gplx.toml"_s, "\npatterns = [\"nowhere\"]\n", u"patterns"_s},
    }));
    RuleFolderCopy folder;
    folder.write(file, text, QIODevice::Append);
    INFO(what.toStdString());
    const QString problems = problemsOf(folder);
    CHECK(problems.contains(file));
    CHECK(problems.contains(what));
}

TEST_CASE("a folder without rules is refused and rules without data propose nothing",
          "[extraction]")
{
    const QTemporaryDir empty;
    CHECK_FALSE(loadExtractionRules(empty.path()));
    const auto page = fixturePage(u"decision.json"_s);
    CHECK(readPaper({}, {page}, u"quyet_dinh"_s).fields.empty());
    CHECK(proposeType({}, {page}) == TypeProposal{});
}

}  // namespace station::extraction
