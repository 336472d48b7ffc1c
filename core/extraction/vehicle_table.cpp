#include "core/extraction/vehicle_table.h"

#include "core/extraction/phrases.h"
#include "core/text/similarity.h"

#include <algorithm>
#include <cstdlib>

namespace station::extraction {

using namespace Qt::StringLiterals;
namespace key = dossier::field_key;

namespace {

/// What stands together in the head of a table: words close to each other, also across lines.
struct Head {
    QString column{};  ///< Empty: not asked for.
    QRect box{};
};

struct Row {
    int number = 0;
    Reading plate{};
    int middle = 0;
};

class VehicleTable {
public:
    VehicleTable(const RuleData &rules, const PaperText &paper)
        : m_rules(rules), m_rows(paper.rows())
    {
        for (const Label &label : rules.general.labels) {
            if (isColumn(label.field))
                m_labels.push_back(label);
        }
    }

    void read(Readings &readings) const
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const auto plateHead = plateHeadIn(m_rows[i]);
            if (!plateHead)
                continue;
            const auto rows = rowsBelow(i, *plateHead);
            if (rows.empty())
                continue;
            readRows(headsAround(i, rows.front()), rows, m_rows[i].side, readings);
            return;
        }
    }

private:
    static bool isColumn(const QString &field)
    {
        static const QStringList columns{key::plate,         key::vehicleKind,  key::vehicleBrand,
                                         key::chassisNumber, key::engineNumber, key::paintColour,
                                         key::load,          key::seats,        key::madeYear,
                                         key::madeCountry};
        return columns.contains(field);
    }

    /// The longest head that stands at a token.
    std::optional<std::pair<QString, std::size_t>> headAt(const Line &line, std::size_t at) const
    {
        for (const Label &label : m_labels) {
            if (const auto end = phraseAt(line, at, label.words))
                return std::pair(label.field, *end);
            if (label.field == key::plate && isGlued(line.tokens[at].bare, label))
                return std::pair(label.field, at + 1);
        }
        return {};
    }

    std::optional<QRect> plateHeadIn(const Line &row) const
    {
        for (std::size_t at = 0; at < row.tokens.size(); ++at) {
            const auto head = headAt(row, at);
            // "Biển kiểm" and "soát" may stand below each other.
            const bool glued = row.tokens[at].bare == u"bienkiem";
            const bool begun =
                glued ||
                (row.tokens[at].bare == u"bien" && at + 1 < row.tokens.size() &&
                 (row.tokens[at + 1].bare == u"so" || row.tokens[at + 1].bare.startsWith(u"kiem")));
            if (!(head && head->first == key::plate) && !begun)
                continue;
            const std::size_t end = head ? head->second : at + (glued ? 1 : 2);
            const bool labels = row.text().contains(u':');
            if (!labels)
                return row.part(at, end).box();
        }
        return {};
    }

    std::vector<Row> rowsBelow(std::size_t head, const QRect &plateHead) const
    {
        std::vector<Row> rows;
        int without = 0;
        for (std::size_t i = head + 1; i < m_rows.size() && m_rows[i].side == m_rows[head].side;
             ++i) {
            const Line &line = m_rows[i];
            const auto plate = plateIn(line, 0, line.tokens.size(), m_rules.patterns.plate);
            const bool below = plate && plate->reading.box.left() < plateHead.right() &&
                               plate->reading.box.right() > plateHead.left();
            if (!below) {
                constexpr int mostWithout = 4;  // lines of one tall row
                if (++without > mostWithout)
                    break;
                continue;
            }
            without = 0;
            const int counted = rows.empty() ? 1 : rows.back().number + 1;
            rows.push_back({printedNumber(line, plate->firstToken).value_or(counted),
                            plate->reading, plate->reading.box.center().y()});
            if (rows.back().number != counted) {
                // A row was lost, or its number misread.
                const bool mayBe = rows.back().number > counted && rows.back().number < counted + 4;
                if (!mayBe)
                    rows.back().number = counted;
                rows.back().plate.doubtful = true;
            }
        }
        return rows;
    }

    static std::optional<int> printedNumber(const Line &line, std::size_t before)
    {
        if (before == 0)
            return {};
        bool isNumber = false;
        const int number = line.tokens[0].bare.toInt(&isNumber);
        return isNumber && number > 0 ? std::optional(number) : std::nullopt;
    }

    /// Words of the head that stand below each other are one column.
    std::vector<Head> headsAround(std::size_t at, const Row &first) const
    {
        const int height = std::max(1, m_rows[at].height());
        std::vector<Line> columns;
        for (const Line &row : m_rows) {
            const QRect box = row.box();
            if (row.side != m_rows[at].side || box.bottom() < m_rows[at].box().top() - 2 * height ||
                box.center().y() >= first.middle - height / 2 ||
                box.top() > m_rows[at].box().bottom() + 3 * height)
                continue;
            if (row.text().contains(u':'))
                continue;
            for (const Token &token : row.tokens)
                addTo(columns, row, token, height);
        }
        std::vector<Head> heads;
        for (const Line &column : columns)
            heads.push_back({columnOf(column), column.box()});
        std::sort(heads.begin(), heads.end(), [](const Head &a, const Head &b) {
            return a.box.center().x() < b.box.center().x();
        });
        return heads;
    }

