#pragma once

#include "core/config/settings.h"
#include "core/net/http_options.h"

namespace station::compose {

/// How every service is reached.
inline net::HttpOptions httpOptions(const config::NetworkSettings &network)
{
    return {.proxy = network.proxy,
            .proxyLoginFile = network.proxyLoginFile,
            .caFile = network.caFile,
            .connectTimeoutMs = network.connectTimeoutMs,
            .totalTimeoutMs = network.answerTimeoutMs};
}

}  // namespace station::compose
