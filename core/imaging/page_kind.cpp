#include "core/imaging/page_kind.h"

#include "core/imaging/card.h"

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
    return isCardSized(side) ? PageKind::Card : PageKind::Letter;
}

}  // namespace station::imaging
