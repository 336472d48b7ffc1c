#include "app/cli/pin_entry.h"

#include "app/cli/invocation.h"
#include "core/base/durable_file.h"

#include <openssl/crypto.h>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace station::cli {
namespace {

QByteArray askTerminal()
{
    termios before{};
    if (::tcgetattr(STDIN_FILENO, &before) != 0)
        return {};
    std::fputs(Cli::tr("PIN of the token: ").toUtf8().constData(), stderr);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    char line[256] = {};
    const bool read = std::fgets(line, sizeof line, stdin) != nullptr;
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
    std::fputc('\n', stderr);
    QByteArray pin = read ? QByteArray(line) : QByteArray();
    OPENSSL_cleanse(line, sizeof line);
    return pin;
}

}  // namespace

Expected<Secret> readPin(const QString &file)
{
    QByteArray line;
    if (file.isEmpty()) {
        line = askTerminal();
    } else {
        auto bytes = readWhole(file, 1024);
        if (!bytes)
            return fail(bytes.error());
        line = std::move(*bytes);
    }
    const auto end = line.indexOf('\n');
    if (end >= 0)
        line.truncate(end);
    while (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(Fault::PinInvalid, QStringLiteral("empty"));
    return Secret(std::move(line));
}

}  // namespace station::cli
