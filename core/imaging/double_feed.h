#pragma once

namespace station::imaging {

/// True when what went through the feeder is so much longer than the longest
/// paper expected that two sheets may have overlapped. Lengths in mm.
bool isDoubleFeed(double fedMm, double expectedMm);

}  // namespace station::imaging
