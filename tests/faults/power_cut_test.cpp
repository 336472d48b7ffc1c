#include "tests/faults/power_cut.h"
#include "tests/support/catch.h"

using namespace station::faults;

namespace {

constexpr int statesOfEach = 250;

const Scenario &scenarioOf(const QString &name)
{
    for (const auto &scenario : scenarios()) {
        if (scenario->name() == name)
            return *scenario;
    }
    std::abort();
}

std::string told(const PowerCut::Report &report)
{
    QStringList lines;
    for (auto it = report.violations.begin(); it != report.violations.end(); ++it)
        lines << QStringLiteral("%1 × %2").arg(it.value()).arg(it.key());
    return lines.join(u'\n').toStdString();
}

}  // namespace

TEST_CASE("no power cut loses or damages what was acknowledged", "[power-cut]")
{
    const auto n = GENERATE(range(std::size_t(0), scenarios().size()));
    const PowerCut cut(*scenarios().at(n));
    INFO(scenarios().at(n)->name().toStdString());
    REQUIRE(cut.trouble() == "");
    const auto report = cut.cut(statesOfEach);
    INFO(told(report));
    CHECK(report.violating == 0);
    CHECK(report.distinct > statesOfEach / 4);
}

TEST_CASE("no power cut after a kill loses or damages what was acknowledged", "[power-cut]")
{
    const auto *name = GENERATE("hand-over", "sign", "purge", "restore", "backup");
    const auto &scenario = scenarioOf(QLatin1String(name));
    for (const long record : PowerCut(scenario).delicateRecords(6)) {
        CAPTURE(name, record);
        const PowerCut cut(scenario, record);
        REQUIRE(cut.trouble() == "");
        REQUIRE(cut.wasKilled());
        const auto report = cut.cut(25);
        INFO(told(report));
        CHECK(report.violating == 0);
    }
}

TEST_CASE("a bug in what is synced is seen by power cuts", "[power-cut]")
{
    const auto [name, omission] = GENERATE(table<QString, Omission>({
        {QStringLiteral("sign"), Omission::FileSync},
        {QStringLiteral("sign"), Omission::FolderSync},
        {QStringLiteral("sign"), Omission::ParentOfFolderSync},
        {QStringLiteral("sign"), Omission::CommitSync},
        {QStringLiteral("sign"), Omission::DatabaseSync},
        {QStringLiteral("capture"), Omission::FileSync},
        {QStringLiteral("capture"), Omission::FolderSync},
        {QStringLiteral("hand-over"), Omission::FileSync},
        {QStringLiteral("hand-over"), Omission::FolderSync},
        {QStringLiteral("hand-over"), Omission::ParentOfFolderSync},
    }));
    CAPTURE(name, static_cast<int>(omission));
    const PowerCut cut(scenarioOf(name));
    REQUIRE(cut.trouble() == "");
    CHECK(cut.cut(statesOfEach, omission, 3).violating >= 3);
}
