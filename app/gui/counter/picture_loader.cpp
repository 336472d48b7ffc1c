#include "app/gui/counter/picture_loader.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/side_delegate.h"

#include <QImageReader>

namespace station::gui {
namespace {

QImage thumbnailFrom(const QString &file)
{
    QImageReader reader(file);
    // Twice the shown size: sharp on dense screens, still cheap to decode.
    const QSize wanted = reader.size().scaled(SideDelegate::picture * 2, Qt::KeepAspectRatio);
    // JPEG decodes at a fraction of its size; twice the target keeps thin strokes.
    if (reader.size().width() > 2 * wanted.width())
        reader.setScaledSize(wanted * 2);
    return reader.read().scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

PictureLoader::PictureLoader(CounterDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_lane.setMaxThreadCount(1);
}

void PictureLoader::requestPage(const QString &dossier, const QString &side)
{
    if (m_pages.contains(side) || m_asked.contains(side))
        return;
    m_asked.insert(side);
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier, side]() -> PagePicture {
            const auto file = desk.sidePicture(dossier, side);
            return file ? PagePicture(QImage(*file)) : PagePicture();
        },
        [this, side](const PagePicture &picture) {
            m_asked.remove(side);
            if (picture.isNull())
                return;
            m_pages.insert(side, new PagePicture(picture));
            emit pageReady(side);
        });
}

void PictureLoader::requestThumbnail(const QString &dossier, const QString &side)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier, side]() -> QImage {
            const auto file = desk.sidePicture(dossier, side);
            return file ? thumbnailFrom(*file) : QImage();
        },
        [this, side](const QImage &thumbnail) {
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
