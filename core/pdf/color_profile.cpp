#include "core/pdf/color_profile.h"

#include <lcms2.h>

namespace station::pdf {

QByteArray sRgbProfile()
{
    const cmsHPROFILE profile = cmsCreate_sRGBProfile();
    if (!profile)
        return {};
    cmsSetProfileVersion(profile, 2.1);  // old readers know version 2 only
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    const bool saved = cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    if (!saved)
        return {};

    // ICC.1, 7.2.8: creation date at byte 24, six 16-bit numbers. The library
    // writes the present time; the same paper must give the same file.
    const QByteArray fixedDate = QByteArray::fromHex("07E800010001000000000000");
    return bytes.replace(24, fixedDate.size(), fixedDate);
}

}  // namespace station::pdf
