#include "core/imaging/page_kind.h"

#include "core/imaging/card.h"
#include "core/imaging/connected_boxes.h"
#include "core/imaging/contrast.h"
#include "core/imaging/opening.h"

#include <algorithm>
#include <array>
#include <utility>

namespace station::imaging {
namespace {

constexpr std::array names{
    std::pair{PageKind::Letter, "letter"}, std::pair{PageKind::Form, "form"},
    std::pair{PageKind::Card, "card"},     std::pair{PageKind::Photocopy, "photocopy"},
    std::pair{PageKind::Photo, "photo"},
};

constexpr double ruleMm = 25.0;  // longer than a word's underline
constexpr int fewRules = 4;      // below the motto, the agency, the subject, a footnote
constexpr int fewColumnRules = 1;

// Gray levels between ink and paper: written sides stay below 0.07, a portrait has 0.4 and more.
constexpr double halftones = 0.3;

// Of the paper's brightness: laser print 0.16 to 0.18, on coloured cards 0.23, toner that was
// copied 0.34 and more.
constexpr double blackInk = 0.28;

int rulesOf(const Survey &side, bool level)
{
    const int length = static_cast<int>(ruleMm * side.dpi() / 25.4);
    const PixPointer rules = opened(side.ink(), length, level ? Along::Rows : Along::Columns);
    // What is as thick as a letter is a dark edge or a picture.
    const int thickest = side.dpi() / 25;
    return static_cast<int>(
        std::ranges::count_if(connectedBoxes(rules.get()), [&](const QRect &rule) {
            return (level ? rule.height() : rule.width()) <= thickest;
        }));
}

/// Rows of dots to write on.
int dottedRulesOf(const Survey &side)
{
    const auto px = [&](double mm) {
        return std::max(1, static_cast<int>(mm * side.dpi() / 25.4));
    };
    const PixPointer dots(pixSelectBySize(side.ink(), px(0.8), px(0.8), 8, L_SELECT_IF_BOTH,
                                          L_SELECT_IF_LTE, nullptr));
    const PixPointer rows(dots ? pixCloseSafeBrick(nullptr, dots.get(), px(1.8), 1) : nullptr);
    const PixPointer rules = rows ? opened(rows.get(), px(15.0), Along::Rows) : nullptr;
    return rules ? static_cast<int>(connectedBoxes(rules.get()).size()) : 0;
}

bool isRuled(const Survey &side)
{
    const int level = rulesOf(side, true);
    return level + dottedRulesOf(side) > fewRules ||
           (level > 1 && rulesOf(side, false) > fewColumnRules);
}

bool isHalftoned(const Survey &side)
{
    const PixPointer darker(side.darkerThan(0.8));
    const PixPointer dark(side.darkerThan(0.35));
    int some = 0;
    int full = 0;
    if (pixCountPixels(darker.get(), &some, nullptr) != 0 ||
        pixCountPixels(dark.get(), &full, nullptr) != 0)
        return false;
    const double all = static_cast<double>(pixGetWidth(darker.get())) * pixGetHeight(darker.get());
    return some - full > halftones * all;
}

}  // namespace

QString pageKindName(PageKind kind)
{
    const auto *at = std::ranges::find(names, kind, &decltype(names)::value_type::first);
    return QString::fromLatin1(at->second);
}

std::optional<PageKind> pageKindNamed(const QString &name)
{
    const auto *at = std::ranges::find_if(
        names, [&](const auto &entry) { return name == QLatin1String(entry.second); });
    return at == names.end() ? std::nullopt : std::optional(at->first);
}

PageKind pageKindOf(const Survey &side)
{
    if (side.isNull())
        return PageKind::Letter;
    if (isHalftoned(side))
        return PageKind::Photo;
    if (isCardSized(side))
        return PageKind::Card;
    if (isRuled(side))
        return PageKind::Form;
    return inkShare(side) > blackInk ? PageKind::Photocopy : PageKind::Letter;
}

}  // namespace station::imaging
