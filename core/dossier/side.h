#pragma once

#include "core/dossier/side_cleanup.h"

#include <QFlags>
#include <QRect>
#include <QString>

#include <vector>

namespace station::dossier {

enum class Face { Front, Back };

/// What a person should look at. The program says it and changes nothing for it.
enum class Attention : unsigned {
    Skewed = 1U << 0,         ///< Crooked beyond what is set right.
    CutOff = 1U << 1,         ///< Text runs off the edge.
    TooDark = 1U << 2,        ///< Ink and ground are hard to tell apart.
    TooLight = 1U << 3,       ///< Faint ink.
    DoubleFeed = 1U << 4,     ///< Longer than the paper that was expected: two sheets?
    LowResolution = 1U << 5,  ///< Below what the rules ask for.
    TurnedUpright = 1U << 6,  ///< Lay on its head or side; was turned.
    Duplicate = 1U << 7,      ///< Looks like another side of the dossier.
    Separator = 1U << 8,      ///< A separator sheet that leads nowhere in this dossier.
    SeveralItems = 1U << 9,   ///< Things lie apart on it: cards, receipts. One side each?
    Blurred = 1U << 10,       ///< Print without edges: out of focus or moved.
    TextUnread = 1U << 11,    ///< The page worker failed on its text; fields are typed.
};
Q_DECLARE_FLAGS(Attentions, Attention)
Q_DECLARE_OPERATORS_FOR_FLAGS(Attentions)

/// One captured side of a sheet. Its files lie in the dossier's spool folder
/// under its id: `<id>.pnm` as the scanner gave it (until cleaned),
/// `<id>.original.jpg` untouched geometry, `<id>.jpg` the cleaned legal image,
/// `<id>.json` the recognized text (recognition::RecognizedPage).
struct Side {
    QString id{};   ///< UUIDv7.
    int sheet = 1;  ///< Running number of the sheet within its component, from 1.
    Face face = Face::Front;
    int widthPx = 0;  ///< Of the cleaned image once `cleaned`, else of the raw one.
    int heightPx = 0;
    int dpi = 0;  ///< Real value the scanner reported.
    bool cleaned = false;
    bool blank = false;     ///< Flagged only; a blank side is never dropped by the program.
    bool damaged = false;   ///< The scanner ended the side early; kept, rescan offered.
    bool twoSided = false;  ///< Both faces of its sheet were to be read.
    bool out = false;       ///< Set aside by the clerk or by a rescan; kept, no page of the copy.
    /// Its files left the station with those of the copy that it was a page of.
    bool purged = false;
    int turnDeg = 0;  ///< By the clerk: 0, 90, 180 or 270 clockwise, after the automatic turn.
    SideCleanup cleanup{};   ///< By the clerk.
    Attentions attention{};  ///< Known once `cleaned`.
    QString fingerprint{};   ///< Of what it shows (imaging::fingerprintOf); empty until cleaned.
    /// Things that lie apart on it, in pixels of the untouched original; known once
    /// `cleaned`. Fewer than two: one page.
    std::vector<QRect> items{};

    /// Becomes a page of the copy (TT 01/2023 Art. 8: sides that carry content).
    bool isPage() const { return !blank && !out; }

    bool operator==(const Side &) const = default;
};

using Sides = std::vector<Side>;

}  // namespace station::dossier
