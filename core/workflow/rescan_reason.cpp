#include "core/workflow/rescan_reason.h"

namespace station::workflow {

QString rescanReasonName(RescanReason reason)
{
    switch (reason) {
    case RescanReason::Unreadable:
        return QStringLiteral("unreadable");
    case RescanReason::Changed:
        return QStringLiteral("changed");
    case RescanReason::Wish:
        return QStringLiteral("wish");
    case RescanReason::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

}  // namespace station::workflow
