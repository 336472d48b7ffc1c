// tramsohoa-token-agent [--module PATH]… [--setup-training]
//
// The only program that loads token modules. They come from the administrator's
// settings as full paths, or from p11-kit's registered modules when none is given.

#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "signing/agent/token_module.h"
#include "signing/agent/token_service.h"
#include "signing/agent/training_setup.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <cstdio>
#include <unistd.h>

using namespace station;
using namespace station::signing;

namespace {

void serve(auto &service)
{
    QJsonObject request;
    while (worker_side::read(request))
        worker_side::write(service.answer(request));
}

}  // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    QStringList modules;
    bool setUpTraining = false;
    for (int i = 1; i < argc; ++i) {
        const QString word = QFile::decodeName(argv[i]);
        if (word == QLatin1String("--setup-training")) {
            setUpTraining = true;
        } else if (word == QLatin1String("--module") && i + 1 < argc && argv[i + 1][0] == '/') {
            modules.append(QFile::decodeName(argv[++i]));
        } else {
            std::fputs("usage: tramsohoa-token-agent [--module /PATH]… [--setup-training]\n",
                       stderr);
            return 2;
        }
    }

    if (setUpTraining && modules.size() == 1) {
        TrainingSetup setup(modules.first());
        serve(setup);
    } else {
        TokenService service(modules.isEmpty() ? registeredModules() : modules);
        serve(service);
        service.answer({{QStringLiteral("ask"), QStringLiteral("logout")}});
    }
    // Modules are known to crash in their exit handlers; nothing is left to do.
    ::_exit(0);
}
