#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace station::scanner {

enum class OptionType { Bool, Number, Text, Other };
enum class OptionUnit { None, Pixel, Bit, Millimetre, Dpi, Percent, Microsecond };

using OptionValue = std::variant<std::monostate, bool, double, QString>;

/// A SANE option as we reason about it: INT and FIXED are one kind of number.
/// Valid until the backend asks for a reload; always looked up by name.
struct Option {
    QString name{};
    OptionType type = OptionType::Other;
    OptionUnit unit = OptionUnit::None;
    bool active = true;
    bool settable = true;
    QStringList words{};            ///< Allowed texts; empty: any.
    std::vector<double> numbers{};  ///< Allowed numbers; empty: see the range.
    double minimum = 0;
    double maximum = 0;  ///< Equal to minimum: no range.
    double step = 0;
    OptionValue value{};  ///< Empty when inactive or a list.

    bool canBeSet() const { return active && settable; }
    /// Some backends refuse even the one value that they allow.
    bool hasOneValue() const { return words.size() == 1 || numbers.size() == 1; }
    bool hasRange() const { return maximum > minimum; }
};

/// FIXED numbers are no exact decimals.
bool isSame(const OptionValue &left, const OptionValue &right);

using Options = std::vector<Option>;

const Option *findOption(const Options &options, const QString &name);

/// One value to set, in the backend's own words.
struct Setting {
    QString option{};
    OptionValue value{};

    bool operator==(const Setting &) const = default;
};

/// The allowed number that serves `wanted` best: the next one above, because too
/// little resolution breaks a rule and too much does not; else the largest.
double nearestAllowed(const Option &option, double wanted);

}  // namespace station::scanner
