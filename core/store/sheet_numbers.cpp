#include "core/store/sheet_numbers.h"

#include <algorithm>
#include <map>
#include <set>

namespace station::store {

std::vector<int> sheetNumbers(const std::vector<SheetId> &sheets, const QString &component)
{
    std::map<SheetId, int> numbers;
    std::set<int> taken;
    for (const bool own : {true, false}) {
        for (const auto &sheet : sheets) {
            if ((sheet.component == component) == own && !numbers.contains(sheet) &&
                taken.insert(sheet.number).second)
                numbers.emplace(sheet, sheet.number);
        }
    }
    int last = taken.empty() ? 0 : *taken.rbegin();
    std::vector<int> result;
    result.reserve(sheets.size());
    for (const auto &sheet : sheets) {
        if (!numbers.contains(sheet))
            numbers.emplace(sheet, ++last);
        result.push_back(numbers.at(sheet));
    }
    return result;
}

}  // namespace station::store
