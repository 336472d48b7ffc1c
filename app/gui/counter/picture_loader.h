#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/widgets/page_picture.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace station::gui {

/// Reads pictures of sides away from the GUI thread. Keeps the last pages
/// decoded: previous, current, next, so that turning a page is instant.
class PictureLoader final : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(CounterDesk &desk, QObject *parent = nullptr);

    void requestPage(const QString &dossier, const QString &side);
    void requestThumbnail(const QString &dossier, const QString &side);
    const PagePicture *page(const QString &side) { return m_pages.object(side); }
    void forget(const QString &side);  ///< Its picture on disk is another one now.

signals:
    void pageReady(const QString &side);
    void thumbnailReady(const QString &side, const QImage &thumbnail);

private:
    CounterDesk &m_desk;
    QThreadPool m_lane{};
    QCache<QString, PagePicture> m_pages{4};
    QSet<QString> m_asked{};  ///< Pages on their way.
};

}  // namespace station::gui
