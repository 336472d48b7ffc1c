#include "scanner/options/dialect.h"

#include <algorithm>

namespace station::scanner {
namespace {

using workflow::ColourMode;
using workflow::PaperSource;

bool containsAny(const QString &text, std::initializer_list<const char *> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char *part) { return text.contains(QLatin1String(part)); });
}

QString plain(const QString &word)
{
    QString text = word.toLower();
    for (auto &letter : text) {
        if (!letter.isLetterOrNumber())
            letter = u' ';
    }
    return text.simplified();
}

/// Among words of one meaning the shortest has the fewest extras ("[Fast]", "(left aligned)").
template <typename Meaning>
std::optional<QString> shortestMeaning(const QStringList &words, Meaning meaning,
                                       std::optional<Meaning> (*read)(const QString &))
{
    std::optional<QString> best;
    for (const auto &word : words) {
        if (read(word) == meaning && (!best || word.size() < best->size()))
            best = word;
    }
    return best;
}

}  // namespace

std::optional<PaperSource> paperSourceOf(const QString &word)
{
    const QString text = plain(word);
    if (containsAny(text, {"transparen", "slide", "negative", "film", "tpu", "card"}))
        return {};
    if (containsAny(text, {"duplex", "both", "double sided", "2 sided", "two sided"}))
        return PaperSource::Duplex;
    if (containsAny(text, {"back", "rear"}))
        return {};
    if (containsAny(text, {"adf", "feeder", "document feed", "sheetfed", "simplex"}) ||
        text == u"front")
        return PaperSource::Feeder;
    if (containsAny(text, {"flatbed", "platen", "document table", "glass"}) || text == u"fb" ||
        text == u"normal")
        return PaperSource::Flatbed;
    return {};
}

std::optional<ColourMode> colourModeOf(const QString &word)
{
    const QString text = plain(word);
    if (containsAny(text,
                    {"lineart", "line art", "halftone", "diffusion", "dither", "binary", "infrared",
                     "black white", "monochrome", "16bit", "48bit", "16 bit", "48 bit"}))
        return {};
    if (containsAny(text, {"gray", "grey"}))
        return ColourMode::Gray;
    if (containsAny(text, {"color", "colour", "rgb"}))
        return ColourMode::Colour;
    return {};
}

std::optional<QString> wordFor(const QStringList &words, PaperSource source)
{
    return shortestMeaning(words, source, paperSourceOf);
}

std::optional<QString> wordFor(const QStringList &words, ColourMode mode)
{
    return shortestMeaning(words, mode, colourModeOf);
}

}  // namespace station::scanner
