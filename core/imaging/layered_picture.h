#pragma once

#include <QByteArray>
#include <QRect>
#include <QSize>

#include <array>
#include <optional>
#include <vector>

namespace station::imaging {

/// A side in mixed raster: one-bit print in one ink colour on a flat paper colour, with small
/// colour pictures where there is more than print (seal, pen, stamp, photo).
struct LayeredPicture {
    struct Patch {
        QRect at{};         ///< Pixels of the mask.
        QByteArray jpeg{};  ///< Fills `at`; may have fewer pixels than it.
    };

    QSize size{};  ///< Pixels of the mask.
    int dpi = 0;
    QByteArray mask{};              ///< JBIG2 as a PDF embeds it (ITU-T T.88); ink is black.
    std::array<quint8, 3> ink{};    ///< RGB.
    std::array<quint8, 3> paper{};  ///< RGB.
    std::vector<Patch> patches{};   ///< Above the paper, below the mask.
};

/// The file form (`<stem>.layers`); nothing when the bytes are not one.
QByteArray toBytes(const LayeredPicture &picture);
std::optional<LayeredPicture> layeredPictureFrom(const QByteArray &bytes);

}  // namespace station::imaging
