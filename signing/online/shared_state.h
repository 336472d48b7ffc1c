#pragma once

#include "core/base/expected.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <mutex>

namespace station::signing {

/// A small JSON object that all programs of the station change one after the
/// other: a lock beside the file, a whole new file for each change. What cannot be
/// read is empty; what cannot be written lives on in this process. Thread-safe.
class SharedState {
public:
    /// Empty: in memory only.
    explicit SharedState(QString file) : m_file(std::move(file)) {}

    QJsonObject read() const;
    /// Writes when `edit` changed something. StorageFailed, StorageFull.
    Expected<> change(const std::function<void(QJsonObject &)> &edit);

private:
    QJsonObject current() const;

    QString m_file;
    mutable std::mutex m_mutex{};
    QJsonObject m_kept{};  // in memory, or what the disk did not take
};

}  // namespace station::signing
