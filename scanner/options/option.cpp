#include "scanner/options/option.h"

#include <algorithm>
#include <cmath>

namespace station::scanner {

bool isSame(const OptionValue &left, const OptionValue &right)
{
    const auto *a = std::get_if<double>(&left);
    const auto *b = std::get_if<double>(&right);
    return a && b ? std::abs(*a - *b) < 1e-4 : left == right;
}

const Option *findOption(const Options &options, const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

double nearestAllowed(const Option &option, double wanted)
{
    if (!option.numbers.empty()) {
        auto sorted = option.numbers;
        std::sort(sorted.begin(), sorted.end());
        const auto above = std::lower_bound(sorted.begin(), sorted.end(), wanted);
        return above == sorted.end() ? sorted.back() : *above;
    }
    if (!option.hasRange())
        return wanted;
    double value = std::clamp(wanted, option.minimum, option.maximum);
    if (option.step > 0) {
        // A hair of tolerance: FIXED values are not exact decimals.
        const double steps = std::ceil((value - option.minimum) / option.step - 1e-3);
        value = std::min(option.minimum + steps * option.step, option.maximum);
    }
    return value;
}

}  // namespace station::scanner
