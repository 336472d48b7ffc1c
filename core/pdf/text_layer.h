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
    /// Content-stream operators that lay the words of `page` over its picture, in the
    /// font `/F`; empty when no word can be laid.
    QByteArray operators(const PdfPage &page, double pageHeightPt);

    /// Writes the font with the characters of all pages so far as object `font`.
    void writeFont(ObjectFile &file, int font) const;

private:
    int codeOf(char32_t character);

    std::map<char32_t, int> m_codes{};  ///< From 1, in the order of their first use.
};

}  // namespace station::pdf
