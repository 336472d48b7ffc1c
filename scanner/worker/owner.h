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

}  // namespace station::scanner
