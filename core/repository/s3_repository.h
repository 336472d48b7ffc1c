#pragma once

#include "core/repository/repository.h"
#include "core/repository/s3_session.h"

#include <QString>

#include <atomic>
#include <memory>
#include <mutex>

namespace station::repository {

/// A repository on an S3 server: documents in one bucket, control objects in another.
///
/// A document is put when HEAD finds nothing, a new one without it; from 16 MB in parts of 8 MB,
/// and an interrupted upload goes on where it stopped, also of another process. A control object is
/// put with "If-None-Match: *", after the server once showed that it obeys: else RepositoryUnfit.
/// What was put is read back and hashed before it counts.
///
/// Further errors: ProxyRefused, and RepositoryUnfit where the server lacks what is needed.
/// RepositoryDown may carry how long the server asks to wait, see `retryAfterSeconds`.
class S3Repository final : public Repository {
public:
    /// Reads the login; nothing is sent. SettingsInvalid, FileMissing. The clock must live longer.
    static Expected<std::unique_ptr<S3Repository>> open(const S3Options &options,
                                                        const Clock &clock);

    Expected<Put> putIfAbsent(const QString &key, const ByteSource &content, const QString &sha256,
                              const std::stop_token &stop) override;
    using Repository::putIfAbsent;
    Expected<Put> putNew(const QString &key, const ByteSource &content, const QString &sha256,
                         const std::stop_token &stop) override;
    Expected<QByteArray> get(const QString &key) override;
    Expected<> verify(const QString &key, const QString &sha256,
                      const std::stop_token &stop) override;
    Expected<qint64> head(const QString &key) override;
    Expected<QStringList> list(const QString &prefix, const QString &after = {}) override;
    Expected<Capabilities> probe() override;

private:
    S3Repository(const S3Options &options, std::unique_ptr<S3Session> session);

    QString bucketOf(const QString &key) const;
    Expected<bool> isThere(const QString &key, const std::stop_token &stop);
    Expected<QString> hashOf(const QString &key, const std::stop_token &stop);
    Expected<> readBack(const QString &key, const QString &sha256, const std::stop_token &stop);
    Expected<Put> compare(const QString &key, const QString &sha256, const std::stop_token &stop);
    Expected<net::TransferAnswer> sendWhole(const QString &key, const ByteSource &content,
                                            const QString &sha256, bool onlyIfAbsent,
                                            const std::stop_token &stop);
    Expected<Put> putUnseen(const QString &key, const ByteSource &content, const QString &sha256,
                            const std::stop_token &stop);
    Expected<> store(const QString &key, const ByteSource &content, const QString &sha256,
                     const std::stop_token &stop);
    Expected<> needCreateOnce(const std::stop_token &stop);

    QString m_documentBucket;
    QString m_controlBucket;
    std::unique_ptr<S3Session> m_session;
    std::mutex m_mutex;                                 // of the first needCreateOnce
    bool m_createsOnce = false;                         // seen
    std::atomic<bool> m_documentsTakeCondition = true;  // until refused
    std::atomic<bool> m_droppedStale = false;
};

}  // namespace station::repository
