#pragma once

#include "core/repository/repository.h"
#include "core/repository/s3_session.h"

namespace station::repository {

/// Tries what an S3 server does, below `doc/probe/` and `ctl/probe/`; what can be deleted is
/// deleted again. Fails when it cannot be tried: not reachable, login refused, no such bucket.
Expected<Capabilities> probeS3(S3Session &session, const QString &documentBucket,
                               const QString &controlBucket);

}  // namespace station::repository
