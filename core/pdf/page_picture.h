#pragma once

#include "core/imaging/jpeg_header.h"
#include "core/pdf/object_file.h"
#include "core/pdf/pdfa_writer.h"

#include <vector>

namespace station::pdf {

/// How the picture of a page lies in the file: one JPEG, or paper colour, patches
/// and ink mask over each other. Borrows from the page.
class PagePicture {
public:
    /// Errors as those of PdfAFile::add, without subject.
    static Expected<PagePicture> of(const PdfPage &page);

    double widthPt() const { return m_widthPt; }
    double heightPt() const { return m_heightPt; }

    /// Writes the image objects; returns the entries of the /XObject dictionary.
    QByteArray writeObjects(ObjectFile &file) const;

    /// Content-stream operators that show them.
    QByteArray operators() const;

private:
    explicit PagePicture(const PdfPage &page) : m_page(&page) {}

    const PdfPage *m_page;
    std::vector<imaging::JpegHeader> m_headers{};  ///< Of the JPEG, or one of each patch.
    double m_widthPt = 0;
    double m_heightPt = 0;
};

}  // namespace station::pdf
