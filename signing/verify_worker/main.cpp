// tramsohoa-verify-worker --file PATH
//
// Judges the signatures of one file from outside and leaves: whom to believe
// comes as one line on stdin, the report goes as one line to stdout. It has no network
// and sees no other file, because a reader of foreign files is not to be trusted.

#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "core/worker/sandbox.h"
#include "signing/verify/context_wire.h"
#include "signing/verify/verifier.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <openssl/crypto.h>

using namespace station;

namespace {

constexpr int processorSeconds = 50;

}  // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    if (argc != 3 || qstrcmp(argv[1], "--file") != 0) {
        std::fputs("usage: tramsohoa-verify-worker --file PATH\n", stderr);
        return 2;
    }
    const QString file = QFile::decodeName(argv[2]);
    OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG, nullptr);  // reads /etc/ssl before the doors shut
    (void)worker::enterSandbox({.readable = {file}});
    worker::allowProcessorSeconds(processorSeconds);

    QJsonObject request;
    if (!worker_side::read(request))
        return 1;
    const auto report = signing::verifyPdfFile(file, signing::contextFromWire(request));
    worker_side::write(
        report ? report->toWire()
               : QJsonObject{{QStringLiteral("fault"), static_cast<int>(report.error().fault)},
                             {QStringLiteral("detail"), report.error().detail}});
    return 0;
}
