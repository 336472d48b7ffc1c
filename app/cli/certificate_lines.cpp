#include "app/cli/certificate_lines.h"

#include "app/cli/invocation.h"
#include "app/errors/flaw_text.h"
#include "core/base/clock.h"

#include <QJsonArray>

namespace station::cli {

QStringList linesOf(const signing::CertificateCandidate &candidate, qint64 nowMs)
{
    QStringList lines;
    lines << QStringLiteral("%1  %2  %3  %4")
                 .arg(candidate.isUsable() ? Cli::tr("usable") : Cli::tr("not usable"),
                      candidate.commonName, candidate.serial,
                      Cli::tr("until %1").arg(isoVietnam(candidate.notAfterMs)));
    for (const auto flaw : candidate.flaws)
        lines << QStringLiteral("  ") + flawText(flaw);
    if (candidate.warnDays(nowMs) > 0)
        lines << QStringLiteral("  ") +
                     Cli::tr("ends within %n days: ask your authority for a new one now", nullptr,
                             candidate.warnDays(nowMs));
    if (candidate.algorithmOutgoing)
        lines << QStringLiteral("  ") +
                     Cli::tr("its key is too short for the years to come: ask for a longer one");
    if (candidate.revocationUnknown)
        lines << QStringLiteral("  ") + Cli::tr("its authority could not be asked");
    return lines;
}

QJsonObject toJson(const signing::CertificateCandidate &candidate, qint64 nowMs)
{
    QJsonArray flaws;
    for (const auto flaw : candidate.flaws)
        flaws.append(signing::flawName(flaw));
    return {{QStringLiteral("name"), candidate.commonName},
            {QStringLiteral("label"), candidate.label},
            {QStringLiteral("serial"), candidate.serial},
            {QStringLiteral("sha256"), candidate.sha256},
            {QStringLiteral("token"), candidate.tokenLabel},
            {QStringLiteral("not_before"), isoVietnam(candidate.notBeforeMs)},
            {QStringLiteral("not_after"), isoVietnam(candidate.notAfterMs)},
            {QStringLiteral("usable"), candidate.isUsable()},
            {QStringLiteral("flaws"), flaws},
            {QStringLiteral("warn_days"), candidate.warnDays(nowMs)},
            {QStringLiteral("algorithm_outgoing"), candidate.algorithmOutgoing},
            {QStringLiteral("revocation_unknown"), candidate.revocationUnknown},
            {QStringLiteral("asks_pin_each_time"), candidate.asksPinEachTime}};
}

}  // namespace station::cli
