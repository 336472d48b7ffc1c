#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "signing/policy/algorithm_policy.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace station::signing {

/// From best to worst.
enum class Verdict {
    Valid,         ///< Intact, by a trusted certificate, nothing added later.
    Incomplete,    ///< Intact, but proof is missing (no trust anchors; certificate has ended).
    Attention,     ///< Intact, but a person should look: see the findings.
    Unverifiable,  ///< Cannot be read or is not signed: nothing is known. Never "valid".
    Broken,        ///< Changed, forged, untrusted, or against the rules.
};

QString verdictName(Verdict verdict);  ///< valid, incomplete, attention, unverifiable, broken

/// One thing that keeps a signature (or the file) from being simply valid; with the
/// severity Valid it is only worth knowing. docs/formats/verification.md lists the codes.
struct Finding {
    QString code{};  ///< For machines, e.g. "digest_mismatch".
    Verdict severity = Verdict::Broken;
    QString detail{};  ///< Technical, English.

    bool operator==(const Finding &) const = default;
};

struct SignatureReport {
    QString field{};                   ///< Name of the signature field.
    QString level{};                   ///< "B-B", "B-T", "B-LT", "B-LTA"; empty: no PAdES.
    bool isDocumentTimestamp = false;  ///< Proves time, signs nothing.
    Verdict verdict = Verdict::Unverifiable;
    QString code{};         ///< Of the worst finding; "ok" when there is none.
    QString signer{};       ///< Common name of the certificate; empty when unreadable.
    QString serial{};       ///< Of the certificate, hexadecimal, lower case.
    qint64 signedAtMs = 0;  ///< From /M: the signer's claim; 0 when absent.
    qint64 provenAtMs = 0;  ///< Oldest trusted time stamp over it; 0: only claimed.
    QString timestampBy{};  ///< Common name of that stamp's authority.
    QString timestampSerial{};
    /// How revocation stood at the best known time: good, revoked, unknown, or
    /// not_askable (the certificate names no place to ask).
    QString revocation{};
    qint64 certificateEndsMs = 0;
    bool coversFile = false;  ///< Nothing follows the signed bytes.
    std::vector<Finding> findings{};

    bool operator==(const SignatureReport &) const = default;
};

struct VerifyReport {
    Verdict overall = Verdict::Unverifiable;    ///< The worst of all.
    QString code{};                             ///< "ok", "no_signature", or of the worst finding.
    std::vector<SignatureReport> signatures{};  ///< Oldest first.
    std::vector<Finding> findings{};            ///< About the file as a whole.
    /// Certificates whose revocation nothing at hand tells, each with its issuer (DER):
    /// who has a network may ask and verify again.
    struct Question {
        QByteArray certificate{};
        QByteArray issuer{};

        bool operator==(const Question &) const = default;
    };
    std::vector<Question> openQuestions{};

    QJsonObject toJson() const;
    /// For the pipe of the verify worker; everything, also the open questions.
    QJsonObject toWire() const;
    static VerifyReport fromWire(const QJsonObject &wire);

    bool operator==(const VerifyReport &) const = default;
};

/// Whom to believe, and what time it is.
struct VerifyContext {
    QByteArrayList anchors{};  ///< DER; any of them ends a chain, root or not.
    qint64 nowMs = 0;
    AlgorithmPolicy policy{};
    /// Answers that were fetched for this file (DER), besides those in it.
    QByteArrayList certificates{};
    QByteArrayList ocspResponses{};
    QByteArrayList crls{};
};

/// Anchors from the *.pem, *.crt and *.cer files of a folder. Fails with FileMissing,
/// or FileUnreadable (subject: the file).
Expected<VerifyContext> verifyContext(const QString &trustFolder, const Clock &clock);

/// Checks every signature of a PDF with a strict reader of our own. What that
/// reader does not understand (encryption, hybrid files, damage) is Unverifiable. A PDF without
/// signature is Unverifiable with the code "no_signature". Fails with FileUnreadable for what is no
/// PDF at all, FileEmpty, FileTooLarge. Synchronous, re-entrant, no network.
Expected<VerifyReport> verifyPdf(const QByteArray &bytes, const VerifyContext &context);
/// The same; memory does not grow with the file, which must not shrink meanwhile.
Expected<VerifyReport> verifyPdfFile(const QString &path, const VerifyContext &context);

}  // namespace station::signing
