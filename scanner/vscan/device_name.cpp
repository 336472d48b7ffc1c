#include "scanner/vscan/device_name.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace vscan {
namespace {

constexpr const char *addressFile = "usb-address";
constexpr int lastAddress = 127;  // of a USB bus

/// Two programs that look at the same time must not give one address twice.
class BusLock {
public:
    explicit BusLock(const fs::path &root) : m_file(::open(root.c_str(), O_RDONLY | O_CLOEXEC))
    {
        ::flock(m_file, LOCK_EX);
    }
    ~BusLock() { ::close(m_file); }
    BusLock(const BusLock &) = delete;
    BusLock &operator=(const BusLock &) = delete;

private:
    const int m_file;
};

/// 0: never had one.
int storedAddress(const fs::path &folder)
{
    int address = 0;
    std::ifstream(folder / addressFile) >> address;
    return address;
}

std::vector<int> usedAddresses(const fs::path &root)
{
    std::vector<int> used;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(root, ignored))
        used.push_back(storedAddress(entry.path()));
    return used;
}

/// As the kernel does: the one behind the last, from the start when the bus is full.
int freeAddress(const fs::path &root)
{
    const auto used = usedAddresses(root);
    int address = std::max(3, *std::max_element(used.begin(), used.end())) + 1;
    if (address > lastAddress) {
        for (address = 4; std::find(used.begin(), used.end(), address) != used.end();)
            ++address;
    }
    return address;
}

int usbAddress(const DeviceFolder &device)
{
    const fs::path root = device.path().parent_path();
    const BusLock lock(root);
    int address = storedAddress(device.path());
    if (address == 0 || device.has(wasUnplugged)) {
        address = freeAddress(root);
        std::ofstream(device.path() / addressFile) << address << '\n';
        device.remove(wasUnplugged);
    }
    return address;
}

}  // namespace

std::vector<DeviceFolder> devicesBelow(const fs::path &root)
{
    std::vector<DeviceFolder> devices;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(root, ignored)) {
        const DeviceFolder device(entry.path());
        if (device.isDevice() && !device.isUnplugged())
            devices.push_back(device);
    }
    std::sort(devices.begin(), devices.end(),
              [](const auto &left, const auto &right) { return left.path() < right.path(); });
    return devices;
}

std::string saneNameOf(const DeviceFolder &device, const DeviceSettings &settings)
{
    if (!settings.usb)
        return device.path().filename().native();
    char name[32];
    std::snprintf(name, sizeof name, "libusb:001:%03d", usbAddress(device));
    return name;
}

std::optional<DeviceFolder> deviceNamed(const fs::path &root, const std::string &name)
{
    for (const auto &device : devicesBelow(root)) {
        if (saneNameOf(device, device.settings()) == name)
            return device;
    }
    return {};
}

}  // namespace vscan
