#include "scanner/vscan/role.h"

namespace vscan {
namespace {

constexpr SANE_Int settable = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
constexpr SANE_Int readOnly = SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT;

}  // namespace

bool isLength(Role role)
{
    switch (role) {
    case Role::PageWidth:
    case Role::PageHeight:
    case Role::Left:
    case Role::Top:
    case Role::Right:
    case Role::Bottom:
        return true;
    default:
        return false;
    }
}

bool isCorner(Role role)
{
    return isLength(role) && role != Role::PageWidth && role != Role::PageHeight;
}

bool isAcross(Role role)
{
    return role == Role::PageWidth || role == Role::Left || role == Role::Right;
}

bool isSensor(Role role)
{
    return role == Role::ScanButton || role == Role::PageLoaded || role == Role::CoverOpen ||
           role == Role::DoubleFeed;
}

bool hasWords(Role role)
{
    return role == Role::Source || role == Role::Mode || role == Role::AdfMode ||
           role == Role::FeederMode || role == Role::Words;
}

double usualMm(Role role)
{
    switch (role) {
    case Role::PageWidth:
        return widestMm;
    case Role::PageHeight:
        return 279.4;  // Letter: a front end must say that its paper is longer
    case Role::Right:
        return 210;
    case Role::Bottom:
        return 297;
    default:
        return 0;
    }
}

SANE_Value_Type typeOf(Role role, bool fixedResolution, bool inPixels)
{
    if (role == Role::Group)
        return SANE_TYPE_GROUP;
    if (role == Role::Serial || hasWords(role))
        return SANE_TYPE_STRING;
    if (role == Role::Resolution)
        return fixedResolution ? SANE_TYPE_FIXED : SANE_TYPE_INT;
    if (isLength(role))
        return inPixels ? SANE_TYPE_INT : SANE_TYPE_FIXED;
    return role == Role::Count || role == Role::Depth ? SANE_TYPE_INT : SANE_TYPE_BOOL;
}

SANE_Unit unitOf(Role role, bool inPixels)
{
    if (role == Role::Resolution)
        return SANE_UNIT_DPI;
    if (role == Role::Depth)
        return SANE_UNIT_BIT;
    return !isLength(role) ? SANE_UNIT_NONE : inPixels ? SANE_UNIT_PIXEL : SANE_UNIT_MM;
}

SANE_Int capOf(Role role)
{
    if (role == Role::Group)
        return 0;
    if (role == Role::Count || role == Role::Serial)
        return SANE_CAP_SOFT_DETECT;
    return isSensor(role) ? readOnly : settable;
}

}  // namespace vscan
