#include "scanner/worker/owner.h"

#include <chrono>
#include <poll.h>
#include <thread>
#include <unistd.h>

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

void endSomeTimeAfterOwner()
{
    std::thread([] {
        pollfd owner{STDIN_FILENO, 0, 0};
        while (::poll(&owner, 1, -1) < 1) {
        }
        std::this_thread::sleep_for(std::chrono::minutes(1));
        ::_exit(1);
    }).detach();
}

}  // namespace station::scanner
