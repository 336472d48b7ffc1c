#pragma once

#include "scanner/vscan/device_folder.h"

#include <sane/sane.h>

#include <deque>
#include <optional>

namespace vscan {

/// The way of the paper from the feeder or the glass to a picture of one side.
/// What it holds in memory are images, not paper: the sheets lie in output/ by then,
/// and their images are lost with it.
class PaperPath {
public:
    explicit PaperPath(const DeviceFolder &folder) : m_folder(folder) {}

    /// The back of the sheet that was read last comes next.
    bool hasBack() const { return m_turned.has_value(); }
    /// No new sheet has to be fed for the next side.
    bool hasSide() const { return m_turned || !m_ahead.empty(); }

    /// The next side in the order in which a feeder delivers: front, back, front …
    /// NO_DOCS when the feeder is empty, IO_ERROR when an image cannot be read.
    SANE_Status next(Source source, const DeviceSettings &settings,
                     std::optional<Picture> &picture);

    /// Loses the images of what has left the feeder.
    void forget();

private:
    void pull(std::size_t most, bool bothSides);

    const DeviceFolder &m_folder;
    std::optional<Sheet> m_turned{};  // its front was read
    std::deque<Sheet> m_ahead{};      // fed ahead of the sheet that is read
};

}  // namespace vscan
