#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "core/imaging/pix_pointer.h"
#include "core/worker/foreign_file.h"
#include "core/worker/ink_grid.h"
#include "core/worker/messages.h"
#include "core/worker/sandbox.h"
#include "core/worker/side_processing.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace station;
using namespace station::worker;
using namespace Qt::StringLiterals;

namespace {

constexpr int processorSecondsPerJob = 120;

/// For tests and the self-test: which doors are shut.
QJsonObject probe(const QString &foreignFile)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const bool networkRefused = socket < 0 && errno == EPERM;
    char program[] = "/bin/true";
    char *const arguments[] = {program, nullptr};
    const int executed = ::execve("/nonexistent", arguments, nullptr);
    const bool executionRefused = executed < 0 && errno == EPERM;
    QFile file(foreignFile);
    return {{u"network"_s, networkRefused},
            {u"execution"_s, executionRefused},
            {u"foreignFile"_s, !file.open(QIODevice::ReadOnly)}};
}

QJsonObject answer(const QJsonObject &request, SideProcessing &sides)
{
    const QString command = request[u"command"_s].toString();
    const auto job = [&] { return sideJobFrom(request[u"job"_s].toObject()); };
    if (command == u"clean"_s) {
        const auto side = sides.clean(job());
        return side ? toJson(*side) : toJson(side.error());
    }
    if (command == u"recognise"_s) {
        const auto page = sides.recognise(job());
        return page ? recognition::toJson(*page) : toJson(page.error());
    }
    if (command == u"read"_s) {
        const auto side = sides.read(job(), request[u"text"_s].toBool());
        return side ? toJson(*side) : toJson(side.error());
    }
    if (command == u"ink"_s) {
        const auto grid = inkGridOf(request[u"picture"_s].toString(), request[u"dpi"_s].toInt());
        return grid ? toJson(*grid) : toJson(grid.error());
    }
    if (command == u"probe"_s)
        return probe(request[u"file"_s].toString());
    return toJson(Error{Fault::Internal, u"unknown command"_s});
}

/// Resident: one side after the other until the owner goes.
int serve(PageKinds kinds)
{
    auto recognizer = recognition::TextRecognizer::start();
    std::optional<SideProcessing> sides;
    if (recognizer)
        sides.emplace(std::move(*recognizer), std::move(kinds));
    for (QJsonObject request; worker_side::read(request);) {
        allowProcessorSeconds(processorSecondsPerJob);
        worker_side::write(sides ? answer(request, *sides) : toJson(recognizer.error()));
    }
    return 0;
}

/// One file from outside, then the end.
int decode(const QString &file, const QString &folder, int defaultDpi, bool firstPageOnly)
{
    allowProcessorSeconds(processorSecondsPerJob);
    const auto done = decodeForeignFile(
        file, folder, defaultDpi, firstPageOnly, [](const Expected<DecodedSide> &side) {
            worker_side::write(side ? toJson(*side) : toJson(side.error()));
            allowProcessorSeconds(processorSecondsPerJob);
        });
    QJsonObject end = done ? QJsonObject{} : toJson(done.error());
    end[u"done"_s] = true;
    worker_side::write(end);
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    const QCoreApplication application(argc, argv);
    setMsgSeverity(L_SEVERITY_NONE);

    QCommandLineParser parser;
    parser.addOptions({{u"folder"_s, u"Folder to read and write."_s, u"path"_s},
                       {u"readable"_s, u"File from outside that may be read."_s, u"file"_s},
                       {u"page-kinds"_s, u"How kinds of pages are read."_s, u"file"_s},
                       {u"decode"_s, u"Decode this file into the folder and leave."_s, u"file"_s},
                       {u"first-page"_s, u"Decode the first page alone."_s},
                       {u"dpi"_s, u"For files that do not say theirs."_s, u"number"_s, u"300"_s}});
    parser.process(application);
    const QStringList folders = parser.values(u"folder"_s);
    const QString foreignFile = parser.value(u"decode"_s);
    if (folders.isEmpty())
        return 2;

    const QString kindsFile = parser.value(u"page-kinds"_s);
    auto kinds = kindsFile.isEmpty() ? Expected<PageKinds>(PageKinds{}) : loadPageKinds(kindsFile);
    if (!kinds) {
        worker_side::write(toJson(kinds.error()));
        return 1;
    }

    SandboxRules rules{.readable = parser.values(u"readable"_s), .writable = folders};
    if (!foreignFile.isEmpty()) {
        rules.readable = {foreignFile};
        rules.mayExecute = true;  // poppler's tools, under the same limits
    }
    const QStringList layers = enterSandbox(rules);
    worker_side::write({{u"layers"_s, QJsonArray::fromStringList(layers)}});
    return foreignFile.isEmpty()
               ? serve(std::move(*kinds))
               : decode(foreignFile, folders.first(), parser.value(u"dpi"_s).toInt(),
                        parser.isSet(u"first-page"_s));
}
