#include "app/cli/notice_lines.h"

#include "app/cli/invocation.h"
#include "app/errors/error_text.h"

namespace station::cli {
namespace {

QString targetOf(const store::Notice &notice)
{
    return notice.target == store::NoticeTarget::Webhook ? Cli::tr("the department's system")
                                                         : Cli::tr("the portal");
}

QString noticeLine(const store::Notice &notice)
{
    const QString target = targetOf(notice);
    const auto &wait = notice.wait;
    if (wait.fault.isEmpty())
        return Cli::tr("%1  %2 is still to be told").arg(notice.dossierUuid, target);
    const auto fault = faultOf(wait.fault);
    QStringList reason{fault ? errorText({*fault}).what : wait.fault, wait.detail, notice.words};
    reason.removeAll(QString());
    const QString why = reason.join(QStringLiteral("; "));
    return (wait.dead ? Cli::tr("%1  %2 is still to be told and needs a person: %3")
                      : Cli::tr("%1  %2 is still to be told: %3"))
        .arg(notice.dossierUuid, target, why);
}

}  // namespace

QStringList noticeLines(const std::vector<store::Notice> &notices)
{
    QStringList lines;
    for (const auto &notice : notices)
        lines << noticeLine(notice);
    return lines;
}

QJsonArray noticesJson(const std::vector<store::Notice> &notices)
{
    QJsonArray list;
    for (const auto &notice : notices)
        list.append(QJsonObject{{QStringLiteral("dossier"), notice.dossierUuid},
                                {QStringLiteral("event"), notice.handoverId},
                                {QStringLiteral("target"), store::targetName(notice.target)},
                                {QStringLiteral("dead"), notice.wait.dead},
                                {QStringLiteral("failures"), notice.wait.failures},
                                {QStringLiteral("fault"), notice.wait.fault},
                                {QStringLiteral("next_at_ms"), notice.wait.nextAtMs}});
    return list;
}

}  // namespace station::cli
