#include "scanner/options/dialect.h"
#include "tests/support/catch.h"

using namespace station::scanner;
using namespace Qt::StringLiterals;
using station::workflow::ColourMode;
using station::workflow::PaperSource;

TEST_CASE("each backend's word for a paper source is understood", "[options]")
{
    const auto [word, source] = GENERATE(table<QString, std::optional<PaperSource>>({
        {u"Flatbed"_s, PaperSource::Flatbed},
        {u"FB"_s, PaperSource::Flatbed},
        {u"Document Table"_s, PaperSource::Flatbed},
        {u"ADF"_s, PaperSource::Feeder},
        {u"ADF Front"_s, PaperSource::Feeder},
        {u"Automatic Document Feeder"_s, PaperSource::Feeder},
        {u"Automatic Document Feeder(left aligned)"_s, PaperSource::Feeder},
        {u"ADF Simplex"_s, PaperSource::Feeder},
        {u"ADF Duplex"_s, PaperSource::Duplex},
        {u"ADF - both sides"_s, PaperSource::Duplex},
        {u"Automatic Document Feeder(left aligned,Duplex)"_s, PaperSource::Duplex},
        {u"Duplex"_s, PaperSource::Duplex},
        {u"ADF Back"_s, std::nullopt},
        {u"Auto"_s, std::nullopt},
        {u"Transparency Unit"_s, std::nullopt},
        {u"Card Front"_s, std::nullopt},
    }));
    CAPTURE(word);
    CHECK(paperSourceOf(word) == source);
}

TEST_CASE("each backend's word for a mode is understood and dithered ones are left", "[options]")
{
    const auto [word, mode] = GENERATE(table<QString, std::optional<ColourMode>>({
        {u"Color"_s, ColourMode::Colour},
        {u"24bit Color"_s, ColourMode::Colour},
        {u"24bit Color[Fast]"_s, ColourMode::Colour},
        {u"Color - 16 Million Colors"_s, ColourMode::Colour},
        {u"Gray"_s, ColourMode::Gray},
        {u"True Gray"_s, ColourMode::Gray},
        {u"Grayscale - 256 Levels"_s, ColourMode::Gray},
        {u"Grayscale"_s, ColourMode::Gray},
        {u"Gray[Error Diffusion]"_s, std::nullopt},
        {u"Lineart"_s, std::nullopt},
        {u"Color Lineart"_s, std::nullopt},
        {u"Black & White"_s, std::nullopt},
        {u"Color Halftone"_s, std::nullopt},
        {u"48 bits color"_s, std::nullopt},
    }));
    CAPTURE(word);
    CHECK(colourModeOf(word) == mode);
}

TEST_CASE("of several words of one meaning the plainest is taken", "[options]")
{
    CHECK(wordFor({u"Black & White"_s, u"24bit Color[Fast]"_s, u"24bit Color"_s},
                  ColourMode::Colour) == u"24bit Color"_s);
    CHECK_FALSE(wordFor({u"Lineart"_s}, ColourMode::Gray));
}
