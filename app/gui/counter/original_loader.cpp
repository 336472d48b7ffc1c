#include "app/gui/counter/original_loader.h"

#include "app/gui/base/in_background.h"

#include <QImage>

namespace station::gui {

OriginalLoader::OriginalLoader(CounterDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_lane.setMaxThreadCount(1);
}

OriginalLoader::~OriginalLoader()
{
    m_lane.waitForDone();
}

void OriginalLoader::forgetOthers(const QString &side)
{
    if (side == m_side)
        return;
    m_side.clear();
    m_original = {};
}

void OriginalLoader::request(const QString &dossier, const QString &side)
{
    if (side == m_side && !m_original.isNull()) {
        emit ready(side, m_original);
        return;
    }
    m_side = side;
    m_original = {};
    inBackground(
        this, m_lane,
        [&desk = m_desk, dossier, side]() -> Expected<PagePicture> {
            const auto file = desk.originalPicture(dossier, side);
            if (!file)
                return fail(file.error());
            const QImage picture(*file);
            return picture.isNull() ? fail(Fault::FileUnreadable, QStringLiteral("original"), side)
                                    : Expected<PagePicture>(PagePicture(picture));
        },
        [this, side](const Expected<PagePicture> &original) {
            if (side != m_side)
                return;
            if (!original) {
                emit failed(side, original.error());
                return;
            }
            m_original = *original;
            emit ready(side, m_original);
        });
}

}  // namespace station::gui
