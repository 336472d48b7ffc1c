#pragma once

#include "signing/pades/podofo_update.h"
#include "signing/pades/stamp_layout.h"

#include "core/workflow/copy_signer.h"

#include <optional>

namespace station::signing {

/// Liberation Serif 2, which has all letters of Vietnamese and the metrics that
/// the law's typeface asks for (Decree 30/2020: Times New Roman).
QString defaultStampFont();

struct SignatureOptions {
    QString signer{};  ///< Common name of the certificate, for /Name.
    std::optional<workflow::CopyMark> mark{};
    workflow::InkMap ink{};
    qint64 signedAtMs = 0;
    QString fontFile{};  ///< TrueType, embedded as a subset.
    int reserveBytes = 0;
};

/// A revision with a PAdES signature field and its visible mark on page 1.
class SignatureUpdate final : public PodofoUpdate {
public:
    explicit SignatureUpdate(SignatureOptions options) : m_options(std::move(options)) {}

protected:
    /// GlyphMissing, NoRoomForMark, InvalidInput (the mark can fit nowhere), FileMissing (the
    /// font).
    Expected<> change(const PdfPreflight &before) override;

private:
    Expected<StampLayout> layOut(const PdfPreflight &before);
    void drawStamp(pdf::PdfSignatureField &field, const StampLayout &layout);
    void nameSubset();

    SignatureOptions m_options;
    pdf::PdfFont *m_font = nullptr;
};

}  // namespace station::signing
