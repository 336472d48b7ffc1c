#pragma once

#include "core/extraction/spelling.h"
#include "core/recognition/recognized_page.h"

#include <QRect>
#include <QSize>
#include <QString>

#include <vector>

namespace station::extraction {

/// A word, or a part of one that was cut after ':' or '/' ("Số:716", "CMND/CCCD").
struct Token {
    QString text{};
    QString folded{};  ///< With punctuation.
    QString bare{};    ///< Folded letters and digits only; empty for "-" or "/".
    QRect box{};
    double confidence = 0.0;  ///< The engine's.
    double trust = 0.0;       ///< Chance that it was read right; see Spelling.
    QString listed{};         ///< Set where lists have it with other marks and that is likelier.
    bool confirmed = false;   ///< By its neighbour; see WordKind.
    bool glued = false;       ///< No blank before it.
    bool leader = false;      ///< Dots to write on, or a word that they follow: a value ends here.
    bool cut = false;         ///< Dots touched it: perhaps not all of it, or not alone.
};

struct Line {
    int side = 0;
    std::vector<Token> tokens{};
    int printHeight = 0;  ///< Median height of the words of its side.

    QRect box() const;
    int height() const;  ///< Median of the words.
    bool isCapitals() const;
    QString text(std::size_t from = 0, std::size_t to = std::size_t(-1)) const;
    Line part(std::size_t from, std::size_t to = std::size_t(-1)) const;
};

/// The words of a paper as a person sees them: pieces are what stands together,
/// rows are all that stands at one height.
class PaperText {
public:
    explicit PaperText(const std::vector<recognition::RecognizedPage> &pages,
                       const Spelling &spelling = {});

    const std::vector<Line> &pieces() const { return m_pieces; }  ///< Side by side, top down.
    const std::vector<Line> &rows() const { return m_rows; }
    bool isEmpty() const { return m_pieces.empty(); }
    QSize sizeOf(int side) const { return m_sizes.at(static_cast<std::size_t>(side)); }
    /// Left and right edge of the running text of a side.
    std::pair<int, int> margins(int side) const;
    /// Of a side; of the card where a card lies on it.
    int middle(int side) const;

private:
    std::vector<QSize> m_sizes{};
    std::vector<Line> m_pieces{};
    std::vector<Line> m_rows{};
};

/// Letters and digits alone.
QString bareOf(const QString &folded);

/// "  .....NGUYỄN VĂN A," → "NGUYỄN VĂN A"
QString trimmedPunctuation(const QString &text);

}  // namespace station::extraction
