#include "scanner/vscan/paper_path.h"

#include "scanner/vscan/picture.h"

namespace vscan {
namespace {

Picture emptyGlass()
{
    return {1, 1, 25.4, {255, 255, 255}};
}

std::optional<Picture> backOf(const Sheet &sheet, const Appearance &appearance)
{
    if (sheet.back)
        return loadPicture(*sheet.back);
    return blankBackOf(loadPicture(sheet.front).value_or(emptyGlass()), appearance.showThrough);
}

}  // namespace

/// Feeds until so many sheets wait, or something is in the way.
void PaperPath::pull(std::size_t most, bool bothSides)
{
    while (m_ahead.size() < most && m_folder.feederStatus() == SANE_STATUS_GOOD) {
        auto sheet = m_folder.feed(bothSides);
        if (!sheet)
            return;
        m_ahead.push_back(std::move(*sheet));
    }
}

SANE_Status PaperPath::next(Source source, const DeviceSettings &settings,
                            std::optional<Picture> &picture)
{
    const auto &appearance = settings.appearance;
    if (source == Source::Flatbed) {
        const auto file = m_folder.onGlass();
        picture = file ? loadPicture(*file) : emptyGlass();
    } else if (m_turned) {
        picture = backOf(*m_turned, appearance);
        m_turned.reset();
    } else {
        const bool bothSides = source != Source::Simplex && !appearance.blankBack;
        pull(1, bothSides);
        if (m_ahead.empty())
            return SANE_STATUS_NO_DOCS;
        const Sheet sheet = std::move(m_ahead.front());
        m_ahead.pop_front();
        pull(static_cast<std::size_t>(settings.feeder.prefetch), bothSides);
        picture = source == Source::Back ? backOf(sheet, appearance) : loadPicture(sheet.front);
        if (source == Source::Duplex)
            m_turned = sheet;
    }
    return picture ? SANE_STATUS_GOOD : SANE_STATUS_IO_ERROR;
}

void PaperPath::forget()
{
    m_turned.reset();
    m_ahead.clear();
}

}  // namespace vscan
