#pragma once

#include "core/base/expected.h"
#include "core/workflow/copy_signer.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace station::signing {

/// Makes the CMS for a SHA-256 digest of the bytes that it will sign.
using CmsMaker = std::function<Expected<QByteArray>(const QByteArray &digest)>;

struct SignatureOptions {
    QString signer{};  ///< Common name of the certificate, for /Name.
    workflow::CopyMark mark{};
    qint64 signedAtMs = 0;
    QString fontFile{};  ///< TrueType, embedded as a subset.
    int reserveBytes =
        0;  ///< Room for the CMS; more than it can need, known before the PIN is used.
};

/// Liberation Serif 2, which has all letters of Vietnamese and the metrics that
/// the law's typeface asks for (Decree 30/2020: Times New Roman).
QString defaultStampFont();

/// `source` plus one revision with a PAdES signature field, its visible mark on
/// page 1 and the signature. The source's bytes stay in front unchanged.
///
/// Only for files that pass `preflight`. The result has been through
/// `postCheck`. Fails with GlyphMissing, InvalidInput (the mark does not fit),
/// FileUnreadable, FileMissing (the font), SignatureInvalid, or what `makeCms` says.
Expected<QByteArray> signedPdf(const QByteArray &source, const SignatureOptions &options,
                               const CmsMaker &makeCms);

}  // namespace station::signing
