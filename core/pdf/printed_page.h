#pragma once

#include <QString>

#include <vector>

namespace station::pdf {

/// The faces of printed forms; all of them have every Vietnamese letter.
enum class Typeface { SansBold, Serif, SerifBold, SerifItalic };

struct PrintedText {
    QString text{};
    double leftMm = 0;
    double baselineMm = 0;
    double sizePt = 12;
    Typeface typeface = Typeface::Serif;

    bool operator==(const PrintedText &) const = default;
};

/// A filled rectangle: a rule, a module of a code.
struct PrintedBar {
    double leftMm = 0;
    double topMm = 0;
    double widthMm = 0;
    double heightMm = 0;

    bool operator==(const PrintedBar &) const = default;
};

/// One page as it goes to a printer, laid out to the last letter: what is written as PDF, shown
/// and printed is the same. All is black; positions count from the upper left corner.
struct PrintedPage {
    double widthMm = 210.0;
    double heightMm = 297.0;
    std::vector<PrintedText> texts{};
    std::vector<PrintedBar> bars{};

    bool operator==(const PrintedPage &) const = default;
};

using PrintedPages = std::vector<PrintedPage>;

}  // namespace station::pdf
