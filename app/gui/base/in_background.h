#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>
#include <type_traits>
#include <utility>

namespace station::gui {

/// Runs `work` on the pool, then `then(result)` on the owner's thread. When the
/// owner is gone by then, nobody is told. A watcher, not QFuture::then: that
/// aborts in Qt 6.4 when the context object dies first.
template <typename Work, typename Then>
void inBackground(QObject *owner, QThreadPool &pool, Work work, Then then)
{
    using Result = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Result>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner,
                     [watcher, then = std::move(then)]() mutable {
                         then(watcher->result());
                         watcher->deleteLater();
                     });
    // Shared: QtConcurrent copies the callable, and a Secret cannot be copied.
    auto shared = std::make_shared<Work>(std::move(work));
    watcher->setFuture(QtConcurrent::run(&pool, [shared] { return (*shared)(); }));
}

}  // namespace station::gui
