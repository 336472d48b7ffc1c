// tramsohoa-token-agent [--module PATH]… [--setup-training | --watch [--folder PATH]]
//
// The only program that loads token modules. They come from the administrator's
// settings as full paths, or from p11-kit's registered modules when none is given.

#include "core/base/secret.h"
#include "signing/agent/module_files.h"
#include "signing/agent/request_pipe.h"
#include "signing/agent/token_service.h"
#include "signing/agent/token_watcher.h"
#include "signing/agent/training_setup.h"

#include <QFile>
#include <QStringList>

#include <cstdio>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace station;
using namespace station::signing;

namespace {

/// A vendor's module needs files, sockets and threads, so this is no sandbox; it
/// only ends what has run wild before the station feels it.
void limitProcess()
{
    [[maybe_unused]] const rlimit memory{1 << 30, 1 << 30};
    const rlimit files{256, 256};
#ifndef __SANITIZE_ADDRESS__  // its shadow counts as data
    (void)::setrlimit(RLIMIT_DATA, &memory);
#endif
    (void)::setrlimit(RLIMIT_NOFILE, &files);
    (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void serve(RequestPipe &pipe, auto &service)
{
    while (const auto request = pipe.next())
        pipe.answer(service.answer(*request));
}

}  // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    limitProcess();
    QStringList modules;
    bool setUpTraining = false;
    bool watches = false;
    QString folder;
    bool understood = true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word(argv[i]);
        const char *value = i + 1 < argc ? argv[i + 1] : "";
        if (word == "--setup-training") {
            setUpTraining = true;
        } else if (word == "--module" && value[0] == '/') {
            modules.append(QFile::decodeName(argv[++i]));
        } else if (word == "--watch") {
            watches = true;
        } else if (word == "--folder" && value[0] == '/') {
            folder = QFile::decodeName(argv[++i]);
        } else {
            understood = false;
        }
    }
    if (!understood || (setUpTraining && (modules.size() != 1 || watches)) ||
        (!folder.isEmpty() && !watches)) {
        std::fputs("usage: tramsohoa-token-agent [--module /PATH]… "
                   "[--setup-training | --watch [--folder /PATH]]\n",
                   stderr);
        return 2;
    }

    RequestPipe pipe;
    if (setUpTraining) {
        TrainingSetup setup(modules.first());
        serve(pipe, setup);
        ::_exit(0);
    }
    if (modules.isEmpty())
        modules = registeredModules();
    if (watches) {
        TokenWatcher(modules).run(pipe, folder);
    } else {
        TokenService service(modules);
        serve(pipe, service);
    }
    // Modules are known to crash in their exit handlers; nothing is left to do.
    ::_exit(0);
}
