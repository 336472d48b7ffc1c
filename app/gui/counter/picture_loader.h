#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/thumbnail.h"
#include "app/gui/widgets/page_picture.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace station::gui {

/// Reads pictures of sides away from the GUI thread. Keeps the last pages
/// decoded: previous, current, next, so that turning a page is instant. A page
/// that nobody waits for any more is not decoded: sides may come faster.
class PictureLoader final : public QObject {
    Q_OBJECT

public:
    explicit PictureLoader(CounterDesk &desk, QObject *parent = nullptr);
    ~PictureLoader() override;

    /// These pages and no others; the first one is needed most.
    void requestPages(const QString &dossier, const QStringList &sides);
    void requestThumbnail(const QString &dossier, const QString &side);
    const PagePicture *page(const QString &side) { return m_pages.object(side); }
    void forget(const QString &side);  ///< Its picture on disk is another one now.

signals:
    void pageReady(const QString &side);
    void thumbnailReady(const QString &side, const Thumbnail &thumbnail);

private:
    struct Wanted;

    void requestPage(const QString &dossier, const QString &side);

    CounterDesk &m_desk;
    QThreadPool m_pageLane{};
    QThreadPool m_thumbnailLane{};
    QCache<QString, PagePicture> m_pages{3};
    QSet<QString> m_asked{};  ///< Pages on their way.
    std::shared_ptr<Wanted> m_wanted;
};

}  // namespace station::gui
