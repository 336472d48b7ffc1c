#include "app/errors/standing_text.h"

#include "core/base/clock.h"
#include "core/text/dates.h"

#include <QCoreApplication>

namespace station {

QString standingText(const sync::StoredPaper &paper)
{
    switch (paper.standing) {
    case sync::Standing::Valid:
        return {};
    case sync::Standing::Expired:
        //: %1 is the last day on which a stored copy of a paper could be used again.
        return QCoreApplication::translate("StandingText", "was valid until %1")
            .arg(text::shortDate(*paper.expiresOn));
    case sync::Standing::Superseded:
        if (paper.supersededBy == paper.copy.code.text())
            return QCoreApplication::translate("StandingText",
                                               "superseded by a newer copy under the same code");
        //: %1 is the digitization code of the copy that took its place.
        return QCoreApplication::translate("StandingText", "superseded by %1")
            .arg(paper.supersededBy);
    case sync::Standing::Withdrawn:
        return QCoreApplication::translate("StandingText", "withdrawn");
    }
    Q_UNREACHABLE();
}

QString ageText(const sync::OwnerPapers &answer)
{
    if (!answer.unanswered)
        return {};
    if (answer.asOfMs == 0)
        return QCoreApplication::translate(
            "StandingText", "Only what this station stored: the repository does not answer");
    //: %1 is day and time.
    return QCoreApplication::translate("StandingText", "As of %1: the repository does not answer")
        .arg(inVietnam(answer.asOfMs).toString(QStringLiteral("dd/MM/yyyy HH:mm")));
}

}  // namespace station
