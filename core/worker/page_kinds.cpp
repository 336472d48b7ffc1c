#include "core/worker/page_kinds.h"

#include "core/rules/toml_reader.h"

namespace station::worker {
namespace {

using namespace Qt::StringLiterals;
using imaging::PageKind;
using recognition::Segmentation;
using rules::TomlTable;

constexpr int leastDpi = 150;
constexpr int mostDpi = 600;
constexpr int mostNeighbours = 10;
constexpr int mostPlaces = 200;

void readMode(TomlTable &table, recognition::ReadingMode &mode)
{
    table.read("drop_colour", mode.recipe.dropColour, TomlTable::Required);
    table.read("remove_pens", mode.recipe.removePens, TomlTable::Required);
    table.read("clean_background", mode.recipe.cleanBackground, TomlTable::Required);
    table.read("remove_specks", mode.recipe.removeSpecks, TomlTable::Required);
    table.read("remove_holes", mode.recipe.removeHoles, TomlTable::Required);
    table.read("remove_rules", mode.recipe.removeRules, TomlTable::Required);
    table.read("remove_leaders", mode.recipe.removeLeaders, TomlTable::Required);
    table.read("dpi", mode.recipe.dpi, leastDpi, mostDpi);
    table.readChoice("segmentation", mode.segmentation,
                     {{u"auto"_s, Segmentation::Auto},
                      {u"sparse"_s, Segmentation::Sparse},
                      {u"block"_s, Segmentation::Block},
                      {u"column"_s, Segmentation::Column}},
                     TomlTable::Required);
}

void readSecondLook(TomlTable &table, recognition::SecondLook &look)
{
    table.read("below", look.below, 0.0, 1.0);
    table.read("numbers_below", look.numbersBelow, 0.0, 1.0);
    table.read("disputed", look.disputed, 0.0, 1.0);
    table.read("dpi", look.dpi, leastDpi, mostDpi);
    table.read("neighbours", look.neighbours, 0, mostNeighbours);
    table.read("most", look.most, 0, mostPlaces);
}

}  // namespace

Expected<PageKinds> loadPageKinds(const QString &file)
{
    PageKinds kinds;
    const auto done = TomlTable::readFile(file, [&](TomlTable &root) {
        recognition::SecondLook secondLook;
        root.readTable(
            "second_look", [&](TomlTable &table) { readSecondLook(table, secondLook); },
            TomlTable::Required);
        for (const auto kind : {PageKind::Letter, PageKind::Form, PageKind::Card,
                                PageKind::Photocopy, PageKind::Photo}) {
            const QByteArray name = imaging::pageKindName(kind).toLatin1();
            root.readTable(
                name.constData(), [&](TomlTable &table) { readMode(table, kinds[kind]); },
                TomlTable::Required);
            kinds[kind].secondLook = secondLook;
        }
    });
    return done ? Expected<PageKinds>(std::move(kinds)) : fail(done.error());
}

recognition::ReadingMode readingModeOf(const PageKinds &kinds, imaging::PageKind kind)
{
    if (const auto at = kinds.find(kind); at != kinds.end())
        return at->second;
    return {};
}

}  // namespace station::worker
