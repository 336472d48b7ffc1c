#include "core/text/similarity.h"

#include "core/text/vietnamese.h"

#include <algorithm>
#include <vector>

namespace station::text {

double similarity(const QString &first, const QString &second)
{
    const QString a = folded(first);
    const QString b = folded(second);
    const auto longest = std::max(a.size(), b.size());
    if (longest == 0)
        return 1.0;

    // Three rows of the distance table are enough: a swap looks two rows back.
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> twoBack(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], twoBack[at - 2] + 1);
        }
        std::swap(twoBack, above);
        std::swap(above, row);
    }
    return 1.0 - double(above.back()) / double(longest);
}

}  // namespace station::text
