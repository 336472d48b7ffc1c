// The SANE interface of the virtual scanner. Devices are the folders below one
// root that hold a device.ini; the root comes from VSCAN_ROOT or from a line
// "root /path" in vscan.conf on the path SANE_CONFIG_DIR.

#include "scanner/vscan/device_name.h"
#include "scanner/vscan/fatal_fault.h"
#include "scanner/vscan/session.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace fs = std::filesystem;

namespace {

fs::path root;

/// Keeps the strings of the last device list alive, as SANE demands.
struct DeviceList {
    struct Entry {
        std::string name, vendor, model, type;
    };
    std::vector<Entry> entries;
    std::vector<SANE_Device> devices;
    std::vector<const SANE_Device *> pointers;
};
DeviceList listed;

fs::path configuredRoot()
{
    if (const char *folder = std::getenv("VSCAN_ROOT"))
        return folder;
    const char *path = std::getenv("SANE_CONFIG_DIR");
    std::istringstream folders(path ? path : "/etc/sane.d");
    for (std::string folder; std::getline(folders, folder, ':');) {
        std::ifstream file(fs::path(folder) / "vscan.conf");
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("root "))
                return line.substr(5);
        }
    }
    return {};
}

const char *typeOf(const vscan::Kind &kind)
{
    if (kind.glass && kind.feeder)
        return "multi-function peripheral";
    return kind.glass ? "flatbed scanner" : "sheetfed scanner";
}

vscan::Session *session(SANE_Handle handle)
{
    return static_cast<vscan::Session *>(handle);
}

}  // namespace

#define VSCAN_API extern "C" __attribute__((visibility("default")))

VSCAN_API SANE_Status sane_vscan_init(SANE_Int *version, SANE_Auth_Callback)
{
    if (version)
        *version = SANE_VERSION_CODE(SANE_CURRENT_MAJOR, SANE_CURRENT_MINOR, 0);
    root = configuredRoot();
    return SANE_STATUS_GOOD;
}

VSCAN_API void sane_vscan_exit()
{
    listed = {};
}

VSCAN_API SANE_Status sane_vscan_get_devices(const SANE_Device ***list, SANE_Bool)
{
    listed = {};
    if (std::filesystem::exists(root / "discovery-hangs"))
        vscan::perish(vscan::Action::HangHard);
    for (const auto &device : vscan::devicesBelow(root)) {
        const auto settings = device.settings();
        std::this_thread::sleep_for(std::chrono::milliseconds(settings.discoveryMs));
        listed.entries.push_back({vscan::saneNameOf(device, settings), settings.vendor,
                                  settings.model, typeOf(settings.kind)});
    }
    for (const auto &entry : listed.entries)
        listed.devices.push_back(
            {entry.name.c_str(), entry.vendor.c_str(), entry.model.c_str(), entry.type.c_str()});
    for (const auto &device : listed.devices)
        listed.pointers.push_back(&device);
    listed.pointers.push_back(nullptr);
    *list = listed.pointers.data();
    return SANE_STATUS_GOOD;
}

VSCAN_API SANE_Status sane_vscan_open(SANE_String_Const name, SANE_Handle *handle)
{
    const std::string wanted = name ? name : "";
    SANE_Status status = SANE_STATUS_INVAL;
    if (wanted.empty()) {
        const auto devices = vscan::devicesBelow(root);
        if (!devices.empty())
            *handle = vscan::Session::open(devices.front(), status).release();
    } else if (const auto device = vscan::deviceNamed(root, wanted)) {
        *handle = vscan::Session::open(*device, status).release();
    }
    return status;
}

VSCAN_API void sane_vscan_close(SANE_Handle handle)
{
    delete session(handle);
}

VSCAN_API const SANE_Option_Descriptor *sane_vscan_get_option_descriptor(SANE_Handle handle,
                                                                         SANE_Int option)
{
    return session(handle)->descriptor(option);
}

VSCAN_API SANE_Status sane_vscan_control_option(SANE_Handle handle, SANE_Int option,
                                                SANE_Action action, void *value, SANE_Int *info)
{
    if (info)
        *info = 0;
    return session(handle)->control(option, action, value, info);
}

VSCAN_API SANE_Status sane_vscan_get_parameters(SANE_Handle handle, SANE_Parameters *parameters)
{
    return session(handle)->parameters(*parameters);
}

VSCAN_API SANE_Status sane_vscan_start(SANE_Handle handle)
{
    return session(handle)->start();
}

VSCAN_API SANE_Status sane_vscan_read(SANE_Handle handle, SANE_Byte *data, SANE_Int most,
                                      SANE_Int *length)
{
    return session(handle)->read(data, most, *length);
}

VSCAN_API void sane_vscan_cancel(SANE_Handle handle)
{
    session(handle)->cancel();
}

VSCAN_API SANE_Status sane_vscan_set_io_mode(SANE_Handle, SANE_Bool nonBlocking)
{
    return nonBlocking ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

VSCAN_API SANE_Status sane_vscan_get_select_fd(SANE_Handle, SANE_Int *)
{
    return SANE_STATUS_UNSUPPORTED;
}
