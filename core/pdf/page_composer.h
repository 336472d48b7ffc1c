#pragma once

#include "core/base/expected.h"
#include "core/pdf/print_fonts.h"
#include "core/pdf/printed_page.h"

#include <QString>

#include <memory>
#include <vector>

namespace PoDoFo {
class PdfMemDocument;
}

namespace station::pdf {

/// Words in one face.
struct TextRun {
    QString text{};
    Typeface typeface = Typeface::Serif;
};
using TextRuns = std::vector<TextRun>;

struct TextColumn {
    double leftMm = 0;
    double widthMm = 0;
};

enum class TextAlign { Left, Center, Right };

/// Lays words, rules and codes on pages. Positions are in mm from the upper left corner. What
/// cannot be laid out is told once, by `finish`.
class PageComposer {
public:
    PageComposer(double widthMm, double heightMm);
    ~PageComposer();

    void newPage();
    void bar(double leftMm, double topMm, double widthMm, double heightMm);
    /// A QR without its quiet zone, as wide as high.
    enum class Correction { Medium, Strongest };
    void qr(const QString &payload, double leftMm, double topMm, double sizeMm,
            Correction correction);
    /// Wrapped to the column; returns where the next paragraph begins.
    double paragraph(const TextRuns &runs, double sizePt, TextColumn column, TextAlign align,
                     double topMm);
    /// Where it would end; nothing is laid.
    double heightMm(const TextRuns &runs, double sizePt, double widthMm);
    double widthMm(const TextRun &run, double sizePt);

    /// Fails with GlyphMissing, FileMissing (no font on this machine), InvalidInput (no page, a
    /// payload too long for a QR).
    Expected<PrintedPages> finish();

private:
    struct Word {
        TextRuns pieces{};  ///< Nothing is broken between them.
        double widthMm = 0;
    };
    struct Line {
        std::vector<Word> words{};
        double widthMm = 0;
    };

    std::vector<Word> wordsOf(const TextRuns &runs, double sizePt);
    std::vector<Line> linesOf(const TextRuns &runs, double sizePt, double widthMm);
    void lay(const Line &line, double sizePt, double leftMm, double baselineMm);
    void refuse(const Error &error);

    double m_widthMm;
    double m_heightMm;
    std::unique_ptr<PoDoFo::PdfMemDocument> m_document;  // for its measures alone
    PrintFonts m_fonts;
    PrintedPages m_pages{};
    Expected<> m_state{};
};

}  // namespace station::pdf
