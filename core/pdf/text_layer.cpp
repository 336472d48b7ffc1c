#include "core/pdf/text_layer.h"

#include <QByteArrayList>
#include <QtEndian>

#include <algorithm>

namespace station::pdf {

namespace {

constexpr int advance = 500;  // thousandths of the font size, for every character
constexpr double descent = 0.2;

std::u32string characters(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).toStdU32String();
}

QByteArray hex4(int value)
{
    return QByteArray::number(value, 16).toUpper().rightJustified(4, '0');
}

QByteArray bigEndian16(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values) {
        const auto word = qToBigEndian(static_cast<quint16>(value));
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    return bytes;
}

QByteArray bigEndian32(std::initializer_list<quint32> values)
{
    QByteArray bytes;
    for (const quint32 value : values) {
        const auto word = qToBigEndian(value);
        bytes.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    return bytes;
}

/// The smallest TrueType program: glyph 0 (never shown: ISO 19005-2, 6.2.11.8)
/// and glyph 1, both without outline, on an em of 1000.
QByteArray emptyFontProgram()
{
    const QByteArray head = bigEndian32({0x00010000, 0x00010000, 0, 0x5F0F3CF5}) +
                            bigEndian16({0, 1000}) + bigEndian32({0, 0, 0, 0}) +
                            bigEndian16({0, -200, advance, 800, 0, 8, 2, 0, 0});
    const QByteArray hhea = bigEndian32({0x00010000}) + bigEndian16({800, -200, 0, advance, 0, 0, 0,
                                                                     1, 0, 0, 0, 0, 0, 0, 0, 2});
    const QByteArray maxp =
        bigEndian32({0x00010000}) + bigEndian16({2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    const std::vector<std::pair<QByteArray, QByteArray>> tables{
        {"glyf", QByteArray(4, '\0')},
        {"head", head},
        {"hhea", hhea},
        {"hmtx", bigEndian16({advance, 0, advance, 0})},
        {"loca", bigEndian16({0, 0, 0})},
        {"maxp", maxp},
    };

    const auto count = static_cast<int>(tables.size());
    QByteArray directory = bigEndian32({0x00010000}) + bigEndian16({count, 64, 2, count * 16 - 64});
    QByteArray bodies;
    for (const auto &[tag, table] : tables) {
        const QByteArray padded = table + QByteArray((4 - table.size() % 4) % 4, '\0');
        quint32 checksum = 0;
        for (qsizetype at = 0; at < padded.size(); at += 4)
            checksum += qFromBigEndian<quint32>(padded.constData() + at);
        const qsizetype offset = 12 + 16 * count + bodies.size();
        directory += tag + bigEndian32({checksum, static_cast<quint32>(offset),
                                        static_cast<quint32>(table.size())});
        bodies += padded;
    }
    return directory + bodies;
}

QByteArray toUnicode(const std::map<char32_t, int> &codes)
{
    QByteArrayList lines;
    for (const auto &[character, code] : codes) {
        QByteArray utf16;
        for (const QChar unit : QString::fromUcs4(&character, 1))
            utf16 += hex4(unit.unicode());
        lines += '<' + hex4(code) + "> <" + utf16 + '>';
    }
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr qsizetype mostInOneBlock = 100;
    for (qsizetype at = 0; at < lines.size(); at += mostInOneBlock) {
        const QByteArrayList block = lines.mid(at, mostInOneBlock);
        map += QByteArray::number(block.size()) + " beginbfchar\n" + block.join('\n') +
               "\nendbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The bottom of the row around each word. A row may lean, and one that runs through two
/// columns or cells may stand at two heights.
std::vector<double> rowBottoms(const std::vector<PdfWord> &words)
{
    constexpr std::size_t around = 2;
    constexpr double columnGap = 2.0;  // heights of a word
    std::vector<double> bottoms(words.size());
    for (std::size_t from = 0, end = 0; from < words.size(); from = end) {
        for (end = from + 1; end < words.size() && words[end].line == words[from].line; ++end) {
            const QRectF &box = words[end - 1].box;
            if (words[end].box.left() - box.right() > columnGap * box.height())
                break;
        }
        for (std::size_t i = from; i < end; ++i) {
            std::vector<double> near;
            for (std::size_t j = std::max(i, from + around) - around;
                 j < std::min(i + around + 1, end); ++j)
                near.push_back(words[j].box.bottom());
            bottoms[i] = median(std::move(near));
        }
    }
    return bottoms;
}

/// Readers see a blank where a gap is wider than a seventh of the text's size. A box that
/// took a pixel or two of its neighbour's gap gives them back.
double spacedWidth(const QRectF &box, const QRectF &next, double size)
{
    constexpr double gap = 0.16;
    constexpr double mostGivenBack = 0.05;
    const double missing = gap * size - (next.left() - box.right());
    return missing > 0 && missing < mostGivenBack * size ? box.width() - missing : box.width();
}

}  // namespace

int InvisibleText::codeOf(char32_t character)
{
    return m_codes.emplace(character, static_cast<int>(m_codes.size()) + 1).first->second;
}

void InvisibleText::writeFont(ObjectFile &file, int font) const
{
    const int descendant = file.reserve();
    const int descriptor = file.reserve();
    const int program = file.reserve();
    const int glyphMap = file.reserve();
    const int unicodeMap = file.reserve();

    const QByteArray name = "/StationInvisible";
    file.write(font, "<< /Type /Font /Subtype /Type0 /BaseFont " + name +
                         " /Encoding /Identity-H /DescendantFonts [" + reference(descendant) +
                         "] /ToUnicode " + reference(unicodeMap) + " >>");
    file.write(descendant,
               "<< /Type /Font /Subtype /CIDFontType2 /BaseFont " + name +
                   " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                   "/DW " +
                   QByteArray::number(advance) + " /FontDescriptor " + reference(descriptor) +
                   " /CIDToGIDMap " + reference(glyphMap) + " >>");
    file.write(descriptor, "<< /Type /FontDescriptor /FontName " + name +
                               " /Flags 4 /FontBBox [0 -200 " + QByteArray::number(advance) +
                               " 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 "
                               "/StemV 80 /FontFile2 " +
                               reference(program) + " >>");
    const QByteArray bytes = emptyFontProgram();
    file.writeDeflated(program, "/Length1 " + QByteArray::number(bytes.size()), bytes);
    QByteArray glyphs = bigEndian16({0});
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        glyphs += bigEndian16({1});
    file.writeDeflated(glyphMap, {}, glyphs);
    file.writeDeflated(unicodeMap, {}, toUnicode(m_codes));
}

QByteArray InvisibleText::operators(const PdfPage &page, double pageHeightPt)
{
    const double scale = 72.0 / page.dpi;
    // The row's height, not the box around the line: too large a size makes
    // readers swallow the blanks between words.
    std::map<int, std::vector<double>> heights;
    for (const PdfWord &word : page.words)
        heights[word.line].push_back(word.box.height());
    const std::vector<double> bottoms = rowBottoms(page.words);

    QByteArray out;
    for (std::size_t i = 0; i < page.words.size(); ++i) {
        const PdfWord &word = page.words[i];
        const std::u32string text = characters(word.text);
        const double sizePx = median(heights.at(word.line));
        const double size = scale * sizePx;
        const bool hasNext = i + 1 < page.words.size() && page.words[i + 1].line == word.line;
        const double width = scale * (hasNext ? spacedWidth(word.box, page.words[i + 1].box, sizePx)
                                              : word.box.width());
        if (text.empty() || size <= 0 || width <= 0)
            continue;
        const double natural = static_cast<double>(text.size()) * size * advance / 1000.0;
        QByteArray codes;
        for (const char32_t character : text)
            codes += hex4(codeOf(character));
        out += "/F " + points(size) + " Tf " + points(100.0 * width / natural) + " Tz 1 0 0 1 " +
               points(word.box.left() * scale) + ' ' +
               points(pageHeightPt - scale * bottoms[i] + descent * size) + " Tm <" + codes +
               "> Tj\n";
    }
    return out.isEmpty() ? out : "BT 3 Tr\n" + out + "ET\n";
}

}  // namespace station::pdf
