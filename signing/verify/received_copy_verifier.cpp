#include "signing/verify/received_copy_verifier.h"

#include "core/base/durable_file.h"
#include "signing/verify/verify_process.h"

#include <algorithm>

namespace station::signing {
namespace {

/// Larger files are no papers; the page worker refuses them, too.
constexpr qint64 mostBytes = 100LL * 1024 * 1024;

/// Intact, but by an authority that this station does not know: nothing is
/// proved for it, and nothing against it.
bool isOnlyUntrusted(const Finding &finding)
{
    return finding.code == QStringLiteral("untrusted");
}

bool isBroken(const VerifyReport &report)
{
    const auto isFatal = [](const Finding &finding) {
        return finding.severity == Verdict::Broken && !isOnlyUntrusted(finding);
    };
    const auto hasFatal = [&](const SignatureReport &signature) {
        return std::ranges::any_of(signature.findings, isFatal);
    };
    return std::ranges::any_of(report.findings, isFatal) ||
           std::ranges::any_of(report.signatures, hasFatal);
}

}  // namespace

ReceivedCopyVerifier::ReceivedCopyVerifier(VerifyContext context) : m_context(std::move(context)) {}

Expected<workflow::ReceivedSignatures> ReceivedCopyVerifier::check(const QString &pdfFile)
{
    const auto bytes = readWhole(pdfFile, mostBytes);
    if (!bytes)
        return fail(bytes.error());
    workflow::ReceivedSignatures found;
    found.count = static_cast<int>(bytes->count("/ByteRange"));
    if (found.count == 0)
        return found;
    const auto report = verifyApart(pdfFile, m_context);
    if (!report)
        return fail(report.error());
    found.broken = isBroken(*report);
    const bool unknown = report->overall == Verdict::Broken && !found.broken;
    found.verdict = verdictName(unknown ? Verdict::Unverifiable : report->overall);
    found.code = report->code;
    if (!report->signatures.empty()) {
        const auto &first = report->signatures.front();
        found.count = static_cast<int>(report->signatures.size());
        found.signer = {.name = first.signer, .certificateSerial = first.serial};
        found.signedAtMs = first.signedAtMs;
        found.level = levelFrom(first.level.mid(2)).value_or(SignatureLevel::B);  // "B-LT"
    }
    return found;
}

}  // namespace station::signing
