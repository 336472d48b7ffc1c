#include "core/rules/rule_profile.h"

#include "core/rules/toml_reader.h"

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

void readMark(TomlTable &table, MarkRule &mark)
{
    table.readChoice("corner", mark.corner,
                     {{u"top-left"_s, Corner::TopLeft}, {u"top-right"_s, Corner::TopRight}},
                     TomlTable::Required);
    table.read("margin_left_pt", mark.marginLeftPt, 0, 300);
    table.read("margin_top_pt", mark.marginTopPt, 0, 300);
    table.read("width_pt", mark.widthPt, 50, 595);
    table.read("font_pt", mark.fontPt, 6, 20);
    if (table.read("lines", mark.lines, TomlTable::Required) && mark.lines.isEmpty())
        table.report("lines", u"expected at least one line"_s);
}

}  // namespace

QStringList MarkRule::filledLines(const QString &clerk, const QString &time) const
{
    QStringList filled;
    for (QString line : lines) {
        // The name last: it comes from a certificate and may look like a placeholder.
        line.replace(u"{time}"_s, time).replace(u"{clerk}"_s, clerk);
        filled << line;
    }
    return filled;
}

Expected<RuleProfile> loadRuleProfile(const QString &path)
{
    RuleProfile profile;
    const auto read = TomlTable::readFile(path, [&profile](TomlTable &file) {
        file.read("id", profile.id, TomlTable::Required);
        file.read("name", profile.name, TomlTable::Required);
        file.read("legal_base", profile.legalBase, TomlTable::Required);
        readValidity(file, profile.validity);
        file.readTable(
            "mark", [&](TomlTable &table) { readMark(table, profile.mark); }, TomlTable::Required);
        file.readTable("scan", [&](TomlTable &table) {
            table.read("minimum_dpi", profile.minimumDpi, 100, 600);
            table.read("default_dpi", profile.defaultDpi, profile.minimumDpi, 600);
        });
        file.readTable("copy", [&](TomlTable &table) {
            table.readChoice(
                "text_layer", profile.textLayer,
                {{u"sidecar"_s, TextLayer::Sidecar}, {u"embedded"_s, TextLayer::Embedded}});
            table.read("stored_paper_months", profile.storedPaperMonths, 1, 1200);
        });
        file.readTable(
            "digitization_code",
            [&](TomlTable &table) {
                table.readParsed("component", profile.componentCode, TomlTable::Required);
                table.readParsed("result", profile.resultCode, TomlTable::Required);
            },
            TomlTable::Required);
    });
    if (!read)
        return fail(read.error());
    return profile;
}

}  // namespace station::rules
