#include "scanner/client/device_memory.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestState = 16 * 1024;

QJsonObject stateOf(const ScannerBinding &binding, const QString &device)
{
    return {{u"bound"_s, binding.device},
            {u"vendor"_s, binding.vendor},
            {u"model"_s, binding.model},
            {u"serial"_s, binding.serial},
            {u"device"_s, device}};
}

QByteArray readState(const QString &path)
{
    return path.isEmpty() ? QByteArray() : readWhole(path, largestState).value_or(QByteArray());
}

bool isAlike(const QString &left, const QString &right)
{
    return left.simplified().compare(right.simplified(), Qt::CaseInsensitive) == 0;
}

QString readLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(256)).trimmed() : QString();
}

enum class Fit { No, Perhaps, Yes };

/// fujitsu:fi-7160:1234 and canon_dr:DR-C225:1234 hold the serial in their name.
Fit serialFit(const DeviceInfo &device, const QString &serial)
{
    if (serial.isEmpty() || device.name.split(u':').contains(serial))
        return Fit::Yes;
    if (device.serial.isEmpty())
        return Fit::Perhaps;
    return device.serial == serial ? Fit::Yes : Fit::No;
}

}  // namespace

QString rememberedName(const ScannerBinding &binding)
{
    const auto state = QJsonDocument::fromJson(readState(binding.statePath)).object();
    const QString device = state.value("device"_L1).toString();
    return !device.isEmpty() && state == stateOf(binding, device) ? device : binding.device;
}

Expected<> rememberName(const ScannerBinding &binding, const QString &device)
{
    if (binding.statePath.isEmpty() || binding.namesOnly() || rememberedName(binding) == device)
        return {};
    return writeDurably(binding.statePath, QJsonDocument(stateOf(binding, device)).toJson());
}

bool isOfBoundModel(const DeviceInfo &device, const ScannerBinding &binding)
{
    const bool isVendor = binding.vendor.isEmpty() || isAlike(device.vendor, binding.vendor);
    return isVendor && isAlike(device.model, binding.model);
}

Expected<QString> boundAmong(const std::vector<DeviceInfo> &devices, const ScannerBinding &binding)
{
    QStringList sure;
    QStringList perhaps;
    for (const auto &device : devices) {
        if (!isOfBoundModel(device, binding))
            continue;
        const Fit fit = serialFit(device, binding.serial);
        if (fit == Fit::Yes)
            sure << device.name;
        if (fit == Fit::Perhaps)
            perhaps << device.name;
    }
    const QStringList &found = sure.isEmpty() ? perhaps : sure;
    if (found.isEmpty())
        return fail(Fault::DeviceNotFound, u"the bound scanner is not among those listed"_s);
    if (found.size() == 1)
        return found.first();
    return fail(Fault::DeviceNotFound,
                u"several scanners fit the binding, choose one in the settings: "_s +
                    found.join(u", "_s),
                found.join(u", "_s));
}

QString usbSerial(const QString &deviceName, const QString &usbDevicesFolder)
{
    static const QRegularExpression form(u"libusb:(\\d{1,3}):(\\d{1,3})$"_s);
    const auto found = form.match(deviceName);
    if (!found.hasMatch() || deviceName.startsWith("net:"_L1))
        return {};
    const QDir devices(usbDevicesFolder);
    for (const auto &name : devices.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = devices.filePath(name);
        if (readLine(folder + u"/busnum"_s).toInt() == found.captured(1).toInt() &&
            readLine(folder + u"/devnum"_s).toInt() == found.captured(2).toInt())
            return readLine(folder + u"/serial"_s);
    }
    return {};
}

bool mayBeBound(const QString &deviceName, const ScannerEnvironment &environment)
{
    const QString serial = usbSerial(deviceName, environment.usbDevicesFolder);
    return serial.isEmpty() || environment.binding.serial.isEmpty() ||
           serial == environment.binding.serial;
}

}  // namespace station::scanner
