#pragma once

#include "core/extraction/reading.h"
#include "core/extraction/rule_data.h"

namespace station::extraction {

/// Of the lists in `rules`; the loader makes them once.
OfficialNames officialNamesOf(const RuleData &rules);

/// Agencies, committees of provinces and posts have official names. A reading that differs from
/// exactly one of them by nothing but marks and blanks ("SỞ GIAO THÔNG VẬN TÀI") is proposed
/// by that name, with what was read beside it, and stays doubtful: the clerk sees both. Another
/// way to place a tone ("KHÁNH HOÀ") is no misreading and stays as printed. So are common words of
/// other texts whose neighbours show what they are; never the words of a person's or place's name.
void nameByLists(const RuleData &rules, Readings &readings);

}  // namespace station::extraction
