#pragma once

#include "signing/structure/pdf_file.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::signing {

/// A form field as the file's last revision has it.
struct FormField {
    QString name{};  ///< Full name, parts joined by dots.
    bool isSignature = false;
    int signature = 0;  ///< Object number of the signature dictionary; 0: unsigned.
};

/// All fields of the form with a name or a value. Fails with FileUnreadable
/// for a form that loops or is no form.
Expected<std::vector<FormField>> formFields(const PdfFile &file);

/// Text string of a PDF: UTF-16 with mark, UTF-8 with mark, else Latin-1.
QString pdfText(const QByteArray &bytes);

}  // namespace station::signing
