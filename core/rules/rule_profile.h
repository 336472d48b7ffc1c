#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/codes/digitization_code_template.h"
#include "core/rules/validity.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace station::rules {

enum class Corner { TopLeft, TopRight };

/// The copier's visible mark on page 1 (TT 01/2023 Art. 8).
struct MarkRule {
    Corner corner = Corner::TopLeft;
    double marginLeftPt = 28.0;
    double marginTopPt = 14.0;
    double widthPt = 200.0;
    double fontPt = 10.0;
    QStringList lines{};  ///< With the placeholders {clerk} or {agency}, and {time}.

    /// The lines as printed; `signer` is who signs with this mark, clerk or agency, by the
    /// name in the certificate; `time` as isoVietnam writes it.
    QStringList filledLines(const QString &signer, const QString &time) const;
    bool operator==(const MarkRule &) const = default;
};

/// How much proof the signature of a copy has to carry.
struct SignatureRule {
    SignatureLevel wanted = SignatureLevel::B;    ///< What the station works towards.
    SignatureLevel required = SignatureLevel::B;  ///< Without it no copy leaves the station.
    /// Every page has to have stood in the window; a statement on the command line is not enough.
    bool displayOnly = false;

    bool operator==(const SignatureRule &) const = default;
};

enum class TextLayer {
    Sidecar,   ///< Recognized text is kept beside the signed PDF.
    Embedded,  ///< An invisible layer is made before signing.
};

/// How the pages of a copy are kept.
enum class CopyForm {
    Reference,  ///< One colour JPEG a page.
    Layered,    ///< Print, ground and coloured patches apart; a page that does not hold stays JPEG.
};

struct CopyRule {
    CopyForm form = CopyForm::Reference;
    int dpi = 200;     ///< Finer scans are brought down to it; 0: as scanned.
    int quality = 70;  ///< Of JPEG, 1 to 100.

    bool operator==(const CopyRule &) const = default;
};

/// What the law of a period asks for, as data (`resources/rules/<id>.toml`).
struct RuleProfile {
    QString id{};  ///< "2023"
    QString name{};
    QStringList legalBase{};
    Validity validity{};
    MarkRule mark{};
    /// The agency's mark on copies that it certifies (ND 30/2020: top right); not every law asks
    /// for one.
    std::optional<MarkRule> agencyMark{};
    SignatureRule signature{};
    int minimumDpi = 200;
    int defaultDpi = 300;
    TextLayer textLayer = TextLayer::Sidecar;
    CopyRule copy{};
    std::optional<codes::DigitizationCodeTemplate> componentCode{};  ///< Set once loaded.
    std::optional<codes::DigitizationCodeTemplate> resultCode{};     ///< Set once loaded.
    int storedPaperMonths = 6;  ///< Validity of a stored paper that names no end itself.
};

/// Fails with SettingsInvalid; the subject holds one line a problem:
/// "file:line:col: key: what".
Expected<RuleProfile> loadRuleProfile(const QString &path);

}  // namespace station::rules
