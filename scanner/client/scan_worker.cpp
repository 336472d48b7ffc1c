#include "scanner/client/scan_worker.h"

#include "scanner/client/login_file.h"
#include "scanner/protocol/messages.h"
#include "scanner/quirks/quirk_table.h"

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

Expected<QJsonObject> receive(WorkerChannel &worker, const QDeadlineTimer &deadline,
                              const std::stop_token &stop)
{
    auto message = worker.receive(static_cast<int>(deadline.remainingTime()), stop);
    if (message && message->value("type"_L1) == "error"_L1)
        return fail(errorFrom(*message));
    return message;
}

}  // namespace

Expected<WorkerChannel> startWorker(const ScannerEnvironment &environment,
                                    const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    const QString program = environment.workerProgram.isEmpty()
                                ? helperProgram(u"tramsohoa-scan-worker"_s)
                                : environment.workerProgram;
    auto worker = WorkerChannel::start(program, {}, environment.variables);
    if (!worker)
        return worker;
    const auto hello = receive(*worker, deadline, stop);
    if (!hello) {
        worker->kill();
        return fail(hello.error());
    }
    if (hello->value("version"_L1).toInt() != protocolVersion) {
        worker->kill();
        return fail(Fault::WorkerDied, u"scan worker of another version"_s);
    }
    return worker;
}

Expected<QJsonObject> ask(WorkerChannel &worker, const QJsonObject &request,
                          const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    return worker.send(request).and_then([&] { return receive(worker, deadline, stop); });
}

Expected<Quirk> quirkOf(const ScannerEnvironment &environment, const QString &device, bool isBound)
{
    if (environment.quirksFolder.isEmpty())
        return Quirk{};
    const auto binding = isBound ? environment.binding : ScannerBinding{};
    return readQuirks(environment.quirksFolder).map([&](const std::vector<Quirk> &rows) {
        return quirkFor(rows, kindOf(device, binding.vendor, binding.model));
    });
}

Expected<QJsonObject> askToOpen(WorkerChannel &worker, const ScannerEnvironment &environment,
                                const QString &device, const Quirk &quirk,
                                const QDeadlineTimer &deadline, const std::stop_token &stop)
{
    QJsonObject request{{u"do"_s, u"open"_s}, {u"device"_s, device}, {u"quirk"_s, toJson(quirk)}};
    if (environment.loginFile.isEmpty())
        return ask(worker, request, deadline, stop);
    const auto login = readLogin(environment.loginFile);
    if (!login)
        return fail(login.error());
    request.insert(u"login"_s, static_cast<qint64>(login->size()));
    return worker.send(request).and_then([&] { return worker.sendSecret(*login); }).and_then([&] {
        return receive(worker, deadline, stop);
    });
}

Error deviceError(Error error)
{
    if (error.fault == Fault::TimedOut)
        error.fault = Fault::DeviceStalled;
    if (error.fault == Fault::WorkerDied)
        error.fault = Fault::DeviceFailed;
    return error;
}

}  // namespace station::scanner
