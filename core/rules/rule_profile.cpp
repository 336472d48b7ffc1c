#include "core/rules/rule_profile.h"

#include "core/rules/signature_levels.h"
#include "core/rules/toml_reader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace station::rules {

namespace {

void readMark(TomlTable &table, MarkRule &mark, TomlTable::Need corner)
{
    table.readChoice("corner", mark.corner,
                     {{u"top-left"_s, Corner::TopLeft}, {u"top-right"_s, Corner::TopRight}},
                     corner);
    table.read("margin_left_pt", mark.marginLeftPt, 0, 300);
    table.read("margin_top_pt", mark.marginTopPt, 0, 300);
    table.read("width_pt", mark.widthPt, 50, 595);
    table.read("font_pt", mark.fontPt, 6, 20);
    if (table.read("lines", mark.lines, TomlTable::Required) && mark.lines.isEmpty())
        table.report("lines", u"expected at least one line"_s);
}

/// A copy is never coarser than a scan has to be.
void readPicture(TomlTable &table, RuleProfile &profile)
{
    table.read("picture_dpi", profile.copy.dpi, profile.minimumDpi, 600);
    table.read("jpeg_quality", profile.copy.quality, 40, 100);
}

}  // namespace

QStringList MarkRule::filledLines(const QString &signer, const QString &time) const
{
    static const QRegularExpression name(u"\\{(clerk|agency)\\}"_s);
    QStringList filled;
    for (QString line : lines) {
        // The name last and once: it comes from a certificate and may look like a placeholder.
        line.replace(u"{time}"_s, time);
        const auto parts = line.split(name);
        filled << parts.join(signer);
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
            "mark", [&](TomlTable &table) { readMark(table, profile.mark, TomlTable::Required); },
            TomlTable::Required);
        file.readTable("agency_mark", [&](TomlTable &table) {
            profile.agencyMark = MarkRule{.corner = Corner::TopRight};
            readMark(table, *profile.agencyMark, TomlTable::Need::Optional);
        });
        file.readTable("signature", [&](TomlTable &table) {
            readSignatureLevels(table, "wanted", profile.signature.wanted, "required",
                                profile.signature.required);
            table.read("display_only", profile.signature.displayOnly);
        });
        file.readTable("scan", [&](TomlTable &table) {
            table.read("minimum_dpi", profile.minimumDpi, 100, 600);
            table.read("default_dpi", profile.defaultDpi, profile.minimumDpi, 600);
        });
        file.readTable("copy", [&](TomlTable &table) {
            table.readChoice(
                "text_layer", profile.textLayer,
                {{u"sidecar"_s, TextLayer::Sidecar}, {u"embedded"_s, TextLayer::Embedded}});
            table.readChoice(
                "form", profile.copy.form,
                {{u"reference"_s, CopyForm::Reference}, {u"layered"_s, CopyForm::Layered}});
            readPicture(table, profile);
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
