#pragma once

namespace station::imaging {

/// Which steps make the picture that the engine reads. The legal picture never
/// sees any of them.
struct RecognitionRecipe {
    bool dropColour = true;  ///< Maximum of the channels: seals and pens go, black print stays.
    bool removePens = true;  ///< With dropColour: what it leaves of pens and seals, to white.
    bool cleanBackground = true;  ///< Paper, bleed-through and stains to white.
    bool removeSpecks = true;     ///< Dust, which reads as stops and dashes.
    bool removeHoles = true;      ///< Punch holes and dark edges.
    bool removeRules = true;      ///< Ruling lines, so that letters beside them stand alone.
    bool removeLeaders = true;    ///< Dotted blanks of forms, which are read into their words.
    int dpi = 300;  ///< Coarser sides are enlarged to it, finer ones halved until below twice.

    /// Only the resolution and the choice of colours.
    static RecognitionRecipe plain(bool dropColour, int dpi)
    {
        return {dropColour, false, false, false, false, false, false, dpi};
    }

    bool operator==(const RecognitionRecipe &) const = default;
};

}  // namespace station::imaging
