#include "core/pdf/print_fonts.h"

#include "core/pdf/podofo.h"

#include <QFileInfo>

namespace station::pdf {
namespace {

using namespace Qt::StringLiterals;

QString fileOf(Typeface typeface)
{
    const QString folder = u"/usr/share/fonts/truetype/liberation2/"_s;
    switch (typeface) {
    case Typeface::SansBold:
        return folder + u"LiberationSans-Bold.ttf"_s;
    case Typeface::Serif:
        return folder + u"LiberationSerif-Regular.ttf"_s;
    case Typeface::SerifBold:
        return folder + u"LiberationSerif-Bold.ttf"_s;
    case Typeface::SerifItalic:
        break;
    }
    return folder + u"LiberationSerif-Italic.ttf"_s;
}

}  // namespace

Expected<PoDoFo::PdfFont *> PrintFonts::font(Typeface typeface)
{
    PoDoFo::PdfFont *&known = m_fonts[typeface];
    if (known != nullptr)
        return known;
    // A missing font file makes the library look for another one by name.
    const QString file = fileOf(typeface);
    if (!QFileInfo(file).isFile())
        return fail(Fault::FileMissing, u"print font"_s);
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    try {
        known = m_document.CreateFontSubset(
            QFileInfo(file).completeBaseName().toLatin1().constData(), false, false, false,
            new PoDoFo::PdfIdentityEncoding(0, 0xffff, true), QFile::encodeName(file).constData());
    } catch (const PoDoFo::PdfError &) {
        known = nullptr;
    }
    if (known == nullptr)
        return fail(Fault::FileMissing, u"print font"_s);
    return known;
}

}  // namespace station::pdf
