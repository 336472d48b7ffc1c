#pragma once

namespace station::dossier {

/// What happens with the paper of one component (TT 01/2023 Art. 4).
enum class Decision {
    Digitize,   ///< Scan, sign, extract, code, store.
    Reuse,      ///< A valid copy is in the repository; link it, never scan.
    Attach,     ///< Plain scan for the handling only: no signature, no code.
    ShownOnly,  ///< Compared with the original and given back; no image.
    Refuse,     ///< Secret paper (tài liệu mật): no image, nothing of its content.
};

/// In what form the citizen brings the paper.
enum class Origin { Original, Photocopy, CertifiedPaperCopy };

struct PaperSituation {
    bool secret = false;               ///< Marked MẬT, TỐI MẬT or TUYỆT MẬT.
    bool validCopyStored = false;      ///< In the repository, in force, not expired.
    bool sharedDatabaseHasIt = false;  ///< Data with legal value is already shared.
    bool onlyToBeShown = false;        ///< The procedure asks only to see it.
    Origin origin = Origin::Original;
    bool mustBeDigitized = true;  ///< Classes A to E of Art. 4.
    bool citizenAsked = false;    ///< Class F: on demand, the citizen pays.
};

/// The rule table of TT 01/2023 Art. 4 and ND 61/2018 Art. 21a as amended. The
/// first row that fits decides: secret, stored, shown only, not an original,
/// must be digitized or asked for; everything else is attached.
Decision decide(const PaperSituation &situation);

}  // namespace station::dossier
