// The only program that loads SANE: vendor backends hang and crash, so one
// process serves one device and its client kills it when it makes no progress.

#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "scanner/options/scan_options.h"
#include "scanner/protocol/messages.h"
#include "scanner/worker/owner.h"
#include "scanner/worker/sane_device.h"
#include "scanner/worker/sane_status.h"
#include "scanner/worker/scan_run.h"

#include <QJsonArray>

#include <csignal>
#include <cstdlib>
#include <optional>

namespace station::scanner {
namespace {

using namespace Qt::StringLiterals;

const QJsonObject done{{u"type"_s, u"done"_s}};

class Worker {
public:
    void serve();

private:
    Expected<QJsonObject> answer(const QJsonObject &message);
    Expected<QJsonObject> discover();
    Expected<QJsonObject> open(const QString &device);
    Expected<QJsonObject> options();
    Expected<QJsonObject> scan(const QJsonObject &message);
    Error lostOrFailed(Error error);

    Owner m_owner;
    std::optional<SaneDevice> m_device;
};

void Worker::serve()
{
    worker_side::write({{u"type"_s, u"hello"_s}, {u"version"_s, protocolVersion}});
    QJsonObject message;
    while (!m_owner.isGone() && worker_side::read(message)) {
        m_owner.forgetCancel();
        if (message.value("do"_L1) == "cancel"_L1)
            continue;  // came too late: that scan has ended and was answered
        const auto result = answer(message);
        m_owner.tell(result ? *result : toJson(result.error()));
    }
}

Expected<QJsonObject> Worker::answer(const QJsonObject &message)
{
    const QString request = message.value("do"_L1).toString();
    if (request == u"discover")
        return discover();
    if (request == u"open")
        return open(message.value("device"_L1).toString());
    if (request == u"close") {
        m_device.reset();
        return done;
    }
    if (!m_device)
        return fail(Fault::Internal, u"no device is open"_s);
    if (request == u"options")
        return options();
    if (request == u"scan")
        return scan(message);
    return fail(Fault::Internal, u"unknown request"_s);
}

Expected<QJsonObject> Worker::discover()
{
    const SANE_Device **list = nullptr;
    if (const auto status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_get_devices"));
    QJsonArray devices;
    for (; *list; ++list) {
        devices.append(QJsonObject{{u"name"_s, QString::fromUtf8((*list)->name)},
                                   {u"vendor"_s, QString::fromUtf8((*list)->vendor)},
                                   {u"model"_s, QString::fromUtf8((*list)->model)},
                                   {u"type"_s, QString::fromUtf8((*list)->type)}});
    }
    return QJsonObject{{u"type"_s, u"devices"_s}, {u"devices"_s, devices}};
}

Expected<QJsonObject> Worker::open(const QString &device)
{
    m_device.reset();
    auto opened = SaneDevice::open(device);
    if (!opened)
        return fail(opened.error());
    m_device.emplace(std::move(*opened));
    return done;
}

Expected<QJsonObject> Worker::options()
{
    return QJsonObject{{u"type"_s, u"options"_s},
                       {u"device"_s, m_device->name()},
                       {u"normalized"_s, normalized(m_device->options())},
                       {u"raw"_s, raw(m_device->options())}};
}

Expected<QJsonObject> Worker::scan(const QJsonObject &message)
{
    const int emptyReadsMs = message.value("emptyReadsMs"_L1).toInt(2000);
    const auto scanned = ScanRun(*m_device, m_owner, scanRequestFrom(message), emptyReadsMs).run();
    if (!scanned)
        return fail(lostOrFailed(scanned.error()));
    return done;
}

/// SANE says "I/O error" for a fault and for a pulled cable. Opening tells.
Error Worker::lostOrFailed(Error error)
{
    if (error.fault != Fault::DeviceFailed)
        return error;
    const QString name = m_device->name();
    if (const auto opened = open(name); !opened && opened.error().fault == Fault::DeviceNotFound)
        error.fault = Fault::DeviceLost;
    return error;
}

}  // namespace
}  // namespace station::scanner

int main()
{
    station::hardenProcess();
    std::signal(SIGPIPE, SIG_IGN);
    // Option words are matched in English. Only the messages: file names stay UTF-8.
    ::setenv("LC_MESSAGES", "C", 1);
    if (sane_init(nullptr, nullptr) != SANE_STATUS_GOOD)
        return EXIT_FAILURE;
    station::scanner::Worker().serve();
    sane_exit();
    return EXIT_SUCCESS;
}
