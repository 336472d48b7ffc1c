// The only program that loads SANE: vendor backends hang and crash, so one
// process serves one device and its client kills it when it makes no progress.

#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "scanner/options/scan_options.h"
#include "scanner/protocol/messages.h"
#include "scanner/quirks/quirk.h"
#include "scanner/worker/login.h"
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
    Expected<QJsonObject> openAsked(const QJsonObject &message);
    Expected<QJsonObject> open(const QString &device);
    Expected<QJsonObject> button();
    Expected<QJsonObject> options();
    Expected<QJsonObject> scan(const QJsonObject &message);
    Error lostOrFailed(Error error);

    Owner m_owner;
    std::optional<SaneDevice> m_device;
    Quirk m_quirk;
    bool m_needsLogin = false;
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
        QJsonObject reply = result ? *result : toJson(result.error());
        reply.insert(u"open"_s, m_device.has_value());
        m_owner.tell(reply);
    }
}

Expected<QJsonObject> Worker::answer(const QJsonObject &message)
{
    const QString request = message.value("do"_L1).toString();
    if (request == u"discover")
        return discover();
    if (request == u"open")
        return openAsked(message);
    if (request == u"close") {
        m_device.reset();
        return done;
    }
    if (!m_device)
        return fail(Fault::Internal, u"no device is open"_s);
    if (request == u"options")
        return options();
    if (request == u"button")
        return button();
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

Expected<QJsonObject> Worker::openAsked(const QJsonObject &message)
{
    constexpr int longestLogin = 64 * 1024;
    m_quirk = quirkFrom(message.value("quirk"_L1).toObject());
    const int loginSize = message.value("login"_L1).toInt();
    if (loginSize < 0 || loginSize > longestLogin)
        return fail(Fault::Internal, u"login of that size"_s);
    provideLogin(Secret(worker_side::readBytes(loginSize)));
    m_needsLogin = loginSize > 0;
    auto opened = open(message.value("device"_L1).toString());
    if (!m_quirk.reopenBetweenSheets && !m_quirk.reopenBetweenRuns)
        forgetLogin();
    return opened;
}

Expected<QJsonObject> Worker::button()
{
    const bool pressed = m_device->sensor(m_quirk.button).value_or(false);
    return QJsonObject{{u"type"_s, u"button"_s}, {u"pressed"_s, pressed}};
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
                       {u"normalized"_s, normalized(m_device->options(), m_quirk)},
                       {u"raw"_s, raw(m_device->options())}};
}

Expected<QJsonObject> Worker::scan(const QJsonObject &message)
{
    const int emptyReadsMs = message.value("emptyReadsMs"_L1).toInt(2000);
    auto scanned =
        ScanRun(*m_device, m_owner, scanRequestFrom(message), m_quirk, emptyReadsMs).run();
    if (!scanned)
        scanned = fail(lostOrFailed(scanned.error()));
    if (m_device && !m_device->isOpen())
        m_device.reset();
    return scanned ? Expected<QJsonObject>(done) : fail(scanned.error());
}

/// SANE says "I/O error" for a fault and for a pulled cable. Opening tells.
Error Worker::lostOrFailed(Error error)
{
    if (error.fault != Fault::DeviceFailed)
        return error;
    const QString name = m_device->name();
    if (m_needsLogin) {  // wiped by now; the client opens it again
        m_device.reset();
        return error;
    }
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
    if (!station::scanner::initializeSane())
        return EXIT_FAILURE;
    station::scanner::endSomeTimeAfterOwner();
    station::scanner::Worker().serve();
    sane_exit();
    return EXIT_SUCCESS;
}
