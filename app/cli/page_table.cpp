#include "app/cli/page_table.h"

#include <algorithm>
#include <vector>

namespace station::cli {
namespace {

using recognition::Word;
using Words = std::vector<Word>;

/// Runs of words of the same line or block.
template <typename Same>
std::vector<Words> grouped(const Words &words, Same same)
{
    std::vector<Words> groups;
    for (const auto &word : words) {
        if (groups.empty() || !same(groups.back().back(), word))
            groups.emplace_back();
        groups.back().push_back(word);
    }
    return groups;
}

struct Row {
    int level = 1;
    int page = 1;
    int block = 0;
    int paragraph = 0;
    int line = 0;
    int word = 0;

    QString text(const QRect &box, double percent, const QString &written) const
    {
        QStringList columns;
        for (const int number : {level, page, block, paragraph, line, word, box.x(), box.y(),
                                 box.width(), box.height()})
            columns << QString::number(number);
        columns << (percent < 0 ? QStringLiteral("-1") : QString::number(percent, 'f', 6))
                << written;
        return columns.join(QLatin1Char('\t'));
    }
    QString text(const QRect &box) const { return text(box, -1, {}); }
};

}  // namespace

QString pageTableHeader()
{
    return QStringLiteral("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\t"
                          "width\theight\tconf\ttext");
}

QStringList pageTable(const worker::ReadSide &read, int pageNumber)
{
    const auto &geometry = read.side.geometry;
    Words words = read.page.words;
    for (auto &word : words)
        word.box = geometry.toOriginal(word.box);
    const auto around = [](const Words &some) {
        QRect box;
        for (const auto &word : some)
            box |= word.box;
        return box;
    };
    Row row{.page = pageNumber};
    QStringList lines{row.text({QPoint(), geometry.original})};
    for (const auto &block :
         grouped(words, [](const Word &one, const Word &two) { return one.block == two.block; })) {
        ++row.block;
        row.paragraph = row.line = row.word = 0;
        row.level = 2;
        lines << row.text(around(block));
        row.level = 3;
        row.paragraph = 1;
        lines << row.text(around(block));
        for (const auto &line : grouped(
                 block, [](const Word &one, const Word &two) { return one.line == two.line; })) {
            ++row.line;
            row.word = 0;
            row.level = 4;
            lines << row.text(around(line));
            row.level = 5;
            for (const auto &word : line) {
                ++row.word;
                lines << row.text(word.box, word.confidence * 100, word.text.simplified());
            }
        }
    }
    return lines;
}

}  // namespace station::cli
