#include "core/imaging/double_feed.h"

namespace station::imaging {
namespace {

// A skewed sheet of A4 seems 8 mm longer at 2°, feeders stretch by 1 %.
constexpr double slackMm = 15.0;

}  // namespace

bool isDoubleFeed(double fedMm, double expectedMm)
{
    return expectedMm > 0.0 && fedMm > expectedMm + slackMm;
}

}  // namespace station::imaging
