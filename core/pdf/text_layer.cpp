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

struct Row {
    std::vector<double> heights{};
    std::vector<double> bottoms{};
};

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
    std::map<int, Row> rows;
    for (const PdfWord &word : page.words) {
        rows[word.line].heights.push_back(word.box.height() * scale);
        rows[word.line].bottoms.push_back(word.box.bottom() * scale);
    }

    QByteArray out;
    for (const PdfWord &word : page.words) {
        const std::u32string text = characters(word.text);
        const Row &row = rows.at(word.line);
        const double size = median(row.heights);
        const double width = word.box.width() * scale;
        if (text.empty() || size <= 0 || width <= 0)
            continue;
        const double natural = static_cast<double>(text.size()) * size * advance / 1000.0;
        QByteArray codes;
        for (const char32_t character : text)
            codes += hex4(codeOf(character));
        out += "/F " + points(size) + " Tf " + points(100.0 * width / natural) + " Tz 1 0 0 1 " +
               points(word.box.left() * scale) + ' ' +
               points(pageHeightPt - median(row.bottoms) + descent * size) + " Tm <" + codes +
               "> Tj\n";
    }
    return out.isEmpty() ? out : "BT 3 Tr\n" + out + "ET\n";
}

}  // namespace station::pdf
