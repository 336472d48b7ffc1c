#include "signing/online/service_answer.h"

namespace station::signing {

Expected<QByteArray> bodyOf(const net::HttpAnswer &answer, const QByteArray &contentType)
{
    if (answer.status != 200) {
        QString detail = QStringLiteral("HTTP %1").arg(answer.status);
        if (answer.status >= 300 && answer.status < 400)
            detail += QStringLiteral(" (redirects are not followed)");
        if (answer.retryAfterSeconds > 0)
            detail += QStringLiteral(", Retry-After %1 s").arg(answer.retryAfterSeconds);
        return fail(Fault::ServiceRefused, detail);
    }
    const bool isPage = answer.contentType == "text/html";
    if (isPage || (!contentType.isEmpty() && answer.contentType != contentType))
        return fail(Fault::ServiceAnswerInvalid,
                    QStringLiteral("%1 instead of %2%3")
                        .arg(answer.contentType.isEmpty()
                                 ? QStringLiteral("no content type")
                                 : QString::fromLatin1(answer.contentType.left(80)),
                             contentType.isEmpty() ? QStringLiteral("an answer")
                                                   : QString::fromLatin1(contentType),
                             isPage ? QStringLiteral(" (a login page?)") : QString()));
    if (answer.body.isEmpty())
        return fail(Fault::ServiceAnswerInvalid, QStringLiteral("empty answer"));
    return answer.body;
}

}  // namespace station::signing
