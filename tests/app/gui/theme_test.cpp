#include "app/gui/base/theme.h"

#include "tests/app/gui/contrast.h"
#include "tests/support/catch.h"

#include <QApplication>
#include <QFontInfo>

using namespace station::gui;
using namespace station::gui::test;

TEST_CASE("text of every tone reads well on every ground, light and dark", "[theme]")
{
    const auto appearance = GENERATE(Appearance::Light, Appearance::Dark);
    const auto tone =
        GENERATE(Tone::Plain, Tone::Quiet, Tone::Accent, Tone::Good, Tone::Attention, Tone::Danger);
    const QPalette palette = paletteFor(appearance);
    CAPTURE(static_cast<int>(appearance), static_cast<int>(tone));
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase,
                            QPalette::Button, QPalette::Midlight}) {
        CAPTURE(static_cast<int>(role));
        CHECK(contrast(ink(tone, palette), palette.color(role)) >= 4.5);
    }
    CHECK(contrast(ink(tone, palette), wash(tone, palette)) >= 4.5);
    CHECK(contrast(ink(tone, palette), wash(Tone::Accent, palette)) >= 4.5);
    CHECK(contrast(ink(Tone::Plain, palette), wash(tone, palette)) >= 4.5);
}

TEST_CASE("selected, disabled and placeholder text reads well", "[theme]")
{
    const auto appearance = GENERATE(Appearance::Light, Appearance::Dark);
    const QPalette palette = paletteFor(appearance);
    CHECK(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
          4.5);
    CHECK(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    CHECK(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >=
          4.5);
    CHECK(contrast(palette.color(QPalette::Disabled, QPalette::ButtonText),
                   palette.color(QPalette::Disabled, QPalette::Button)) >= 4.5);
}

TEST_CASE("frames and focus can be told from their ground", "[theme]")
{
    const auto appearance = GENERATE(Appearance::Light, Appearance::Dark);
    const QPalette palette = paletteFor(appearance);
    for (const auto ground : {QPalette::Window, QPalette::Base}) {
        CHECK(contrast(palette.color(QPalette::Mid), palette.color(ground)) >= 3.0);
        CHECK(contrast(ink(Tone::Accent, palette), palette.color(ground)) >= 3.0);
    }
}

TEST_CASE("the font is Noto Sans of at least 14 pixels", "[theme]")
{
    const QFontInfo font(QApplication::font());
    CHECK(font.family() == QStringLiteral("Noto Sans"));
    CHECK(font.pixelSize() >= 14);
}
