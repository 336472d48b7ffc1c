#pragma once

#include "tests/signing/support/pdf_forge.h"

namespace station::signing {

/// Numbers in formDocument().
enum FormObject : int {
    Catalog = 1,
    PageTree = 2,
    FirstPage = 3,
    SecondPage = 4,
    FirstContent = 5,
    SecondContent = 6,
    Font = 7,
    Form = 8,
    SignedField = 9,
    Signature = 10,
    SignedMark = 11,
    Info = 12,
    Metadata = 13,
    Note = 14,
    TextField = 15,
    EmptyField = 16,
    Dss = 17,
    Certs = 18,
    CertificateData = 19,
    Orphan = 20,
    Annots = 21,
    Fresh = 40,  ///< The first number that nothing names.
};

/// A two-page form with everything that a later revision could touch: a signature (of
/// which only the structure is real), a note, a text field, an empty signature field,
/// validation data, an object that nobody reaches, a reference to nothing (30 0 R).
inline RawObjects formDocument()
{
    const QByteArray rows(40, 'A');
    return {
        {Catalog, "<< /Type /Catalog /Pages 2 0 R /AcroForm 8 0 R /Metadata 13 0 R /DSS 17 0 R >>"},
        {PageTree, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>"},
        {FirstPage, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R "
                    ">> >> /Annots 21 0 R >>"},
        {SecondPage,
         "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R "
         ">> >> /PieceInfo 30 0 R >>"},
        {FirstContent, rawStream("BT /F1 12 Tf (One hundred) Tj ET")},
        {SecondContent, rawStream("BT /F1 12 Tf (Page two) Tj ET")},
        {Font, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"},
        {Form, "<< /Fields [9 0 R 15 0 R 16 0 R] /SigFlags 3 >>"},
        {SignedField, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (First) /V 10 0 R /Rect [10 10 "
                      "90 40] /P 3 0 R /F 132 /AP << /N 11 0 R >> >>"},
        {Signature, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
                    "/ByteRange [0 10 20 30] /Contents <" +
                        rows + "> >>"},
        {SignedMark, rawStream("(A) Tj", "/Type /XObject /Subtype /Form /BBox [0 0 80 30]")},
        {Info, "<< /Producer (Forge) /ModDate (D:20260302091500+07'00') >>"},
        {Metadata, rawStream("<x:xmpmeta/>", "/Type /Metadata /Subtype /XML")},
        {Note, "<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /P 3 0 R /Contents (Note) >>"},
        {TextField, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Amount) /V (100) /Rect [10 50 90 "
                    "70] /P 3 0 R >>"},
        {EmptyField,
         "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Second) /Rect [10 90 90 120] /P "
         "3 0 R /F 4 >>"},
        {Dss, "<< /Type /DSS /Certs 18 0 R >>"},
        {Certs, "[19 0 R]"},
        {CertificateData, rawStream("certificate")},
        {Orphan, "<< /Nobody (reaches this) >>"},
        {Annots, "[9 0 R 14 0 R 15 0 R 16 0 R]"},
        {Fresh - 1, "<< /Last true >>"},
    };
}

/// One object of it with a part of its text replaced.
inline RawObjects changed(int number, const QByteArray &from, const QByteArray &to)
{
    QByteArray text = formDocument().at(number);
    text.replace(from, to);
    return {{number, text}};
}

}  // namespace station::signing
