#include "tests/app/gui/printing_system.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::gui::test {
namespace {

/// A device of CUPS: job, user, title, copies, options, and the file or standard input.
const QByteArray keeps = "cat ${6:+\"$6\"} > \"${DEVICE_URI#keeps:}/$3.part\"\n"
                         "mv \"${DEVICE_URI#keeps:}/$3.part\" \"${DEVICE_URI#keeps:}/$3.pdf\"\n";
const QByteArray hangs = "touch \"${DEVICE_URI#hangs:}/working\"\n"
                         "exec sleep 600\n";

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

}  // namespace

PrintingSystem::PrintingSystem(Printer printer)
{
    const QByteArray at = QFile::encodeName(m_folder.path());
    for (const auto &name :
         {u"root"_s, u"spool/tmp"_s, u"state"_s, u"cache"_s, u"bin/backend"_s, u"out"_s})
        REQUIRE(QDir().mkpath(path(name)));
    // Run by root it gives its devices to another user.
    for (const auto &name : {u"."_s, u"bin"_s, u"bin/backend"_s})
        QFile::setPermissions(path(name), QFile::Permissions(0x7755));
    QFile::setPermissions(path(u"out"_s), QFile::Permissions(0x7777));
    QFile::link(u"/usr/lib/cups/daemon"_s, path(u"bin/daemon"_s));
    makePrinter("keeps", keeps);
    makePrinter("hangs", hangs);
    writeFile(u"root/cupsd.conf"_s, "Listen " + at +
                                        "/socket\n"
                                        "Browsing No\n"
                                        "WebInterface No\n"
                                        "DefaultAuthType None\n"
                                        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                                        "<Policy default>\n<Limit All>\n"
                                        "Order allow,deny\nAllow all\n"
                                        "</Limit>\n</Policy>\n");
    writeFile(u"root/cups-files.conf"_s, "ServerRoot " + at +
                                             "/root\n"
                                             "ServerBin " +
                                             at +
                                             "/bin\n"
                                             "RequestRoot " +
                                             at +
                                             "/spool\n"
                                             "TempDir " +
                                             at +
                                             "/spool/tmp\n"
                                             "StateDir " +
                                             at +
                                             "/state\n"
                                             "CacheDir " +
                                             at +
                                             "/cache\n"
                                             "AccessLog " +
                                             at +
                                             "/access\n"
                                             "ErrorLog " +
                                             at +
                                             "/error\n"
                                             "PageLog " +
                                             at + "/page\n");
    m_cups.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_cups.start(u"/usr/sbin/cupsd"_s, {u"-f"_s, u"-c"_s, path(u"root/cupsd.conf"_s), u"-s"_s,
                                        path(u"root/cups-files.conf"_s)});
    REQUIRE(m_cups.waitForStarted());
    qputenv("CUPS_SERVER", at + "/socket");
    const QString device = printer == Printer::Keeps ? u"keeps:"_s : u"hangs:"_s;
    REQUIRE(QTest::qWaitFor(
        [&] {
            return runs(u"/usr/sbin/lpadmin"_s, {u"-p"_s, u"counter"_s, u"-E"_s, u"-v"_s,
                                                 device + path(u"out"_s), u"-m"_s, u"raw"_s}) &&
                   runs(u"/usr/sbin/lpadmin"_s, {u"-d"_s, u"counter"_s});
        },
        10'000));
}

PrintingSystem::~PrintingSystem()
{
    qunsetenv("CUPS_SERVER");
    if (m_isFrozen)
        ::kill(static_cast<pid_t>(m_cups.processId()), SIGCONT);
    m_cups.terminate();
    if (!m_cups.waitForFinished(5'000))
        m_cups.kill();
}

void PrintingSystem::freeze()
{
    m_isFrozen = true;
    ::kill(static_cast<pid_t>(m_cups.processId()), SIGSTOP);
}

QStringList PrintingSystem::printed() const
{
    QStringList files;
    const QDir out(path(u"out"_s));
    for (const auto &name : out.entryList({u"*.pdf"_s}, QDir::Files))
        files << out.filePath(name);
    return files;
}

bool PrintingSystem::isAtWork() const
{
    return QFile::exists(path(u"out/working"_s));
}

void PrintingSystem::writeFile(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    REQUIRE(file.open(QFile::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

/// CUPS asks it without arguments which devices it has.
void PrintingSystem::makePrinter(const QByteArray &kind, const QByteArray &script) const
{
    const QString name = u"bin/backend/"_s + QString::fromLatin1(kind);
    writeFile(name, "#!/bin/sh\n"
                    "[ $# -eq 0 ] && { echo 'direct " +
                        kind + " \"Unknown\" \"Test\"'; exit 0; }\n" + script);
    QFile::setPermissions(path(name), QFile::Permissions(0x7755));
}

}  // namespace station::gui::test
