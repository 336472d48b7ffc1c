#pragma once

#include "core/base/expected.h"

#include <QString>

#include <memory>

struct Pix;

namespace station::imaging {

/// Pixels of one side and their real resolution: 8-bit gray or 32-bit colour,
/// nothing else, so that no step asks again.
///
/// A value: copies share the pixels, and nobody writes into pixels that an
/// Image holds; a step makes new ones. Belongs to one thread at a time.
class Image {
public:
    /// Takes over the pixels and brings them into one of the two forms.
    Image(Pix *owned, int dpi);

    Pix *pix() const { return m_pix.get(); }  ///< Borrowed; for Leptonica calls that only read.
    int width() const;
    int height() const;
    int dpi() const { return m_dpi; }
    bool isGray() const;

private:
    std::shared_ptr<Pix> m_pix;
    int m_dpi;
};

/// More pixels than a sheet of A3 at 600 dpi has, and a longer side than it has at 1,200; a
/// file that announces more is refused before anything is decoded.
inline constexpr qint64 mostPixels = 120'000'000;
inline constexpr int longestSidePx = 19'900;
inline constexpr int shortestSidePx = 48;  ///< Half a centimetre at 240 dpi.

/// Reads PNM, JPEG, PNG or one page of a TIFF, turned as a camera noted. `defaultDpi` is for
/// PNM and for files that do not say theirs and are no whole sheet by their size. Fails with
/// FileMissing, FileEmpty, FileUnreadable (also where a JPEG ends early), or with FileTooLarge or
/// FileTooSmall, whose subject is "width × height".
Expected<Image> loadImage(const QString &file, int defaultDpi, int page = 0);

/// 1, or more for a TIFF that holds several.
int pageCountOf(const QString &imageFile);

}  // namespace station::imaging
