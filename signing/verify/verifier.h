#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"

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

/// One thing that keeps a signature (or the file) from being simply valid.
struct Finding {
    QString code{};  ///< For machines, e.g. "digest_mismatch".
    Verdict severity = Verdict::Broken;
    QString detail{};  ///< Technical, English.
};

struct SignatureReport {
    QString field{};  ///< Name of the signature field.
    QString level{};  ///< "B-B".
    Verdict verdict = Verdict::Unverifiable;
    QString code{};           ///< Of the worst finding; "ok" when there is none.
    QString signer{};         ///< Common name of the certificate; empty when unreadable.
    QString serial{};         ///< Of the certificate, hexadecimal, lower case.
    qint64 signedAtMs = 0;    ///< From /M: the signer's claim; 0 when absent.
    bool coversFile = false;  ///< Nothing follows the signed bytes.
    std::vector<Finding> findings{};
};

struct VerifyReport {
    Verdict overall = Verdict::Unverifiable;    ///< The worst of all.
    QString code{};                             ///< "ok", "no_signature", or of the worst finding.
    std::vector<SignatureReport> signatures{};  ///< Oldest first.
    std::vector<Finding> findings{};            ///< About the file as a whole.

    QJsonObject toJson() const;
};

/// Whom to believe, and what time it is.
struct VerifyContext {
    QByteArrayList anchors{};  ///< DER; any of them ends a chain, root or not.
    qint64 nowMs = 0;
};

/// Anchors from the *.pem, *.crt and *.cer files of a folder. Fails with FileMissing,
/// or FileUnreadable (subject: the file).
Expected<VerifyContext> verifyContext(const QString &trustFolder, const Clock &clock);

/// Checks every signature of a PDF with a strict reader of our own. What that
/// reader does not understand (cross-reference streams, encryption, hybrid
/// files, damage) is Unverifiable. A PDF without signature is Unverifiable with
/// the code "no_signature". Fails with FileUnreadable for what is no PDF at all,
/// FileEmpty, FileTooLarge.
Expected<VerifyReport> verifyPdf(const QByteArray &bytes, const VerifyContext &context);
Expected<VerifyReport> verifyPdfFile(const QString &path, const VerifyContext &context);

}  // namespace station::signing
