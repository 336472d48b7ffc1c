#include "core/recognition/engine_words.h"

#include "tests/support/catch.h"

#include <QStringList>

using namespace station::recognition;

namespace {

QStringList leftOf(std::vector<Word> words)
{
    dropStrayMarks(words);
    QStringList texts;
    for (const Word &word : words)
        texts << word.text;
    return texts;
}

Word word(const char16_t *text, double confidence, int line = 0)
{
    return {.text = QString::fromUtf16(text), .confidence = confidence, .line = line};
}

}  // namespace

TEST_CASE("the eth of the engine is written as the Vietnamese letter", "[recognition]")
{
    CHECK(engineText(QStringLiteral(" \u00d0\u00e3 \u00f0\u1ecdc\n")) ==
          QStringLiteral("\u0110\u00e3 \u0111\u1ecdc"));
    CHECK(engineText(QStringLiteral("Q\u0110\u00d0")) == QStringLiteral("Q\u0110"));
    CHECK(engineText(QStringLiteral("a\u0323\u0302")) == QStringLiteral("\u1ead"));
}

TEST_CASE("doubted strokes go wherever they stand", "[recognition]")
{
    CHECK(leftOf({word(u"Họ", 0.9), word(u"|", 0.3), word(u"tên", 0.2), word(u"~—_", 0.1)}) ==
          QStringList{QStringLiteral("Họ"), QStringLiteral("tên")});
}

TEST_CASE("doubted punctuation stays beside words and goes when alone", "[recognition]")
{
    CHECK(leftOf({word(u"Số", 0.9), word(u":", 0.2), word(u"-", 0.2, 1), word(u".", 0.1, 1)}) ==
          QStringList{QStringLiteral("Số"), QStringLiteral(":")});
}

TEST_CASE("marks that the engine is sure of stay", "[recognition]")
{
    CHECK(leftOf({word(u"_____", 0.8), word(u"=", 0.6, 1)}).size() == 2);
}
