#include "scanner/worker/sane_status.h"

#include "scanner/worker/login.h"

namespace station::scanner {
namespace {

SANE_Int libraryVersion = 0;

Fault faultOf(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_DEVICE_BUSY:
        return Fault::DeviceBusy;
    case SANE_STATUS_JAMMED:
        return Fault::PaperJam;
    case SANE_STATUS_NO_DOCS:
        return Fault::FeederEmpty;
    case SANE_STATUS_COVER_OPEN:
        return Fault::CoverOpen;
    case SANE_STATUS_CANCELLED:  // a key on the device
        return Fault::Cancelled;
    case SANE_STATUS_ACCESS_DENIED:
        return Fault::DeviceNotFound;
    default:
        return Fault::DeviceFailed;
    }
}

}  // namespace

Error saneError(SANE_Status status, const char *call)
{
    return {faultOf(status), QStringLiteral("%1: %2").arg(
                                 QLatin1String(call), QString::fromUtf8(sane_strstatus(status)))};
}

Error openError(SANE_Status status)
{
    Error error = saneError(status, "sane_open");
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_IO_ERROR)
        error.fault = Fault::DeviceNotFound;
    return error;
}

bool initializeSane()
{
    return sane_init(&libraryVersion, answerLogin) == SANE_STATUS_GOOD;
}

QString saneVersion()
{
    return QStringLiteral("%1.%2.%3")
        .arg(SANE_VERSION_MAJOR(libraryVersion))
        .arg(SANE_VERSION_MINOR(libraryVersion))
        .arg(SANE_VERSION_BUILD(libraryVersion));
}

}  // namespace station::scanner
