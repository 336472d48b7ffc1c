#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/repository/s3_repository.h"
#include "repository_contract.h"
#include "tests/support/catch.h"
#include "tests/support/ceph_cluster.h"

#include <QFile>
#include <QTemporaryDir>

using namespace station;
using namespace station::repository;
using namespace Qt::StringLiterals;

namespace {

const SystemClock systemClock;

QString loginFile(const QByteArray &secret = CephCluster::secretKey())
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(newUuid7());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(CephCluster::accessKey() + '\n' + secret + '\n');
    file.close();
    REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    return path;
}

S3Options cephOptions()
{
    return {.url = CephCluster::shared().url(),
            .documentBucket = CephCluster::versionedBucket(),
            .controlBucket = CephCluster::plainBucket(),
            .loginFile = loginFile()};
}

std::unique_ptr<S3Repository> open(const S3Options &options, const Clock &clock = systemClock)
{
    auto repository = S3Repository::open(options, clock);
    REQUIRE(repository);
    return std::move(*repository);
}

}  // namespace

std::unique_ptr<Repository> repository::openRepository()
{
    return open(cephOptions());
}
