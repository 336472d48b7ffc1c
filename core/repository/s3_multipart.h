#pragma once

#include "core/repository/s3_session.h"

#include <QByteArray>
#include <QString>

#include <stop_token>

namespace station::repository {

struct S3Target {
    QString bucket{};
    QString key{};
    QByteArray type{};  ///< Content type.
};

/// Uploads in parts of 8 MB. What an interrupted upload of that key left and has the same bytes is
/// not sent again; a stop leaves its parts for the next time. RepositoryDamaged when the content
/// has not that SHA-256 (hex).
Expected<> putInParts(S3Session &session, const S3Target &target, const ByteSource &content,
                      const QString &sha256, const std::stop_token &stop);

/// Throws away the uploads of documents that nobody, here or elsewhere, finished within three days.
void dropStaleUploads(S3Session &session, const QString &bucket);

}  // namespace station::repository
