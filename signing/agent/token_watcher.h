#pragma once

#include "signing/agent/request_pipe.h"
#include "signing/agent/token_calls.h"

#include <QStringList>

#include <vector>

namespace station::signing {

/// The agent in watch mode: looks again and again which tokens are there and says so each
/// time, so that its owner knows it to be alive: {"present":["label\tserial",…]}.
/// Without login, without libp11 and without C_WaitForSlotEvent, which modules support unevenly.
class TokenWatcher {
public:
    explicit TokenWatcher(const QStringList &modules);

    /// Until the owner has gone.
    void run(RequestPipe &pipe, int intervalMs) const;

private:
    QStringList present() const;

    std::vector<TokenCalls> m_modules;
};

}  // namespace station::signing
