#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

#include <optional>

namespace station::extraction {

/// A date as numbers or in words ("ngày 05 tháng 7 năm 2022"); value dd/MM/yyyy.
std::optional<Reading> dateIn(const Line &line, std::size_t from = 0,
                              std::size_t to = std::size_t(-1));

/// The same in words as the whole line or its end: "Vĩnh Yên, ngày 05 tháng 7 năm 2022".
struct PlacedDate {
    Reading date{};
    std::optional<Reading> place{};
};
std::optional<PlacedDate> placedDateIn(const Line &line);
/// "Lập Thạch, ngày …": the place also where the day, filled in by pen, could not be read.
std::optional<Reading> placeIn(const Line &line);

/// The first personal id (12 digits) or old identity number (9 digits).
std::optional<Reading> personalIdIn(const Line &line, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// The tokens as a person's name; nothing when they do not look like one. Doubtful: no family
/// name begins it, the letters' case changes, or other words stand beside it.
std::optional<Reading> personNameIn(const RuleData &rules, const Line &line, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// "Nam" or "Nữ"; nothing when both are printed: a box is ticked, by pen.
std::optional<Reading> sexIn(const Line &line, std::size_t from, std::size_t to);

/// A value that fits in a row, of any kind but Plates and Stop.
std::optional<Reading> valueIn(const RuleData &rules, ValueKind kind, const Line &line,
                               std::size_t from, std::size_t to);

}  // namespace station::extraction
