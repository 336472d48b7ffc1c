#include "signing/structure/inflate.h"
#include "signing/structure/xref_section.h"

#include <array>
#include <limits>

namespace station::signing {
namespace {

tl::unexpected<Error> unreadable(const char *what, qsizetype position)
{
    return fail(Fault::FileUnreadable, QStringLiteral("cross-reference stream: %1 at byte %2")
                                           .arg(QLatin1String(what))
                                           .arg(position));
}

/// Reads the rows of the inflated table.
class Rows {
public:
    Rows(const QByteArray &data, const std::array<int, 3> &widths) : m_data(data), m_widths(widths)
    {
    }

    bool atEnd() const { return m_position == m_data.size(); }
    /// Three big-endian numbers; false when they are not there or are absurd.
    bool take(std::array<qint64, 3> &row)
    {
        for (std::size_t i = 0; i < 3; ++i) {
            if (m_position + m_widths[i] > m_data.size())
                return false;
            quint64 value = m_widths[i] == 0 && i == 0 ? 1 : 0;
            for (int byte = 0; byte < m_widths[i]; ++byte)
                value = value << 8 | static_cast<uchar>(m_data[m_position++]);
            if (value > quint64{1} << 53)
                return false;
            row[i] = static_cast<qint64>(value);
        }
        return true;
    }

private:
    const QByteArray &m_data;
    const std::array<int, 3> m_widths;
    qsizetype m_position = 0;
};

bool addRow(XrefSection &section, int number, const std::array<qint64, 3> &row)
{
    constexpr qint64 mostNumber = std::numeric_limits<int>::max();
    switch (row[0]) {
    case 0:
        return addFree(section, number);
    case 1:
        return number != 0 && row[2] <= 65535 &&
               addPlace(section, number,
                        {.offset = static_cast<qsizetype>(row[1]),
                         .generation = static_cast<int>(row[2])});
    case 2:
        return number != 0 && row[1] > 0 && row[1] <= mostNumber && row[2] <= mostNumber &&
               addPlace(section, number,
                        {.container = static_cast<int>(row[1]), .index = static_cast<int>(row[2])});
    default:
        return false;  // "null" for today's readers; who knows for tomorrow's
    }
}

}  // namespace

Expected<> readXrefStream(const QByteArray &bytes, PdfLexer &lexer, XrefSection &section,
                          ReadBudget &budget)
{
    qsizetype position = section.begin;
    // ISO 32000-1 7.5.8.2: its own entries are direct.
    auto stream = readIndirectObject(
        bytes, position, bytes.size(), [](const PdfObject &) { return -1; }, budget);
    if (!stream)
        return fail(stream.error());
    const PdfObject &dictionary = stream->value;
    const PdfObject *type = dictionary.value("Type");
    const PdfObject *widths = dictionary.value("W");
    const PdfObject *size = dictionary.value("Size");
    if (type == nullptr || !type->isName("XRef") || widths == nullptr || !widths->isArray() ||
        widths->items.size() != 3 || size == nullptr || !size->isInteger() ||
        size->integer > mostObjectNumber + 1)
        return unreadable("dictionary", section.begin);
    std::array<int, 3> width{};
    for (std::size_t i = 0; i < 3; ++i) {
        const qint64 given = widths->items[i].isInteger() ? widths->items[i].integer : 9;
        if (given > 8)
            return unreadable("/W", section.begin);
        width[i] = static_cast<int>(given);
    }
    std::vector<qint64> index{0, size->integer};
    if (const PdfObject *given = dictionary.value("Index")) {
        index.clear();
        for (const auto &item : given->items)
            index.push_back(item.isInteger() ? item.integer : -1);
        if (!given->isArray() || index.empty() || index.size() % 2 != 0)
            return unreadable("/Index", section.begin);
    }
    const auto data = decodedStream(*stream, budget);
    if (!data)
        return fail(data.error());
    Rows rows(*data, width);
    for (std::size_t i = 0; i < index.size(); i += 2) {
        const qint64 first = index[i];
        const qint64 count = index[i + 1];
        if (first < 0 || count < 0 || first > size->integer || count > size->integer - first ||
            count > budget.entries)
            return unreadable("/Index", section.begin);
        budget.entries -= count;
        for (qint64 number = first; number < first + count; ++number) {
            std::array<qint64, 3> row{};
            if (!rows.take(row) || !addRow(section, static_cast<int>(number), row))
                return unreadable("entry", section.begin);
        }
    }
    if (!rows.atEnd())
        return unreadable("more entries than named", section.begin);
    const auto own = section.places.find(stream->number);
    if (own != section.places.end() &&
        (own->second.offset != section.begin || own->second.container != 0 ||
         own->second.generation != stream->generation))
        return unreadable("its own entry", section.begin);
    lexer.moveTo(position);
    section.trailer = dictionary;
    section.stream = std::move(*stream);
    return {};
}

}  // namespace station::signing
