#include "core/dossier/sheet_tally.h"

#include <map>

using namespace Qt::StringLiterals;

namespace station::dossier {
namespace {

struct Sheet {
    bool front = false;
    bool back = false;
    bool twoSided = false;
    bool damaged = false;
};

QString listed(const QString &word, const std::vector<int> &sheets)
{
    QString text = sheets.empty() ? QString() : u' ' + word;
    for (const int sheet : sheets)
        text += u' ' + QString::number(sheet);
    return text;
}

}  // namespace

SheetTally tallyOf(const Sides &sides, const SheetCount &count)
{
    SheetTally tally{.expected = count.expected};
    std::map<int, Sheet> sheets;
    for (const auto &side : sides) {
        if (side.out)
            continue;
        ++tally.sides;
        auto &sheet = sheets[side.sheet];
        (side.face == Face::Front ? sheet.front : sheet.back) = true;
        sheet.twoSided |= side.twoSided;
        sheet.damaged |= side.damaged;
    }
    tally.sheets = static_cast<int>(sheets.size());
    for (const auto &[number, sheet] : sheets) {
        if (sheet.twoSided && !(sheet.front && sheet.back))
            tally.halfSheets.push_back(number);
        if (sheet.damaged)
            tally.damagedSheets.push_back(number);
    }
    return tally;
}

bool SheetTally::agrees() const
{
    return (expected == 0 || sheets == expected) && halfSheets.empty() && damagedSheets.empty();
}

QString SheetTally::text() const
{
    QString text = QString::number(sheets);
    if (expected != 0)
        text += u'/' + QString::number(expected);
    return text + listed(u"half"_s, halfSheets) + listed(u"damaged"_s, damagedSheets);
}

bool isSettled(const Sides &sides, const SheetCount &count)
{
    const auto tally = tallyOf(sides, count);
    return tally.agrees() ||
           (!count.explanation.trimmed().isEmpty() && count.explainedTally == tally.text());
}

}  // namespace station::dossier
