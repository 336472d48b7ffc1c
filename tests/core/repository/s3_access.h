#pragma once

#include "core/base/uuid7.h"
#include "core/repository/s3_repository.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace station::repository {

inline const SystemClock systemClock;

/// A file of its owner alone, kept while the program runs.
inline QString privateFile(const QByteArray &text)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(newUuid7());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    return path;
}

inline std::unique_ptr<S3Repository> open(const S3Options &options,
                                          const Clock &clock = systemClock)
{
    auto repository = S3Repository::open(options, clock);
    REQUIRE(repository);
    return std::move(*repository);
}

}  // namespace station::repository
