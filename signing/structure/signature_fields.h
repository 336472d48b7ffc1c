#pragma once

#include "signing/structure/pdf_file.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::signing {

/// A form field as a revision of the file has it.
struct FormField {
    QString name{};  ///< Full name, parts joined by dots.
    bool isSignature = false;
    int signature = 0;  ///< Object number of the signature dictionary; 0: unsigned.
    int number = 0;     ///< Object number of the field itself.
};

/// A node of the form's tree: a field, a group of fields, or a widget of a field.
struct FieldNode {
    int number = 0;
    QString name{};            ///< Of a widget without own name: its field's.
    bool hasOwnName = false;   ///< False: only a widget of the field above it.
    bool isSignature = false;  ///< By its own or an inherited /FT.
    int signature = 0;         ///< Own /V or that of the field above it.
    bool hasOwnValue = false;
};

/// All nodes of the form; none when there is no form. Fails with FileUnreadable for a
/// form that loops or is no form.
Expected<std::vector<FieldNode>> fieldNodes(const PdfFile &file, std::size_t revision);

/// All fields of the form with a name or a value, as the last revision has them.
Expected<std::vector<FormField>> formFields(const PdfFile &file);

/// Text string of a PDF: UTF-16 with mark, UTF-8 with mark, else Latin-1.
QString pdfText(const QByteArray &bytes);

}  // namespace station::signing
