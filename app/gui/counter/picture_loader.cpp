#include "app/gui/counter/picture_loader.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/side_delegate.h"

#include <mutex>

namespace station::gui {

/// Shared with the pages' thread.
struct PictureLoader::Wanted {
    std::mutex mutex{};
    QStringList sides{};

    bool contains(const QString &side)
    {
        const std::lock_guard lock(mutex);
        return sides.contains(side);
    }
};

PictureLoader::PictureLoader(CounterDesk &desk, QObject *parent)
    : QObject(parent), m_desk(desk), m_wanted(std::make_shared<Wanted>())
{
    m_pageLane.setMaxThreadCount(1);
    m_thumbnailLane.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    m_thumbnailLane.clear();
    m_thumbnailLane.waitForDone();
    m_pageLane.waitForDone();
}

void PictureLoader::requestPages(const QString &dossier, const QStringList &sides)
{
    {
        const std::lock_guard lock(m_wanted->mutex);
        m_wanted->sides = sides;
    }
    for (const QString &side : sides)
        requestPage(dossier, side);
}

void PictureLoader::requestPage(const QString &dossier, const QString &side)
{
    if (m_pages.contains(side) || m_asked.contains(side))
        return;
    m_asked.insert(side);
    inBackground(
        this, m_pageLane,
        [&desk = m_desk, dossier, side, wanted = m_wanted]() -> PagePicture {
            if (!wanted->contains(side))
                return {};
            const auto file = desk.sidePicture(dossier, side);
            return file ? PagePicture(QImage(*file)) : PagePicture();
        },
        [this, dossier, side](const PagePicture &picture) {
            // Forgotten while it was read: what was read is the picture of before.
            const bool current = m_asked.remove(side);
            if (picture.isNull() || !current) {
                if (m_wanted->contains(side) && !current)
                    requestPage(dossier, side);
                return;
            }
            m_pages.insert(side, new PagePicture(picture));
            emit pageReady(side);
        });
}

void PictureLoader::requestThumbnail(const QString &dossier, const QString &side)
{
    inBackground(
        this, m_thumbnailLane,
        [&desk = m_desk, dossier, side]() -> Thumbnail {
            const auto file = desk.sidePicture(dossier, side);
            return file ? Thumbnail(smallPicture(*file, SideDelegate::picture)) : Thumbnail();
        },
        [this, side](const Thumbnail &thumbnail) {
            if (!thumbnail.isNull())
                emit thumbnailReady(side, thumbnail);
        });
}

void PictureLoader::forget(const QString &side)
{
    m_pages.remove(side);
    m_asked.remove(side);
}

}  // namespace station::gui
