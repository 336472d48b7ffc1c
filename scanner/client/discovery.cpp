#include "scanner/client/discovery.h"

#include "scanner/client/device_memory.h"
#include "scanner/client/scan_worker.h"
#include "scanner/quirks/quirk_table.h"

#include <QJsonArray>

namespace station::scanner {

using namespace Qt::StringLiterals;

Expected<std::vector<DeviceInfo>> discoverDevices(const ScannerEnvironment &environment,
                                                  int deadlineMs, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(deadlineMs);
    auto worker = startWorker(environment, deadline, stop);
    if (!worker)
        return fail(deviceError(worker.error()));
    const auto answer = ask(*worker, {{u"do"_s, u"discover"_s}}, deadline, stop);
    if (!answer) {
        worker->kill();
        return fail(deviceError(answer.error()));
    }
    std::vector<DeviceInfo> devices;
    for (const auto &value : answer->value("devices"_L1).toArray()) {
        const QJsonObject device = value.toObject();
        const QString name = device.value("name"_L1).toString();
        devices.push_back({.name = name,
                           .vendor = device.value("vendor"_L1).toString(),
                           .model = device.value("model"_L1).toString(),
                           .type = device.value("type"_L1).toString(),
                           .serial = usbSerial(name, environment.usbDevicesFolder)});
    }
    return devices;
}

Expected<QJsonObject> deviceOptions(const ScannerEnvironment &environment, const QString &device,
                                    int deadlineMs)
{
    const QString name = device.isEmpty() ? rememberedName(environment.binding) : device;
    if (name.isEmpty())  // SANE would open the first device that it finds
        return fail(Fault::DeviceNotFound, u"no device is bound"_s);
    const bool isBound = device.isEmpty() || device == environment.binding.device;
    const auto quirk = quirkOf(environment, name, isBound);
    if (!quirk)
        return fail(quirk.error());
    const QDeadlineTimer deadline(deadlineMs);
    auto worker = startWorker(environment, deadline);
    if (!worker)
        return fail(deviceError(worker.error()));
    auto answer =
        askToOpen(*worker, environment, name, *quirk, deadline).and_then([&](const QJsonObject &) {
            return ask(*worker, {{u"do"_s, u"options"_s}}, deadline);
        });
    if (!answer) {
        worker->kill();
        return fail(deviceError(answer.error()));
    }
    answer->remove(u"open"_s);
    if (answer)
        answer->remove(u"type"_s);
    return answer;
}

QString serialByOption(const ScannerEnvironment &environment, const QString &device, int deadlineMs)
{
    const auto options = deviceOptions(environment, device, deadlineMs);
    if (!options)
        return {};
    for (const auto &value : options->value("raw"_L1).toArray()) {
        const QJsonObject option = value.toObject();
        if (option.value("name"_L1) == "serial"_L1)
            return option.value("value"_L1).toString();
    }
    return {};
}

}  // namespace station::scanner
