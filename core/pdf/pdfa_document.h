#pragma once

#include "core/pdf/object_file.h"
#include "core/pdf/pdfa_writer.h"
#include "core/pdf/text_layer.h"

#include <QByteArrayList>
#include <QIODevice>

namespace station::pdf {

/// The objects of a PDF/A-2b file in the order in which they are known; errors
/// as those of PdfAFile.
class PdfADocument {
public:
    PdfADocument(QIODevice &out, const PdfInfo &info, TextLayer layer);

    Expected<> add(const PdfPage &page);
    Expected<> finish();

private:
    Expected<> written() const;

    ObjectFile m_file;
    TextLayer m_layer;
    InvisibleText m_text{};
    int m_catalog;
    int m_tree;
    int m_info;
    int m_font = 0;  ///< 0: no word so far.
    int m_asked = 0;
    bool m_hasProfile = false;
    QByteArrayList m_pages{};
};

}  // namespace station::pdf
