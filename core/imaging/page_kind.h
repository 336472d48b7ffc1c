#pragma once

#include "core/imaging/survey.h"

#include <QString>

#include <optional>

namespace station::imaging {

/// What a side is, as far as reading it differs. How each kind is read is data
/// (`resources/pages/page_kinds.toml`).
enum class PageKind {
    Letter,     ///< Running text, few rules: letters, decisions, reports.
    Form,       ///< Ruled or dotted fields, tables.
    Card,       ///< All print within an ID-1 card (ISO 7810), once or twice.
    Photocopy,  ///< Gray, hard contrast, specks.
    Photo,      ///< Half tones nearly everywhere: a portrait, a picture of a vehicle.
};

QString pageKindName(PageKind kind);  ///< letter, form, card, photocopy, photo
std::optional<PageKind> pageKindNamed(const QString &name);

/// Of an upright, cropped side.
PageKind pageKindOf(const Survey &side);

}  // namespace station::imaging
