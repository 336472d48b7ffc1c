#include "scanner/worker/owner.h"

namespace station::scanner {

void Owner::listen()
{
    while (!m_gone && worker_side::hasInput()) {
        QJsonObject message;
        if (!worker_side::read(message))
            m_gone = true;
        else if (message.value(QLatin1String("do")) == QLatin1String("cancel"))
            m_cancel = true;
    }
}

}  // namespace station::scanner
