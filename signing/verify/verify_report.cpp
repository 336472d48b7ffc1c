#include "core/base/clock.h"
#include "signing/verify/verifier.h"

#include <QJsonArray>

namespace station::signing {
namespace {

QJsonArray findingsJson(const std::vector<Finding> &findings)
{
    QJsonArray list;
    for (const auto &finding : findings) {
        list.append(QJsonObject{{QStringLiteral("code"), finding.code},
                                {QStringLiteral("severity"), verdictName(finding.severity)},
                                {QStringLiteral("detail"), finding.detail}});
    }
    return list;
}

QJsonObject signatureJson(const SignatureReport &report)
{
    return {
        {QStringLiteral("field"), report.field},
        {QStringLiteral("level"), report.level},
        {QStringLiteral("verdict"), verdictName(report.verdict)},
        {QStringLiteral("code"), report.code},
        {QStringLiteral("signer"), report.signer},
        {QStringLiteral("serial"), report.serial},
        {QStringLiteral("signedAt"),
         report.signedAtMs != 0 ? QJsonValue(isoVietnam(report.signedAtMs)) : QJsonValue()},
        {QStringLiteral("coversFile"), report.coversFile},
        {QStringLiteral("findings"), findingsJson(report.findings)},
    };
}

}  // namespace

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return QStringLiteral("valid");
    case Verdict::Incomplete:
        return QStringLiteral("incomplete");
    case Verdict::Attention:
        return QStringLiteral("attention");
    case Verdict::Unverifiable:
        return QStringLiteral("unverifiable");
    case Verdict::Broken:
        return QStringLiteral("broken");
    }
    return {};
}

QJsonObject VerifyReport::toJson() const
{
    QJsonArray list;
    for (const auto &signature : signatures)
        list.append(signatureJson(signature));
    return {
        {QStringLiteral("overall"), verdictName(overall)},
        {QStringLiteral("code"), code},
        {QStringLiteral("signatures"), list},
        {QStringLiteral("findings"), findingsJson(findings)},
    };
}

}  // namespace station::signing
