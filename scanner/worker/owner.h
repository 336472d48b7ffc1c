#pragma once

#include "core/base/worker_channel.h"

#include <QJsonObject>

namespace station::scanner {

/// What the program that owns this process says while a scan runs. It can only
/// cancel or go away; nothing else is legal then.
class Owner {
public:
    /// Looks without waiting.
    void listen();

    bool wantsCancel() const { return m_cancel; }
    bool isGone() const { return m_gone; }
    void forgetCancel() { m_cancel = false; }

    /// Silent once the owner has gone: writing would end the process, and the
    /// side in hand shall still become durable.
    void tell(const QJsonObject &message)
    {
        if (!m_gone)
            worker_side::write(message);
    }

private:
    bool m_cancel = false;
    bool m_gone = false;
};

/// The side in hand is finished after the owner has gone; a backend that hangs
/// then must not keep the device for ever. From now on a thread of its own ends the
/// process a minute after the other end of standard input was closed.
void endSomeTimeAfterOwner();

}  // namespace station::scanner
