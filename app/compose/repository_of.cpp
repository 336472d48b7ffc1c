#include "app/compose/repository_of.h"

#include "app/compose/http_options.h"
#include "core/repository/folder_repository.h"
#include "core/repository/s3_repository.h"

namespace station::compose {
namespace {

repository::S3Options s3Options(const config::Settings &settings)
{
    const auto &chosen = settings.repository;
    repository::S3Options options{.url = chosen.url,
                                  .region = chosen.region,
                                  .documentBucket = chosen.documentBucket,
                                  .controlBucket = chosen.controlBucket,
                                  .loginFile = chosen.loginFile,
                                  .http = httpOptions(settings.network),
                                  .parallel = chosen.parallel};
    options.http.clientCertificateFile = chosen.clientCertificateFile;
    for (const auto &limit : chosen.bandwidth)
        options.uploadLimits.push_back({.fromMinute = limit.fromMinute,
                                        .toMinute = limit.toMinute,
                                        .kilobytesPerSecond = limit.kilobytesPerSecond});
    return options;
}

}  // namespace

QString repositoryMemory(const QString &dataDir)
{
    return dataDir + QStringLiteral("/repository.mark");
}

Expected<std::unique_ptr<repository::Repository>>
repositoryOf(const config::Settings &settings, const QString &dataDir, const Clock &clock)
{
    switch (settings.repository.kind) {
    case config::RepositoryKind::Folder:
        return std::make_unique<repository::FolderRepository>(settings.repository.path,
                                                              repositoryMemory(dataDir));
    case config::RepositoryKind::S3:
        break;
    }
    auto s3 = repository::S3Repository::open(s3Options(settings), clock);
    if (!s3)
        return fail(s3.error());
    return std::move(*s3);
}

}  // namespace station::compose
