#pragma once

#include "core/base/clock.h"
#include "core/repository/province_key.h"
#include "core/repository/s3_repository.h"
#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <QString>

namespace station::faults {

/// The station of a chaos run, in one folder; `url` is the server's or the proxy's.
struct ChaosWorld {
    ChaosWorld(const QString &dataDir, const QString &url)
        : store(store::Store::open(dataDir)), blobs(dataDir),
          key(repository::ProvinceKey::loadOrCreate(dataDir + QStringLiteral("/province.key"))),
          repository(
              repository::S3Repository::open({.url = url,
                                              .documentBucket = QStringLiteral("kho-doc"),
                                              .controlBucket = QStringLiteral("kho-ctl"),
                                              .loginFile = dataDir + QStringLiteral("/login")},
                                             clock))
    {
    }
    bool isGood() const { return store && key && repository; }

    SystemClock clock{};
    Expected<store::Store> store;
    store::BlobFolder blobs;
    Expected<repository::ProvinceKey> key;
    Expected<std::unique_ptr<repository::S3Repository>> repository;
};

}  // namespace station::faults
