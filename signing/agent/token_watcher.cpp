#include "signing/agent/token_watcher.h"

#include "core/devices/hotplug.h"
#include "signing/agent/card_watch.h"
#include "signing/agent/module_files.h"

#include <QJsonArray>
#include <QJsonObject>

namespace station::signing {
namespace {

/// One token that is plugged in makes several events.
constexpr int quietMs = 300;

}  // namespace

TokenWatcher::TokenWatcher(const QStringList &modules)
{
    for (const auto &path : modules) {
        if (!problemOfModule(path).isEmpty())
            continue;
        const auto calls = TokenCalls::of(path);
        if (!calls.isNull() && calls.initialise() == CKR_OK)
            m_modules.push_back(calls);
    }
}

void TokenWatcher::run(RequestPipe &pipe, const QString &folder) const
{
    devices::Hotplug hotplug({.usb = folder.isEmpty(), .folder = folder, .quietMs = quietMs});
    CardWatch cards;
    for (;;) {
        if (pipe.waitBeside({hotplug.fd(), cards.fd()})) {
            if (!pipe.next())
                return;
            if (folder.isEmpty())
                cards.begin();
            pipe.answer({{QStringLiteral("present"), QJsonArray::fromStringList(present())}});
            continue;
        }
        const bool plugged = hotplug.drain();
        if (cards.drain() || plugged)
            pipe.answer({{QStringLiteral("changed"), true}});
    }
}

QStringList TokenWatcher::present() const
{
    QStringList found;
    for (const auto &module : m_modules) {
        std::vector<CK_SLOT_ID> ids;
        if (module.slotsWithToken(ids) != CKR_OK)
            continue;
        for (const CK_SLOT_ID slot : ids) {
            TokenState token;
            if (module.state(slot, token) == CKR_OK && token.is(CKF_TOKEN_INITIALIZED))
                found.append(token.label + u'\t' + token.serial);
        }
    }
    found.sort();
    return found;
}

}  // namespace station::signing
