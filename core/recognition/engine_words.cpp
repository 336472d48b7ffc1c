#include "core/recognition/engine_words.h"

#include <algorithm>
#include <set>

namespace station::recognition {
namespace {

constexpr double doubted = 0.5;

bool isWritten(const Word &word)
{
    return std::ranges::any_of(word.text, [](QChar c) { return c.isLetterOrNumber(); });
}

bool isPunctuation(const Word &word)
{
    constexpr QStringView known = u"-–.,:;/()%&+";
    return std::ranges::all_of(word.text, [&](QChar c) { return known.contains(c); });
}

}  // namespace

QString engineText(const QString &raw)
{
    constexpr QChar capitalEth(0x00d0);
    constexpr QChar smallEth(0x00f0);
    QString text = raw.trimmed().normalized(QString::NormalizationForm_C);
    // One letter that the engine took for both.
    text.replace(QString(QChar(0x0110)) + capitalEth, QString(capitalEth));
    text.replace(QString(capitalEth) + QChar(0x0110), QString(capitalEth));
    text.replace(capitalEth, QChar(0x0110));
    text.replace(smallEth, QChar(0x0111));
    return text;
}

void dropStrayMarks(std::vector<Word> &words)
{
    std::set<int> writtenLines;
    for (const Word &word : words) {
        if (isWritten(word))
            writtenLines.insert(word.line);
    }
    std::erase_if(words, [&](const Word &word) {
        return word.confidence < doubted && !isWritten(word) &&
               !(isPunctuation(word) && writtenLines.contains(word.line));
    });
}

}  // namespace station::recognition
