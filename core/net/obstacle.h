#pragma once

namespace station::net {

/// Why an exchange did not come to an answer.
enum class Obstacle {
    Unreachable,   ///< Name, route, time-out, closed early.
    NotTrusted,    ///< A certificate: theirs for us, or ours for them.
    ProxyRefused,  ///< The proxy wants another login or does not connect.
    NotHttp,       ///< Something else answers there.
    Input,         ///< The address, or a file that the options name.
    Internal,
};

}  // namespace station::net
