#include "core/store/sheet_numbers.h"

#include <algorithm>
#include <map>

namespace station::store {

std::vector<int> sheetNumbers(const std::vector<CountedSide> &sides)
{
    std::map<SheetId, int> counted;
    for (const auto &side : sides) {
        if (!side.out)
            counted.try_emplace(side.sheet, static_cast<int>(counted.size()) + 1);
    }
    std::vector<int> numbers;
    int last = 0;
    for (const auto &side : sides) {
        const auto own = counted.find(side.sheet);
        numbers.push_back(own == counted.end() ? last + 1 : own->second);
        if (own != counted.end())
            last = std::max(last, own->second);
    }
    return numbers;
}

}  // namespace station::store
