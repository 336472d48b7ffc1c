#pragma once

#include "core/base/expected.h"
#include "signing/client/token_environment.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <thread>

namespace station::signing {

/// Tells when tokens come and go: an agent of its own in watch mode (p11-kit only,
/// no login, polls every second) that may hang or die without harm; it is
/// restarted with growing pauses. `onChange` gets the labels and serials that are
/// present ("label\tserial"), on a thread of the watch; not after destruction.
class TokenWatch {
public:
    using OnChange = std::function<void(const QStringList &present)>;

    TokenWatch(TokenEnvironment environment, OnChange onChange);
    ~TokenWatch();
    TokenWatch(const TokenWatch &) = delete;
    TokenWatch &operator=(const TokenWatch &) = delete;

private:
    std::jthread m_thread;
};

}  // namespace station::signing