    /// Narrow heads are often read as one word ("Nhãnhiệuxe").
    QString columnOf(const Line &head) const
    {
        QString read;
        for (const Token &token : head.tokens)
            read += token.bare;
        for (const Label &label : m_labels) {
            if (phraseAt(head, 0, label.words) || isGlued(read, label))
                return label.field;
        }
        return {};
    }

    /// "Biểnkimsoát"
    static bool isGlued(const QString &read, const Label &label)
    {
        constexpr qsizetype shortestFuzzy = 7;
        const QString whole = label.words.join(QString());
        return read.startsWith(whole) || (label.words.size() > 1 && whole.size() >= shortestFuzzy &&
                                          text::similarity(read.left(whole.size()), whole) > 0.8);
    }

    static void addTo(std::vector<Line> &columns, const Line &row, const Token &token, int height)
    {
        const auto fits = [&](const Line &column) {
            const QRect box = column.box();
            const int gap =
                std::max(token.box.left() - box.right(), box.left() - token.box.right());
            const bool sameRow = std::abs(column.tokens.back().box.center().y() -
                                          token.box.center().y()) < height / 2;
            return sameRow ? token.box.left() - column.tokens.back().box.right() <= height * 7 / 10
                           : gap < 0;
        };
        const auto column = std::find_if(columns.begin(), columns.end(), fits);
        if (column != columns.end())
            column->tokens.push_back(token);
        else
            columns.push_back({row.side, {token}, row.printHeight});
    }

    void readRows(const std::vector<Head> &heads, const std::vector<Row> &rows, int side,
                  Readings &readings) const
    {
        const int pitch = pitchOf(rows);
        for (const Row &row : rows) {
            readings.offer(key::cell(key::vehicles, row.number, key::plate), row.plate);
            std::vector<Line> cells(heads.size(), Line{side, {}, 0});
            for (const Line &line : m_rows) {
                if (line.side != side ||
                    std::abs(line.box().center().y() - row.middle) * 2 >= pitch)
                    continue;
                for (const Token &token : line.tokens)
                    putInto(cells, heads, line, token);
            }
            for (std::size_t c = 0; c < cells.size(); ++c) {
                if (heads[c].column.isEmpty() || heads[c].column == key::plate)
                    continue;
                const QString value = trimmedPunctuation(cells[c].text());
                if (bareOf(value).isEmpty())
                    continue;
                Reading cell =
                    checked(heads[c].column, readingOf(cells[c], 0, cells[c].tokens.size(), value));
                cell.doubtful = cell.doubtful || runsOnBelow(cell.box, side);
                readings.offer(key::cell(key::vehicles, row.number, heads[c].column), cell);
            }
        }
    }

    /// Whether a word stands close below, as the second line of a cell does ("Trung" / "Quốc").
    bool runsOnBelow(const QRect &cell, int side) const
    {
        const auto isBelow = [&](const Token &token) {
            const int gap = token.box.top() - cell.bottom();
            return token.box.top() > cell.center().y() && gap * 2 < token.box.height() &&
                   token.box.center().x() > cell.left() && token.box.center().x() < cell.right();
        };
        return std::any_of(m_rows.begin(), m_rows.end(), [&](const Line &line) {
            return line.side == side &&
                   std::any_of(line.tokens.begin(), line.tokens.end(), isBelow);
        });
    }

    /// The least distance of two rows: where one between them was not read, they are further apart.
    static int pitchOf(const std::vector<Row> &rows)
    {
        if (rows.size() < 2)
            return rows.front().plate.box.height() * 2;
        int least = rows[1].middle - rows[0].middle;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const int between = std::max(1, rows[i].number - rows[i - 1].number);
            least = std::min(least, (rows[i].middle - rows[i - 1].middle) / between);
        }
        return least;
    }

    /// Into the column whose head is nearest.
    static void putInto(std::vector<Line> &cells, const std::vector<Head> &heads, const Line &line,
                        const Token &token)
    {
        std::size_t nearest = heads.size();
        int least = 0;
        for (std::size_t c = 0; c < heads.size(); ++c) {
            const QRect &box = heads[c].box;
            const int middle = token.box.center().x();
            const int far = middle < box.left()    ? box.left() - middle
                            : middle > box.right() ? middle - box.right()
                                                   : 0;
            if (nearest == heads.size() || far < least) {
                nearest = c;
                least = far;
            }
        }
        if (nearest == heads.size())
            return;
        cells[nearest].printHeight = line.printHeight;
        cells[nearest].tokens.push_back(token);
    }

    /// Numbers that are none were misread.
    static Reading checked(const QString &column, Reading reading)
    {
        static const QRegularExpression glued(u"\\p{Ll}\\p{Lu}"_s);  // a blank was lost
        reading.doubtful = reading.doubtful || glued.match(reading.value).hasMatch() ||
                           (column == key::madeCountry && reading.value.contains(u'-'));
        if (column == key::seats || column == key::madeYear) {
            bool isNumber = false;
            reading.value.toInt(&isNumber);
            reading.doubtful = reading.doubtful || !isNumber;
        }
        return reading;
    }

    const RuleData &m_rules;
    const std::vector<Line> &m_rows;
    Labels m_labels{};
};

}  // namespace

void readVehicles(const RuleData &rules, const PaperText &paper, Readings &readings)
{
    VehicleTable(rules, paper).read(readings);
}

}  // namespace station::extraction
