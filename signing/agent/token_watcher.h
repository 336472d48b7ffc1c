#pragma once

#include "signing/agent/request_pipe.h"
#include "signing/agent/token_calls.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace station::signing {

/// The agent in watch mode: says which tokens are there when it is asked, and by itself that it
/// may be worth asking. It sleeps in between.
///
///     {"ask":"look"}    {"present":["label\tserial",…]}
///                       {"changed":true}
///
/// A look is without login, without libp11 and without C_WaitForSlotEvent, which modules support
/// unevenly. Something may have changed when a USB device comes or goes, when a card does in
/// its reader, or, with a folder of software tokens, when its files do.
class TokenWatcher {
public:
    explicit TokenWatcher(const QStringList &modules);

    /// Until the owner has gone.
    void run(RequestPipe &pipe, const QString &folder) const;

private:
    QStringList present() const;

    std::vector<TokenCalls> m_modules;
};

}  // namespace station::signing
