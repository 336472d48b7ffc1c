#include "app/gui/base/theme.h"

#include "app/gui/base/station_style.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>

namespace station::gui {
namespace {

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xf3, 0xf5, 0xf8));
    palette.setColor(QPalette::WindowText, QColor(0x1b, 0x21, 0x29));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf9, 0xfb));
    palette.setColor(QPalette::Text, QColor(0x1b, 0x21, 0x29));
    palette.setColor(QPalette::PlaceholderText, QColor(0x5c, 0x67, 0x74));
    palette.setColor(QPalette::Button, QColor(0xfb, 0xfc, 0xfd));
    palette.setColor(QPalette::ButtonText, QColor(0x1b, 0x21, 0x29));
    palette.setColor(QPalette::Highlight, QColor(0x1d, 0x5f, 0xa8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0x1b, 0x21, 0x29));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1d, 0x5f, 0xa8));
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Midlight, QColor(0xe6, 0xea, 0xef));
    palette.setColor(QPalette::Mid, QColor(0x7d, 0x89, 0x96));
    palette.setColor(QPalette::Dark, QColor(0x6b, 0x77, 0x84));
    palette.setColor(QPalette::Shadow, QColor(0x3a, 0x42, 0x4b));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x21, 0x26, 0x2c));
    palette.setColor(QPalette::WindowText, QColor(0xe7, 0xea, 0xee));
    palette.setColor(QPalette::Base, QColor(0x18, 0x1c, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x1d, 0x22, 0x27));
    palette.setColor(QPalette::Text, QColor(0xe7, 0xea, 0xee));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9f, 0xaa, 0xb6));
    palette.setColor(QPalette::Button, QColor(0x2b, 0x31, 0x38));
    palette.setColor(QPalette::ButtonText, QColor(0xe7, 0xea, 0xee));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x62, 0x9d));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, QColor(0xe7, 0xea, 0xee));
    palette.setColor(QPalette::ToolTipText, QColor(0x18, 0x1c, 0x21));
    palette.setColor(QPalette::Link, QColor(0x86, 0xb9, 0xf0));
    palette.setColor(QPalette::Light, QColor(0x3a, 0x42, 0x4b));
    palette.setColor(QPalette::Midlight, QColor(0x33, 0x3a, 0x42));
    palette.setColor(QPalette::Mid, QColor(0x7a, 0x86, 0x93));
    palette.setColor(QPalette::Dark, QColor(0x12, 0x15, 0x18));
    palette.setColor(QPalette::Shadow, QColor(0x0a, 0x0c, 0x0e));
    return palette;
}

}  // namespace

QPalette paletteFor(Appearance appearance)
{
    QPalette palette = appearance == Appearance::Dark ? darkPalette() : lightPalette();
    // Disabled is the quiet ink: still readable, so that a clerk sees what will be possible.
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, palette.color(QPalette::PlaceholderText));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, palette.color(QPalette::Midlight));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText,
                     palette.color(QPalette::WindowText));
    return palette;
}

Appearance appearanceOf(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? Appearance::Dark : Appearance::Light;
}

QColor ink(Tone tone, const QPalette &palette)
{
    const bool dark = appearanceOf(palette) == Appearance::Dark;
    switch (tone) {
    case Tone::Plain:
        return palette.color(QPalette::WindowText);
    case Tone::Quiet:
        return palette.color(QPalette::PlaceholderText);
    case Tone::Accent:
        return palette.color(QPalette::Link);
    case Tone::Good:
        return dark ? QColor(0x6f, 0xcf, 0xa6) : QColor(0x0b, 0x6e, 0x4f);
    case Tone::Attention:
        return dark ? QColor(0xe6, 0xb8, 0x5f) : QColor(0x8a, 0x5a, 0x00);
    case Tone::Danger:
        return dark ? QColor(0xf4, 0x9a, 0x92) : QColor(0xb3, 0x26, 0x1e);
    }
    Q_UNREACHABLE();
}

QColor wash(Tone tone, const QPalette &palette)
{
    const bool dark = appearanceOf(palette) == Appearance::Dark;
    switch (tone) {
    case Tone::Plain:
    case Tone::Quiet:
        return palette.color(QPalette::Midlight);
    case Tone::Accent:
        return dark ? QColor(0x24, 0x3a, 0x54) : QColor(0xe4, 0xee, 0xf9);
    case Tone::Good:
        return dark ? QColor(0x1e, 0x3a, 0x31) : QColor(0xe2, 0xf3, 0xec);
    case Tone::Attention:
        return dark ? QColor(0x40, 0x35, 0x1e) : QColor(0xfd, 0xf1, 0xd9);
    case Tone::Danger:
        return dark ? QColor(0x47, 0x28, 0x26) : QColor(0xfb, 0xe7, 0xe5);
    }
    Q_UNREACHABLE();
}

QColor hairline(const QPalette &palette)
{
    return appearanceOf(palette) == Appearance::Dark ? QColor(0x38, 0x40, 0x49)
                                                     : QColor(0xd5, 0xdb, 0xe2);
}

void dress(QApplication &application, Appearance appearance)
{
    application.setStyle(new StationStyle);
    application.setPalette(paletteFor(appearance));

    QFont font(QStringLiteral("Noto Sans"));
    font.setPointSizeF(10.5);
    if (QFontInfo(font).pixelSize() < 14)
        font.setPixelSize(14);
    application.setFont(font);
}

}  // namespace station::gui
