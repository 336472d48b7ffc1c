#include "scanner/client/network_scanner.h"

#include "core/base/durable_file.h"

#include <QUrl>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

/// SANE's files have no way to escape anything.
bool isPlain(const QString &text, const QString &forbidden)
{
    return !text.isEmpty() && text.size() <= 256 && text.trimmed() == text &&
           std::none_of(text.begin(), text.end(), [&](QChar letter) {
               return !letter.isPrint() || forbidden.contains(letter);
           });
}

Expected<> writeFiles(const QString &dir, const QString &backend, const QString &file,
                      const QString &text)
{
    return makeDirectoryDurably(dir)
        .and_then([&] { return writeDurably(dir + u"/dll.conf"_s, backend.toUtf8() + '\n'); })
        .and_then([&] { return writeDurably(dir + u'/' + file, text.toUtf8()); });
}

Expected<> writeEscl(const QString &dir, const NetworkScanner &scanner)
{
    const QUrl url(scanner.address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        (url.scheme() != u"http" && url.scheme() != u"https") ||
        !isPlain(scanner.address, u" \"#,;"_s))
        return fail(Fault::InvalidInput, u"no address of an eSCL scanner"_s, u"address"_s);
    if (!isPlain(scanner.name, u"\"=#;"_s))
        return fail(Fault::InvalidInput, u"no name for airscan.conf"_s, u"name"_s);
    return writeFiles(dir, u"airscan"_s, u"airscan.conf"_s,
                      u"[devices]\n\"%1\" = %2, eSCL\n\n[options]\ndiscovery = disable\n"_s.arg(
                          scanner.name, scanner.address));
}

Expected<> writeSaned(const QString &dir, const NetworkScanner &scanner)
{
    if (!isPlain(scanner.address, u" \t#=[]"_s))
        return fail(Fault::InvalidInput, u"no host for net.conf"_s, u"address"_s);
    if (!isPlain(scanner.name, {}))
        return fail(Fault::InvalidInput, u"no SANE name"_s, u"name"_s);
    return writeFiles(dir, u"net"_s, u"net.conf"_s,
                      u"connect_timeout = 5\n"_s + scanner.address + u'\n');
}

/// A colon separates the parts of a SANE name, so an IPv6 address stands in brackets.
QString hostPart(const QString &address)
{
    return address.contains(u':') ? u'[' + address + u']' : address;
}

}  // namespace

Expected<ScannerEnvironment> networkScanner(const QString &dir, const NetworkScanner &wanted)
{
    NetworkScanner scanner = wanted;
    const bool isEscl = scanner.kind == NetworkScanner::Kind::Escl;
    if (isEscl && scanner.name.isEmpty())
        scanner.name = u"Scanner"_s;
    const auto written = isEscl ? writeEscl(dir, scanner) : writeSaned(dir, scanner);
    if (!written)
        return fail(written.error());
    ScannerEnvironment environment;
    environment.binding.device = isEscl
                                     ? u"airscan:e0:"_s + scanner.name
                                     : u"net:%1:%2"_s.arg(hostPart(scanner.address), scanner.name);
    environment.variables.insert(u"SANE_CONFIG_DIR"_s, dir);
    return environment;
}

}  // namespace station::scanner
