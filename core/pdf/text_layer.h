#pragma once

#include "core/pdf/object_file.h"
#include "core/pdf/pdfa_writer.h"

#include <map>

namespace station::pdf {

/// The invisible text of a file: one font without outlines for all pages. Each
/// character in use gets a code of its own, so that /ToUnicode needs one
/// `bfchar` a character: the form that all readers tried agree on.
class InvisibleText {
public:
    explicit InvisibleText(const std::vector<PdfPage> &pages);

    bool isEmpty() const { return m_codes.empty(); }

    /// Writes the font; returns the number of its dictionary.
    int writeFont(ObjectFile &file) const;

    /// Content-stream operators that lay the words of `page` over its picture.
    QByteArray operators(const PdfPage &page, double pageHeightPt) const;

private:
    std::map<char32_t, int> m_codes{};  ///< Sorted, so that equal pages give equal bytes.
};

}  // namespace station::pdf
