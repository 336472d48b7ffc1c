#pragma once

#include <QString>

#include <vector>

namespace station::dossier {

enum class Face { Front, Back };

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
    bool blank = false;    ///< Flagged only; a blank side is never dropped by the program.
    bool damaged = false;  ///< The scanner ended the side early; kept, rescan offered.

    bool operator==(const Side &) const = default;
};

using Sides = std::vector<Side>;

}  // namespace station::dossier
