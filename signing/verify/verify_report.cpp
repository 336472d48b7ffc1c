#include "core/base/clock.h"
#include "signing/verify/verifier.h"

#include <QJsonArray>

#include <array>

namespace station::signing {
namespace {

constexpr std::array allVerdicts{Verdict::Valid, Verdict::Incomplete, Verdict::Attention,
                                 Verdict::Unverifiable, Verdict::Broken};

/// What is not known came from somewhere else: never better than this.
Verdict verdictFrom(const QJsonValue &name)
{
    for (const Verdict verdict : allVerdicts) {
        if (verdictName(verdict) == name.toString())
            return verdict;
    }
    return Verdict::Unverifiable;
}

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

std::vector<Finding> findingsFrom(const QJsonValue &json)
{
    std::vector<Finding> findings;
    for (const auto &item : json.toArray()) {
        findings.push_back({.code = item[QStringLiteral("code")].toString(),
                            .severity = verdictFrom(item[QStringLiteral("severity")]),
                            .detail = item[QStringLiteral("detail")].toString()});
    }
    return findings;
}

QJsonValue moment(qint64 ms)
{
    return ms != 0 ? QJsonValue(isoVietnam(ms)) : QJsonValue();
}

/// `time` writes a moment: for people, or exact for the pipe.
template <typename Time>
QJsonObject signatureJson(const SignatureReport &report, Time time)
{
    return {
        {QStringLiteral("field"), report.field},
        {QStringLiteral("level"), report.level},
        {QStringLiteral("documentTimestamp"), report.isDocumentTimestamp},
        {QStringLiteral("verdict"), verdictName(report.verdict)},
        {QStringLiteral("code"), report.code},
        {QStringLiteral("signer"), report.signer},
        {QStringLiteral("serial"), report.serial},
        {QStringLiteral("certificateEnds"), time(report.certificateEndsMs)},
        {QStringLiteral("signedAt"), time(report.signedAtMs)},
        {QStringLiteral("provenAt"), time(report.provenAtMs)},
        {QStringLiteral("timestampBy"), report.timestampBy},
        {QStringLiteral("timestampSerial"), report.timestampSerial},
        {QStringLiteral("revocation"), report.revocation},
        {QStringLiteral("coversFile"), report.coversFile},
        {QStringLiteral("findings"), findingsJson(report.findings)},
    };
}

SignatureReport signatureFrom(const QJsonValue &json)
{
    const auto text = [&](const char *key) { return json[QLatin1String(key)].toString(); };
    const auto ms = [&](const char *key) { return json[QLatin1String(key)].toInteger(); };
    return {
        .field = text("field"),
        .level = text("level"),
        .isDocumentTimestamp = json[QStringLiteral("documentTimestamp")].toBool(),
        .verdict = verdictFrom(json[QStringLiteral("verdict")]),
        .code = text("code"),
        .signer = text("signer"),
        .serial = text("serial"),
        .signedAtMs = ms("signedAt"),
        .provenAtMs = ms("provenAt"),
        .timestampBy = text("timestampBy"),
        .timestampSerial = text("timestampSerial"),
        .revocation = text("revocation"),
        .certificateEndsMs = ms("certificateEnds"),
        .coversFile = json[QStringLiteral("coversFile")].toBool(),
        .findings = findingsFrom(json[QStringLiteral("findings")]),
    };
}

template <typename Time>
QJsonObject reportJson(const VerifyReport &report, Time time)
{
    QJsonArray list;
    for (const auto &signature : report.signatures)
        list.append(signatureJson(signature, time));
    return {
        {QStringLiteral("overall"), verdictName(report.overall)},
        {QStringLiteral("code"), report.code},
        {QStringLiteral("signatures"), list},
        {QStringLiteral("findings"), findingsJson(report.findings)},
    };
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &text)
{
    return QByteArray::fromBase64(text.toString().toLatin1());
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
    return reportJson(*this, moment);
}

QJsonObject VerifyReport::toWire() const
{
    QJsonObject wire = reportJson(*this, [](qint64 ms) { return QJsonValue(ms); });
    QJsonArray questions;
    for (const auto &question : openQuestions) {
        questions.append(QJsonObject{{QStringLiteral("certificate"), base64(question.certificate)},
                                     {QStringLiteral("issuer"), base64(question.issuer)}});
    }
    wire.insert(QStringLiteral("openQuestions"), questions);
    return wire;
}

VerifyReport VerifyReport::fromWire(const QJsonObject &wire)
{
    VerifyReport report{.overall = verdictFrom(wire[QStringLiteral("overall")]),
                        .code = wire[QStringLiteral("code")].toString(),
                        .findings = findingsFrom(wire[QStringLiteral("findings")])};
    for (const auto &item : wire[QStringLiteral("signatures")].toArray())
        report.signatures.push_back(signatureFrom(item));
    for (const auto &item : wire[QStringLiteral("openQuestions")].toArray())
        report.openQuestions.push_back(
            {.certificate = fromBase64(item[QStringLiteral("certificate")]),
             .issuer = fromBase64(item[QStringLiteral("issuer")])});
    return report;
}

}  // namespace station::signing
