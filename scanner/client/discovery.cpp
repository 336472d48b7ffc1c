#include "scanner/client/discovery.h"

#include "scanner/client/scan_worker.h"

#include <QJsonArray>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

/// Runs the requests one after another in a worker made for them; the last answer.
Expected<QJsonObject> askNewWorker(const ScannerEnvironment &environment, int deadlineMs,
                                   const std::vector<QJsonObject> &requests)
{
    const QDeadlineTimer deadline(deadlineMs);
    auto worker = startWorker(environment, deadline);
    if (!worker)
        return fail(deviceError(worker.error()));
    QJsonObject answer;
    for (const auto &request : requests) {
        const auto result = ask(*worker, request, deadline);
        if (!result) {
            worker->kill();
            return fail(deviceError(result.error()));
        }
        answer = *result;
    }
    return answer;
}

}  // namespace

Expected<std::vector<DeviceInfo>> discoverDevices(const ScannerEnvironment &environment,
                                                  int deadlineMs)
{
    const auto answer = askNewWorker(environment, deadlineMs, {{{u"do"_s, u"discover"_s}}});
    if (!answer)
        return fail(answer.error());
    std::vector<DeviceInfo> devices;
    for (const auto &value : answer->value("devices"_L1).toArray()) {
        const QJsonObject device = value.toObject();
        devices.push_back({device.value("name"_L1).toString(), device.value("vendor"_L1).toString(),
                           device.value("model"_L1).toString(),
                           device.value("type"_L1).toString()});
    }
    return devices;
}

Expected<QJsonObject> deviceOptions(const ScannerEnvironment &environment, const QString &device,
                                    int deadlineMs)
{
    const QString name = device.isEmpty() ? environment.boundDevice : device;
    auto answer =
        askNewWorker(environment, deadlineMs,
                     {{{u"do"_s, u"open"_s}, {u"device"_s, name}}, {{u"do"_s, u"options"_s}}});
    if (answer)
        answer->remove(u"type"_s);
    return answer;
}

}  // namespace station::scanner
