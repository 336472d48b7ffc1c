#pragma once

#include "core/base/expected.h"
#include "core/pdf/printed_page.h"

#include <map>

namespace PoDoFo {
class PdfDocument;
class PdfFont;
}  // namespace PoDoFo

namespace station::pdf {

/// The fonts of printed pages inside one PoDoFo document, loaded when first asked for.
class PrintFonts {
public:
    explicit PrintFonts(PoDoFo::PdfDocument &document) : m_document(document) {}

    /// Lives as long as the document. Fails with FileMissing: not on this machine.
    Expected<PoDoFo::PdfFont *> font(Typeface typeface);

private:
    PoDoFo::PdfDocument &m_document;
    std::map<Typeface, PoDoFo::PdfFont *> m_fonts{};
};

}  // namespace station::pdf
